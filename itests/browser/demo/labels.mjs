import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { choose, control, dialog, entry, open, press, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const manager = { who: persona('manager') };
const address = { kind: 'main', street: '99/9 ถ.พระราม 9', subDistrict: 'ห้วยขวาง', district: 'ห้วยขวาง', province: 'กรุงเทพมหานคร', postcode: '10310' };

/** Whether the picture of the first page is there, and how wide for how high it is. */
const shape = (asked) =>
  asked.locator('.label-page img').evaluate(async (image) => {
    await image.decode();
    return (image.naturalWidth / image.naturalHeight).toFixed(1);
  });

async function taken(page, asked, say) {
  const downloading = page.waitForEvent('download');
  await press(asked, say('ดาวน์โหลด PDF', 'Download PDF'));
  const file = await downloading;
  const bytes = await readFile(await file.path());
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  await become(() => page.getByRole('dialog').count(), 0);
  return file.suggestedFilename();
}

inEitherLanguage('the chosen rows of a list are printed on labels, and who has no address is told before (LCA-39 RPT-13)', manager, async ({ page, me, say }) => {
  const name = named('บริษัทน้ำปู่ที่');
  for (const each of ['หนึ่ง', 'สอง']) await me.make('account', { name: `${name} ${each}`, addresses: [address] });
  await me.make('account', { name: `${name} สาม` });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await settled(page);
  await become(() => page.locator('.grid-row').count(), 3);
  for (const each of ['หนึ่ง', 'สอง', 'สาม']) await page.locator('.grid-row', { hasText: `${name} ${each}` }).locator('.check').click();
  await press(page.locator('.bulk'), say('คำสั่ง', 'Actions'));
  await entry(page, say('ป้ายที่อยู่', 'Address labels')).click();
  const asked = dialog(page);
  await asked.getByText(say('1 จาก 3 รายการไม่มีที่อยู่', '1 of 3 have no address')).waitFor();
  await asked.getByRole('link', { name: `${name} สาม` }).waitFor();
  const number = (many) => asked.getByText(say(`${many} ดวง`, `Labels: ${many}`), { exact: true }).waitFor();
  await number(2);
  await choose(asked, say('กระดาษ', 'Paper'), '24');
  await become(() => shape(asked), (210 / 297).toFixed(1));
  await asked.getByText(say(/^พิมพ์ชื่ออย่างเดียว/, /^Print their names alone/)).click();
  await number(3);
  await control(asked, say('จำนวนดวงต่อรายการ', 'Labels for each')).locator('input').fill('2');
  await number(6);
  await control(asked, say('เริ่มที่ดวงที่', 'Start at label')).locator('input').fill('23');
  const file = await taken(page, asked, say);
  assert.match(file, say(/^ลูกค้า – สติกเกอร์ A4 24 ดวง/, /^Accounts – A4 sheet of 24/));
});

inEitherLanguage('one lead is printed on an envelope from its menu (LCA-39 RPT-07)', manager, async ({ page, me, say }) => {
  const lead = await me.make('lead', { name: named('ฝั่งฟ้า'), company: 'หจก. ซื้อดี', addresses: [address] });
  await open(page, `/record/lead/${lead.id}`);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say('พิมพ์ป้ายที่อยู่', 'Print label')).click();
  const asked = dialog(page);
  await choose(asked, say('กระดาษ', 'Paper'), 'DL');
  await become(() => shape(asked), '2.0');
  assert.equal(await control(asked, say('เริ่มที่ดวงที่', 'Start at label')).count(), 0, 'an envelope has one place');
  assert.match(await taken(page, asked, say), /DL \(220 × 110/);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say('พิมพ์ป้ายที่อยู่', 'Print label')).click();
  await become(() => shape(dialog(page)), '2.0');
});
