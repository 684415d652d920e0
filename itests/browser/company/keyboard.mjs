import assert from 'node:assert/strict';
import { button, control, dialog, entry, fact, open, settled, toast } from '../stage/hands.mjs';
import { focused, tabTo } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { salesperson } from './people.mjs';

const sales = { who: salesperson };

inEitherLanguage('a record is made, found, changed and left with the keyboard alone', sales, async ({ page, say }) => {
  const name = named(say('บริษัท แป้นพิมพ์', 'Keyboard Co.'));
  const { keyboard } = page;
  await open(page, '/list/account?view=core.all-accounts');
  await settled(page);
  await tabTo(page, button(page.locator('.page-head'), say('สร้างใหม่', 'New')));
  await keyboard.press('Enter');
  const form = dialog(page);
  await tabTo(page, form.getByLabel(say('ชื่อลูกค้า', 'Account name')));
  await keyboard.type(name);
  await tabTo(page, button(form, say('บันทึก', 'Save')));
  await keyboard.press('Enter');
  await toast(page, say('สร้าง', 'created')).waitFor();
  await form.waitFor({ state: 'hidden' });

  await tabTo(page, page.getByRole('searchbox'));
  await keyboard.type(name);
  await become(() => page.locator('.grid-row a').allInnerTexts(), [name]);
  await tabTo(page, page.locator('.grid-row [data-col="1"]'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await page.waitForURL('**/record/account/*');

  const pencil = page.getByRole('button', { name: say('แก้ไข โทรศัพท์', 'Edit Phone'), exact: true });
  await pencil.waitFor();
  await tabTo(page, pencil);
  await keyboard.press('Enter');
  await page.locator('[data-field="phone"] input').waitFor();
  await keyboard.type('02-777-7777');
  await keyboard.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-777-7777');
  await tabTo(page, pencil);
  await keyboard.press('Enter');
  await page.locator('[data-field="phone"] input').waitFor();
  await keyboard.type('9');
  await keyboard.press('Escape');
  await become(() => fact(page, 'phone').innerText(), '02-777-7777');

  const more = button(page.locator('.page-head'), say('เพิ่มเติม', 'More'));
  await page.locator('#main').evaluate((main) => main.focus());
  await tabTo(page, more);
  await keyboard.press('Enter');
  await entry(page, say('มอบหมาย', 'Assign')).waitFor();
  await keyboard.press('Escape');
  assert.ok(await focused(more), 'the focus is back where the menu was opened');
  await keyboard.press('Enter');
  await keyboard.press('End');
  const assign = page.getByRole('menuitem', { name: say('มอบหมาย', 'Assign') });
  for (let up = 0; up < 6 && !(await focused(assign)); up++) await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  const question = dialog(page);
  await control(question, say('ผู้ดูแล', 'Owner')).waitFor();
  await keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await become(() => fact(page, 'phone').innerText(), '02-777-7777');
});
