// What the law on personal data gives people: their file, being forgotten, and taking back what they agreed to.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { button, control, dialog, entry, open, press, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const administrator = { who: persona('administrator') };
const title = (page) => page.locator('.record-head h1');
const verbs = async (page) => page.locator('.record-head .page-head [aria-haspopup]').last().click();

inEitherLanguage('all that is known of a person is one file, and he is erased for good with the reason in his history', administrator, async ({ page, me, say }) => {
  const name = named('ผู้ขอให้ลบ');
  const { id } = await me.call('POST', '/api/records/contact', { name, remark: 'ความลับ', mobile: '0812345678' });
  await me.call('POST', `/api/records/contact/${id}/notes`, { text: 'บันทึกลับ' });
  const { id: visit } = await me.call('POST', '/api/records/activity', { subject: `เยี่ยม ${name}`, contact: id, description: 'ความลับ' });
  await open(page, `/record/contact/${id}`);
  await verbs(page);
  await entry(page, say('ข้อมูลส่วนบุคคล (PDPA)', 'Personal data (PDPA)')).click();
  await dialog(page).getByRole('row', { name: say('กิจกรรม', 'Activities') }).waitFor();

  const coming = page.waitForEvent('download');
  await dialog(page).getByRole('link', { name: say('ดาวน์โหลดไฟล์', 'Download the file') }).click();
  const file = await coming;
  assert.match(file.suggestedFilename(), /^contact-\d+\.zip$/);
  assert.equal(fs.readFileSync(await file.path()).subarray(0, 2).toString(), 'PK');

  const erase = say('ลบถาวร', 'Erase for good');
  await button(dialog(page), erase).click();
  await dialog(page).getByText(say('ต้องระบุเหตุผล', 'Reason is required')).waitFor();
  await control(dialog(page), say('เหตุผล', 'Reason')).locator('input').fill('หนังสือลงวันที่ 30 พ.ย.');
  await button(dialog(page), erase).click();
  await dialog(page).getByText(say('เรียกคืนไม่ได้', 'This cannot be undone.')).waitFor();
  await button(dialog(page), erase).click();
  await toast(page, say('การลบข้อมูลบุคคล', 'Erasure of a person')).waitFor();
  await become(() => title(page).innerText(), say('บุคคลที่ลบข้อมูลแล้ว', 'Erased person'));
  const left = await me.call('GET', `/api/records/contact/${id}`);
  assert.deepEqual([left.remark ?? null, left.mobile ?? null], [null, null]);
  const done = await me.call('GET', `/api/records/activity/${visit}`);
  assert.equal(done.description ?? null, null);

  await page.getByRole('tab', { name: say('ประวัติการแก้ไข', 'History') }).click();
  await page.getByRole('tabpanel').getByText(say('ลบข้อมูลบุคคล', 'erased')).first().waitFor();
  await page.getByRole('tabpanel').getByText('หนังสือลงวันที่ 30 พ.ย.').waitFor();
  assert.equal(await page.getByText('ความลับ').count(), 0);
});

inEitherLanguage('a consent is withdrawn with one click, and says when', administrator, async ({ page, me, say }) => {
  const purpose = named('จดหมายข่าว');
  const { id: asked } = await me.call('POST', '/api/records/consentPurpose', { name: purpose, text: 'ยินยอมรับจดหมายข่าว' });
  const { id: contact } = await me.call('POST', '/api/records/contact', { name: named('ผู้ยินยอม') });
  const { id } = await me.call('POST', '/api/records/consent', { purpose: asked, contact, way: 'paper' });
  await open(page, `/record/consent/${id}`);
  await become(() => title(page).innerText(), purpose);
  await page.getByText('ยินยอมรับจดหมายข่าว').first().waitFor();
  await press(page.locator('.record-head .page-head'), say('ถอนความยินยอม', 'Withdraw'));
  await become(async () => (await me.call('GET', `/api/records/consent/${id}`)).state, 'withdrawn');
  await become(async () => Boolean((await me.call('GET', `/api/records/consent/${id}`)).withdrawnOn), true);
});

inEitherLanguage('who has no right to all that is known of a person is not offered it', { who: persona('sales') }, async ({ page, me, say }) => {
  const { id } = await me.call('POST', '/api/records/contact', { name: named('ลูกค้าของฉัน') });
  await open(page, `/record/contact/${id}`);
  await verbs(page);
  await entry(page, say('คัดลอก', 'Copy')).waitFor();
  assert.equal(await entry(page, say('ข้อมูลส่วนบุคคล (PDPA)', 'Personal data (PDPA)')).count(), 0);
});
