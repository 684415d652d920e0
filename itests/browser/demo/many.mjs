import assert from 'node:assert/strict';
import { button, dialog, entry, holdBack, open, press, rows, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const manager = { who: persona('manager') };

/** Leads of one name, listed and all of them chosen. */
async function chosen(page, me, say, mark, number) {
  for (let i = 0; i < number; i++) await me.make('lead', { name: `${mark} ${i}` });
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}`);
  await become(async () => (await rows(page)).length, number);
  await page.getByRole('checkbox', { name: say('เลือกรายการที่แสดง', 'Choose loaded records') }).check();
}

inEitherLanguage('many are deleted while one goes on working, their progress told in a corner, and brought back from there', manager, async ({ page, me, say }) => {
  const mark = named('ลบพร้อมกัน');
  const left = () => me.count('lead', { field: 'name', op: 'startsWith', value: mark });
  // A job of four is over before one looks; of this one nothing is heard until it is asked for.
  await page.addInitScript(() => delete window.SharedWorker);
  await page.route('**/api/events**', () => {});
  await chosen(page, me, say, mark, 4);
  const answer = await holdBack(page, /\/api\/jobs\/\d+$/);
  await press(page, say('คำสั่ง', 'Actions'));
  await entry(page, say('ลบ', 'Delete')).click();
  const asked = dialog(page);
  await asked.getByText(say('ลบ 4 รายการลงถังขยะหรือไม่', 'Move 4 records to the recycle bin?')).waitFor();
  await press(asked, say('ลบ', 'Delete'));
  const progress = page.locator('.jobs').getByRole('progressbar');
  await progress.waitFor();
  await page.getByRole('link', { name: say('ลูกค้า', 'Accounts'), exact: true }).first().click();
  await page.waitForURL('**/list/account*');
  await progress.waitFor(); // it goes along from page to page
  answer();
  await progress.waitFor({ state: 'detached' });
  assert.equal(await left(), 0);
  await press(toast(page, '(4)'), say('ย้อนคืน', 'Undo'));
  await become(left, 4);
  await toast(page, say('ย้อนคืน', 'Undo')).waitFor();
});

inEitherLanguage('nothing is deleted before it is said so', manager, async ({ page, me, say }) => {
  const mark = named('ไม่ลบแล้ว');
  await chosen(page, me, say, mark, 2);
  await press(page, say('คำสั่ง', 'Actions'));
  await entry(page, say('ลบ', 'Delete')).click();
  await press(dialog(page), say('ยกเลิก', 'Cancel'));
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(await me.count('lead', { field: 'name', op: 'startsWith', value: mark }), 2);
  await button(page, say('คำสั่ง', 'Actions')).waitFor();
});
