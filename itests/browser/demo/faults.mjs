import assert from 'node:assert/strict';
import { button, control, edit, fact, open, pick, press, settled, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const faulty = { who: persona('sales'), refused: ['TypeError'] };

/** Has the page answered otherwise than the server does. */
async function spoil(page, address, how) {
  await page.route(address, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    how(json);
    await route.fulfill({ response: answer, json }).catch(() => {});
  });
}

/** The places where something is wrong, each with its way to try again. */
const again = (page, say) => button(page.getByRole('alert'), say('ลองอีกครั้ง', 'Try again'));
const faults = (page, say) => again(page, say).count();

/** One part says that something is wrong, and only that one. */
async function oneFault(page, say) {
  await become(() => faults(page, say), 1);
}

/** The server answers as ever: what was wrong is asked for anew. */
async function mended(page, say) {
  await page.unrouteAll({ behavior: 'wait' }); // a spoiled answer may still be on its way
  await again(page, say).click();
  await become(() => faults(page, say), 0);
}

inEitherLanguage('the fault of a part of a page leaves the rest of it, which goes on', faulty, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทชำรุด') });

  await spoil(page, '**/api/home**', ({ blocks }) => Object.assign(blocks[0], { columns: null, rows: [{ id: '1' }] }));
  await open(page, '/');
  await oneFault(page, say);
  assert.ok((await page.locator('.home-blocks section').count()) > 3, 'the other blocks');
  await mended(page, say);

  await spoil(page, '**/api/types/account', ({ views }) => views.push(null));
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(account.name)}`);
  await oneFault(page, say);
  await settled(page);
  await page.locator('.grid-row', { hasText: account.name }).waitFor();
  await press(page.locator('.toolbar'), say('ตัวกรอง', 'Filter'));
  await page.locator('.filter-builder').waitFor();
  await mended(page, say);

  await spoil(page, '**/api/types/account', ({ form }) => (form.facts = {}));
  await page.goto(`/record/account/${account.id}`);
  await oneFault(page, say);
  const note = page.locator('.composer textarea').first();
  await note.fill(named('ยังจดได้'));
  await note.press('Control+Enter');
  await page.locator('.timeline > li', { hasText: await note.inputValue() }).first().waitFor();
  await mended(page, say);

  await spoil(page, /api\/calendar\?/, (answer) => (answer.entries = [null]));
  await open(page, '/calendar?view=month');
  await oneFault(page, say);
  await page.locator('.cal-side').waitFor();
  await mended(page, say);
});

inEitherLanguage('what cannot be shown over a page is shut with a word, and a faulty form keeps what was typed', faulty, async ({ page, say }) => {
  const create = () => press(page.locator('.page-head'), say('สร้างใหม่', 'New'));
  const over = toast(page, say('เปิดส่วนนี้ไม่ได้', 'This could not be shown'));

  await spoil(page, '**/api/types/account', (answer) => (answer.quick = null));
  await open(page, '/list/account');
  await settled(page);
  for (let time = 0; time < 2; time++) {
    await create();
    await over.waitFor();
    await press(over, say('ปิด', 'Close'));
    await over.waitFor({ state: 'detached' });
  }
  assert.equal(await faults(page, say), 0, 'nothing of it is left on the page');
  await page.locator('.grid-row').first().waitFor();
  await page.unroute('**/api/types/account');

  await open(page, '/list/account');
  await settled(page);
  const [label, words] = [say('ชื่อลูกค้า', 'Account name'), named('พิมพ์ก่อนพัง')];
  const side = page.locator('#layers .ant-drawer');
  await create();
  await type(side, label, words);
  await spoil(page, '**/api/types/account', ({ fields }) => Object.assign(fields.find(({ name }) => name === 'email'), { kind: 'pick', options: {} }));
  await page.reload();
  await settled(page);
  await create();
  await oneFault(page, say);
  await side.locator('.ant-drawer-close').click();
  await become(() => side.count(), 0);
  await page.unroute('**/api/types/account');
  await page.reload();
  await settled(page);
  await create();
  assert.equal(await control(side, label).locator('input').inputValue(), words);
  await press(side, say('ยกเลิก', 'Cancel'));
});

const refused = { who: persona('sales'), refused: ['status of 503'] };
inEitherLanguage('a choice that could not be saved where it stands is saved by trying again', refused, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทลองใหม่') });
  const address = `**/api/records/account/${account.id}`;
  await open(page, `/record/account/${account.id}`);
  await page.route(address, (call) => (call.request().method() === 'PATCH' ? call.fulfill({ status: 503, json: {} }) : call.fallback()));
  const choice = say('ค้าปลีก', 'Retail');
  const place = await edit(page, 'businessType');
  await pick(page, place, choice);
  await place.getByRole('alert').waitFor();
  await page.unroute(address);
  await press(place, say('บันทึก', 'Save'));
  await become(() => fact(page, 'businessType').innerText(), choice);
});
