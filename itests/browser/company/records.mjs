import assert from 'node:assert/strict';
import fs from 'node:fs';
import { button, choose, control, dialog, edit, entry, fact, open, press, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { administrator, salesperson } from './people.mjs';

const sales = { who: salesperson };

// The page of what was just deleted may ask for it once more before the list comes.
inEitherLanguage('what was deleted lies in the recycle bin and comes back whole', { ...sales, refused: [404] }, async ({ page, me, say }) => {
  const contact = await me.make('contact', { name: named('ถูกลบ'), mobile: '081-234-5678' });
  await open(page, `/record/contact/${contact.id}`);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('ลบ', 'Delete')).click();
  await press(dialog(page), say('ลบ', 'Delete'));
  await page.waitForURL('**/list/contact*');
  await page.locator('.rail').getByRole('link', { name: say('หน้าแรก', 'Home'), exact: true }).last().click();
  await page.locator('.panel').getByRole('link', { name: say('ถังขยะ', 'Recycle bin') }).click();
  const line = page.locator('tbody tr', { hasText: contact.name });
  await line.getByRole('button').click();
  await line.waitFor({ state: 'detached' });
  await toast(page, contact.name).getByRole('button', { name: say('เปิด', 'Open'), exact: true }).click();
  await become(() => fact(page, 'mobile').innerText(), '081-234-5678');
});

inEitherLanguage('a file is attached, opened again and removed (GEN-26)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีไฟล์') });
  const [name, words] = [say('ใบสั่งซื้อ ๑.txt', 'Order 1.txt'), 'สั่งซื้อ 3 เครื่อง'];
  await open(page, `/record/account/${account.id}`);
  await page.getByRole('tab', { name: say('ไฟล์แนบ', 'Attachments') }).click();
  await page.locator('.drop input').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  const file = page.locator('.files li', { hasText: name });
  const downloading = page.waitForEvent('download');
  await file.getByRole('link', { name }).click();
  const download = await downloading;
  assert.deepEqual([download.suggestedFilename(), fs.readFileSync(await download.path(), 'utf8')], [name, words]);
  await button(file, `${say('ลบ', 'Delete')} ${name}`).click();
  await press(dialog(page), say('ลบ', 'Delete'));
  await page.getByText(say('ยังไม่มีไฟล์แนบ', 'No attachments yet')).waitFor();
});

scene('In Thai: the company makes a field of its own, and a colleague fills it in', { ...sales, language: languages[0], refused: [409] }, async ({ page, me }) => {
  const code = named('vehicle').replace(/ /g, '');
  const [th, en] = [named('ทะเบียนรถ'), named('Number plate')];
  const account = await me.make('account', { name: named('บริษัทมีรถ') });
  const boss = await administrator();
  await boss.settle({ locale: 'th' });
  const fields = await boss.page();
  await open(fields, '/fields');
  await choose(fields, 'ข้อมูล', 'ลูกค้า', 'ลูกค้า');
  await press(fields, 'เพิ่มฟิลด์');
  const form = dialog(fields);
  await type(form, 'ชื่อภาษาไทย', th);
  await type(form, 'ชื่อภาษาอังกฤษ', en);
  await type(form, 'รหัสฟิลด์', code);
  await press(form, 'บันทึก');
  const line = fields.locator('tbody tr', { hasText: th });
  await line.filter({ hasText: code }).waitFor();
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, code)).locator('input');
  await box.fill('1กก 1234');
  await box.press('Enter');
  await become(() => fact(page, code).innerText(), '1กก 1234');
  await page.locator(`[data-field="${code}"] dt`, { hasText: th }).waitFor();
  await line.getByRole('button').click();
  await press(dialog(fields), 'ลบ');
  await dialog(fields).getByText('ฟิลด์นี้ถูกใช้ใน').waitFor();
  await press(dialog(fields), 'ลบ');
  await line.waitFor({ state: 'detached' });
  await fields.close();
});
