// What becomes of a view that somebody looks at while it is kept anew or taken away elsewhere.
import assert from 'node:assert/strict';
import { button, dialog, entry, holdBack, open, press, rows, settled, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const any = { 'If-Match': '*' };

/** A view of leads for oneself, with the way to keep it anew as another window does. */
async function keep(me, name, more = {}) {
  const body = { entity: 'lead', name, audience: 'private', columns: ['name', 'rating'], ...more };
  const kept = await me.call('POST', '/api/views', body);
  return {
    ...kept,
    anew: (other) => me.call('PUT', `/api/views/${kept.saved.id}`, { ...body, ...other }, any),
    remove: () => me.call('DELETE', `/api/views/${kept.saved.id}`),
  };
}

const more = async (page, say, label) => {
  await press(page, say('เพิ่มเติมเกี่ยวกับมุมมองนี้', 'More about this view'));
  await entry(page, label).click();
};
const headings = (page) => page.locator('.gh-label .tx').allInnerTexts();
const chip = (page, name) => page.locator('.views').getByRole('button', { name, exact: true });

inEitherLanguage('a view that is kept anew elsewhere shows at once, and of two the later is asked to look first', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const [name, renamed, third, fourth] = ['มุมมอง', 'มุมมองใหม่', 'มุมมองที่สาม', 'มุมมองที่สี่'].map(named);
  const view = await keep(me, name);
  await open(page, `/list/lead?view=${view.id}`);
  await chip(page, name).waitFor();
  await view.anew({ name: renamed });
  await chip(page, renamed).waitFor();

  const hear = await holdBack(page, '**/api/types/lead');
  await view.anew({ name: third });
  await more(page, say, say('บันทึกการเปลี่ยนแปลงในมุมมองนี้', 'Save the changes in this view'));
  await toast(page, say('มุมมองนี้ถูกบันทึกใหม่ไปแล้ว', 'This view was kept anew')).waitFor();
  hear();
  await chip(page, third).waitFor();

  await press(page, say('เปลี่ยนชื่อและแบ่งปัน', 'Rename and share'));
  const box = dialog(page).locator('input').first();
  await box.fill(fourth);
  await view.anew({ name: renamed });
  await chip(page, renamed).waitFor();
  const refused = page.waitForResponse((answer) => answer.status() === 412);
  await box.press('Enter');
  await refused;
  assert.equal(await box.inputValue(), fourth);
  await button(dialog(page), say('บันทึก', 'Save')).click();
  await chip(page, fourth).waitFor();
  await view.remove();
});

inEitherLanguage('a view that is taken away elsewhere stays as it was until it is left, and can be kept anew', sales, async ({ page, me, say }) => {
  const [name, again, mark] = ['มุมมองที่หาย', 'เก็บไว้อีกครั้ง', 'ลูกค้าในมุมมอง'].map(named);
  for (const rating of ['hot', 'hot', 'cold']) await me.make('lead', { name: `${mark} ${rating}`, rating });
  const filter = { all: [{ field: 'name', op: 'contains', value: mark }, { field: 'rating', op: '=', value: 'hot' }] };
  const view = await keep(me, name, { filter });
  await open(page, `/list/lead?view=${view.id}`);
  await more(page, say, say('ปักหมุดในเมนู', 'Pin in the menu'));
  const pin = page.locator('.panel').getByRole('link', { name, exact: true });
  await pin.waitFor();
  await become(async () => (await rows(page)).length, 2);
  const shown = await headings(page);
  await view.remove();
  await toast(page, say('ถูกนำออกไปแล้ว', 'was taken away')).waitFor();
  await pin.waitFor({ state: 'detached' });
  assert.deepEqual(await headings(page), shown);
  assert.equal((await rows(page)).length, 2);

  await press(page, say('บันทึกมุมมอง', 'Save view'));
  await dialog(page).locator('input').first().fill(again);
  await page.keyboard.press('Enter');
  await chip(page, again).waitFor();
  assert.deepEqual([await headings(page), (await rows(page)).length], [shown, 2]);
  const { views } = await me.call('GET', '/api/types/lead');
  await me.call('DELETE', `/api/views/${views.find((one) => one.label.th === again).saved.id}`);
});

inEitherLanguage('what was left out of a view is not left out of another that takes its place', sales, async ({ page, me }) => {
  const mark = named('ส่วนที่ตัดออก');
  for (const rating of ['hot', 'cold']) await me.make('lead', { name: `${mark} ${rating}`, rating });
  const [byName, hot] = [{ field: 'name', op: 'contains', value: mark }, { field: 'rating', op: '=', value: 'hot' }];
  const view = await keep(me, mark, { filter: { all: [byName, hot] } });
  await open(page, `/list/lead?view=${view.id}&off=[1]`);
  await become(async () => (await rows(page)).length, 2);
  await view.anew({ filter: { all: [hot, byName] } });
  await become(async () => (await rows(page)).length, 1);
  await view.remove();
  await open(page, `/list/lead?view=${view.id}&off=[0]`);
  await settled(page);
  const first = (await me.call('GET', '/api/types/lead')).views[0];
  const { total } = await me.call('POST', '/api/records/lead/query', { fields: ['name'], filter: first.filter, count: 'exact' });
  const number = async () => Number((await page.locator('.list-foot').innerText()).match(/[\d,]+/)[0].replace(',', ''));
  await become(number, total.value);
});
