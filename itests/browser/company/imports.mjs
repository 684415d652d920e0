import assert from 'node:assert/strict';
import fs from 'node:fs';
import { choose, control, open, press, ready } from '../stage/hands.mjs';
import { EXAMPLES } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';
import { salesperson } from './people.mjs';

const number = (text) => Number(text.replace(/[^\d]/g, ''));

/** The figure under a heading of the import's result. */
const figure = async (page, heading) =>
  number(
    await page
      .locator('.counts > div', { has: page.getByText(heading, { exact: true }) })
      .locator('dd')
      .innerText(),
  );

async function bringIn({ page, me, say }, entity, kind, file, left = []) {
  const before = await me.count(entity);
  await open(page, '/import');
  await choose(page, say('ข้อมูลที่จะนำเข้า', 'What to import'), kind, kind);
  await page.locator('.drop input').setInputFiles(EXAMPLES + file);
  await page.locator('.mapping').waitFor();
  for (const header of left) {
    const out = page.getByRole('button', { name: `${say('ไม่นำเข้า', 'Do not import')}: ${header}`, exact: true });
    await out.click();
    await out.waitFor({ state: 'detached' });
  }
  await press(page, say('ตรวจสอบทุกแถว', 'Check all rows'));
  await page.locator('.counts').waitFor({ timeout: 30_000 });
  const problems = page.locator('.table tbody tr');
  const ready = await figure(page, say('จะสร้างใหม่', 'To create'));
  const refused = await figure(page, say('ใช้ไม่ได้', 'Refused'));
  assert.ok(ready > 100 && refused > 0, `${ready} ready, ${refused} refused`);
  assert.equal(await me.count(entity), before, 'a check writes nothing');
  await press(page, say('เฉพาะที่ใช้ไม่ได้', 'Refused only'));
  const first = problems.first().locator('td');
  assert.ok(number(await first.nth(0).innerText()) > 1, 'the row in the file');
  assert.ok((await first.nth(1).innerText()).length > 0, 'the column');
  assert.ok((await first.nth(3).innerText()).length > 10, 'the reason');
  const run = page.getByRole('button', { name: say(/^นำเข้า .* แถว$/, /^Import .* rows$/) });
  await run.click();
  await page.getByText(say('นำเข้าเสร็จแล้ว', 'Import finished')).waitFor({ timeout: 60_000 });
  assert.equal(await figure(page, say('สร้างใหม่', 'Created')), ready);
  assert.equal(await me.count(entity), before + ready);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: say('ดาวน์โหลดแถวที่ใช้ไม่ได้', 'Download refused rows') }).click();
  const rows = fs.readFileSync(await (await downloading).path());
  assert.ok(rows.length > 500, 'the refused rows with their reasons');
  await page.getByRole('link', { name: say('ดูรายการ', 'Open the list') }).click();
  await until(async () => assert.ok((await page.locator('.grid-row a').count()) > 10));
}

const own = (say) => salesperson(say);

inEitherLanguage(
  'many customers of a file are checked, brought in, and the refused ones handed back (CDB-13 LCA-01)',
  { who: own },
  (stage) =>
    stage.say(
      () => bringIn(stage, 'account', 'ลูกค้า', 'customers-th.csv', ['เขตการขาย', 'ผู้ดูแล']),
      () => bringIn(stage, 'lead', 'Leads', 'leads-th.csv'),
    )(),
);

inEitherLanguage(
  'only what one may bring in is offered, first the kind one comes from, else customers (CDB-13)',
  { who: own },
  async ({ page, say }) => {
    await open(page, '/import');
    const what = control(page, say('ข้อมูลที่จะนำเข้า', 'What to import'));
    await what.getByText(say('ลูกค้า', 'Accounts'), { exact: true }).waitFor();
    await open(page, '/list/contact');
    await page.locator('.panel').getByRole('link', { name: say('นำเข้าข้อมูล', 'Import'), exact: true }).click();
    await what.getByText(say('ผู้ติดต่อ', 'Contacts'), { exact: true }).waitFor();
    await what.locator('.select').click();
    const offered = ready(page);
    await offered.filter({ hasText: say('ลูกค้า', 'Accounts') }).first().waitFor();
    for (const closed of [say('คู่แข่ง', 'Competitors'), say('โอกาสทางการขาย', 'Opportunities')]) {
      assert.equal(await offered.filter({ hasText: closed }).count(), 0, closed);
    }
  },
);
