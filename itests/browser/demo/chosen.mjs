import assert from 'node:assert/strict';
import { button, dialog, open, press, rows, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };

inEitherLanguage('whoever has chosen all has chosen nothing any more when other words, another column, filter or view is asked for', sales, async ({ page, me, say }) => {
  const mark = named('เลือกแล้วค้นใหม่');
  for (const name of ['1', '2', '3', '4', '5', '6', '7']) await me.make('account', { name: `${mark} ${name}` });
  const searched = () => me.call('GET', `/api/search?entities=account&q=${encodeURIComponent(mark)}`);
  await become(async () => (await searched()).groups[0]?.total, 7);
  const list = (asked) => `/list/account?${new URLSearchParams({ q: mark, ...asked })}`;
  const found = (number) => become(async () => (await rows(page)).length, number);
  const chosen = page.locator('.bulk strong');
  const seven = say('เลือกแล้ว 7 รายการ', '7 chosen');
  const choose = async () => {
    await found(7);
    await page.locator('.grid-row .check').first().click();
    await press(page, say('เลือกทั้งหมด 7 รายการ', 'Choose all 7 records'));
    await become(() => chosen.innerText(), seven);
  };
  const ended = async (number) => {
    await become(() => page.locator('.bulk').count(), 0);
    await found(number);
    assert.equal(await page.locator('.grid-row input:checked').count(), 0);
  };
  /** From a list to that of all that the search box finds, where they are chosen, and back. */
  const thereAndBack = async (asked, number) => {
    await open(page, list(asked));
    await found(number);
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill(mark);
    await page.locator('.palette-hit', { hasText: say('ดูทั้งหมด', 'in the list') }).first().click();
    await page.waitForURL((address) => address.href.endsWith(list({})));
    await choose();
    await page.goBack();
    await ended(number);
  };
  await thereAndBack({ q: `${mark} 2` }, 1);
  await thereAndBack({ in: 'name' }, 7);

  await open(page, list({ filters: JSON.stringify([{ field: 'name', op: 'contains', value: mark }]) }));
  await choose();
  await page.locator('.gh-label').first().click();
  await page.waitForURL('**sort=*');
  await settled(page);
  assert.equal(await chosen.innerText(), seven, 'in another order they are the same');
  await page.locator('.chips .chip button').last().click();
  await ended(7);
  await choose();
  await button(page, say('ลูกค้าทั้งหมด', 'All accounts')).click();
  await ended(7);
});

inEitherLanguage('a filter is changed where it is said, with its alternatives', sales, async ({ page, me, say }) => {
  const mark = named('เปลี่ยนตัวกรอง');
  for (const name of ['ก', 'ข']) await me.make('account', { name: `${mark} ${name}` });
  const filters = [{ any: [{ field: 'name', op: 'contains', value: `${mark} ก` }, { field: 'name', op: 'contains', value: 'ไม่มีชื่อนี้' }] }];
  await open(page, `/list/account?${new URLSearchParams({ view: 'core.all-accounts', filters: JSON.stringify(filters) })}`);
  const names = async () => (await rows(page)).flatMap((cells) => cells.filter((words) => words.startsWith(mark)));
  await become(names, [`${mark} ก`]);
  await page.locator('.chips .chip .words').click();
  const fields = dialog(page).locator('fieldset');
  await become(() => fields.count(), 2);
  await fields.first().locator('input:not([role=combobox])').fill(`${mark} ข`);
  await press(dialog(page), say('แก้ไขตัวกรอง', 'Change filter'));
  await become(names, [`${mark} ข`]);
  assert.equal(await page.locator('.chips .chip').count(), 1, 'it took the place of the one before');
});

inEitherLanguage('a long list is counted to a thousand, and wholly by a click', { who: persona('administrator') }, async ({ page, me, say }) => {
  const all = await me.count('activity');
  assert.ok(all > 1000, `${all}: the demonstration has more`);
  await open(page, '/list/activity?view=core.all-activities');
  const foot = page.locator('.list-foot');
  await foot.getByRole('button', { name: say('มากกว่า 1,000 รายการ', '1,000+ records') }).click();
  const number = (await me.count('activity')).toLocaleString('en');
  await foot.getByRole('status').getByText(say(`${number} รายการ`, `${number} records`)).waitFor();
});
