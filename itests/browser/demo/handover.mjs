import assert from 'node:assert/strict';
import { become, until } from '../stage/until.mjs';
import { button, choose, control, dialog, entry, fact, open, pick, press, toast, type, writeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';

const manager = { who: persona('manager') };
const sales = { who: persona('sales') };
const administrator = { who: persona('administrator') };

/** A verb out of the menu of the record that is open. */
async function verb(page, say, th, en) {
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say(th, en)).click();
  return dialog(page);
}

inEitherLanguage('a customer goes to a colleague with its open work and a remark (CDB-01 LCA-21)', manager, async ({ page, me, say }) => {
  const seller = salesperson(say);
  const account = await me.make('account', { name: named('บริษัทส่งต่อ') });
  const subject = named('โทรตาม');
  const about = { subject, type: 'phone', priority: 'normal', account: account.id };
  const call = await me.make('activity', about);
  await open(page, `/record/account/${account.id}`);
  const asked = await verb(page, say, 'มอบหมาย', 'Assign');
  await press(asked, say('มอบหมาย', 'Assign'));
  await asked.getByText(say('เลือกผู้รับก่อน', 'Choose who gets it')).waitFor();
  await choose(asked, say('ผู้ดูแล', 'Owner'), seller, seller);
  await asked.getByText(say('พร้อมกิจกรรม ที่ยังเปิดอยู่ของเจ้าของเดิม', 'With the former owner’s open activities')).click();
  const remark = named('ฝากด้วย');
  await type(asked, say('ข้อความถึงเจ้าของใหม่', 'Remark to the new owner'), remark);
  await press(asked, say('มอบหมาย', 'Assign'));
  await become(async () => (await fact(page, 'owner').innerText()).trim(), seller);
  await until(async () => assert.equal((await me.read('activity', call.id)).owner.label, 'สมชาย ใจดี'));
  const told = await (await persona('sales')()).call('GET', '/api/alerts?which=assignment');
  assert.ok(told.alerts.some((alert) => alert.text.includes(remark)), JSON.stringify(told.alerts[0]));
});

inEitherLanguage('a deal is shared until a day, seen on its page, and that ends again (CDB-02 OPP-21)', manager, async ({ page, me, say }) => {
  const seller = salesperson(say);
  const account = await me.make('account', { name: named('บริษัทร่วมดูแล') });
  const deal = await me.make('opportunity', { name: named('โอกาสร่วม'), account: account.id, expectedCloseOn: '2030-01-01' });
  await open(page, `/record/opportunity/${deal.id}`);
  const asked = await verb(page, say, 'แบ่งปัน', 'Share');
  const who = asked.locator('.two-controls .select').last();
  await who.click();
  await pick(page, who, seller, seller);
  const line = asked.getByRole('listitem', { name: seller });
  await line.getByText(say('แก้ไข', 'Write')).click();
  await writeDay(line.locator('.date input'), say('31 ธ.ค. 2574', '31 Dec 2031'));
  await press(asked, say('บันทึก', 'Save'));
  await toast(page, say('บันทึกการแบ่งปันแล้ว', 'Sharing saved')).waitFor();
  const seen = page.locator('.shared-with li', { hasText: seller });
  await seen.getByText(say(/^ดู, แก้ไข – ถึง 31 ธ\.ค\. \d{4}$/, /^Read, Write – until 31 Dec \d{4}$/)).waitFor();
  const [share] = await me.call('GET', `/api/records/opportunity/${deal.id}/shares`);
  assert.equal(share.until, '2031-12-31T17:00:00Z');
  const again = await verb(page, say, 'แบ่งปัน', 'Share');
  await press(again, say(`เลิกแบ่งปันกับ ${seller}`, `End sharing with ${seller}`));
  await press(again, say('บันทึก', 'Save'));
  await seen.waitFor({ state: 'detached' });
});

inEitherLanguage('a copy of a customer begins with what was entered and brings what is chosen (CDB-07)', manager, async ({ page, me, say }) => {
  const name = named('บริษัทต้นแบบ');
  const account = await me.make('account', { name, code: named('C'), remark: 'จ่ายช้า' });
  await me.make('contact', { name: 'อนันต์', account: account.id });
  await me.call('POST', `/api/records/account/${account.id}/notes`, { text: 'บันทึกเดิม' });
  await open(page, `/record/account/${account.id}`);
  const asked = await verb(page, say, 'คัดลอก', 'Copy');
  await asked.getByRole('checkbox', { name: new RegExp(say('^ผู้ติดต่อ', '^Contacts')) }).check();
  await asked.getByRole('checkbox', { name: new RegExp(say('^บันทึก', '^Notes')) }).check();
  await press(asked, say('ต่อไป', 'Next'));
  await page.waitForURL('**/new/account');
  assert.equal(await control(page, say('รหัสลูกค้า', 'Customer code')).locator('input').inputValue(), '');
  const count = () => me.count('account', { field: 'name', op: 'startsWith', value: name });
  assert.equal(await count(), 1, 'nothing is saved before the form is');
  await type(page, say('ชื่อลูกค้า', 'Account name'), `${name} สาขา 2`);
  await press(page, say('บันทึก', 'Save'));
  const anyway = button(page, say('บันทึกเป็นรายการใหม่', 'Save as a new record'));
  await page.locator('.record-head').or(anyway).first().waitFor();
  if ((await anyway.count()) > 0) await anyway.click();
  await page.waitForURL('**/record/account/*');
  const copy = page.url().split('/').at(-1);
  assert.equal((await me.read('account', copy)).remark, 'จ่ายช้า');
  await until(async () => assert.equal(await me.count('contact', { field: 'account', op: '=', value: copy }), 1));
  await until(async () => assert.equal((await me.call('GET', `/api/records/account/${copy}/notes`)).items[0]?.text, 'บันทึกเดิม'));
});

inEitherLanguage('whoever leaves hands over all he owns on one page, and is signed out', administrator, async ({ page, me, say }) => {
  const seller = salesperson(say);
  const login = named('leaver').replace(/[^a-z0-9]/gi, '').toLowerCase();
  const leaver = await me.make('user', { login, name: login });
  const mine = { field: 'owner', op: '=', value: leaver.id };
  for (const each of [1, 2]) await me.make('account', { name: named(`ของคนลาออก ${each}`), owner: leaver.id });
  await open(page, '/leaver');
  await choose(page, say('ใครลาออก', 'Who leaves'), login, login);
  const line = page.getByRole('row', { name: say('ลูกค้า', 'Accounts') });
  await line.getByText('2', { exact: true }).waitFor();
  const start = say('ส่งมอบและปิดการใช้งาน', 'Hand over and put out of use');
  await line.locator('.select').first().click();
  await pick(page, line, say('บุคคล', 'Person'));
  await press(page, start);
  await toast(page, say('เลือกผู้รับก่อน', 'Choose who gets it')).waitFor();
  const who = line.locator('.select').last();
  await who.click();
  await pick(page, who, seller, seller);
  await press(page, start);
  await press(dialog(page), start);
  await until(async () => assert.equal(await me.count('account', mine), 0));
  assert.equal((await me.read('user', leaver.id)).active, false);
  await press(page, say('ย้อนคืน', 'Undo'));
  await until(async () => assert.equal(await me.count('account', mine), 2));
  assert.equal((await me.read('user', leaver.id)).active, false);
});

inEitherLanguage('a list shows only what others shared with one', sales, async ({ page, me, say }) => {
  const chief = await persona('manager')();
  const [shared, own] = [named('บริษัทแบ่งมา'), named('บริษัทของฉันเอง')];
  const { id } = await chief.make('account', { name: shared, owner: chief.id });
  await me.make('account', { name: own });
  await chief.call('PUT', `/api/records/account/${id}/shares`, [{ principal: { kind: 'user', id: me.id }, read: true }]);
  await open(page, '/list/account?view=core.all-accounts');
  await press(page, say('เพิ่มเติมเกี่ยวกับมุมมองนี้', 'More about this view'));
  await entry(page, say('ที่แบ่งปันให้ฉัน', 'Shared with me')).click();
  await page.locator('.chips').getByText(say('ที่แบ่งปันให้ฉัน', 'Shared with me')).waitFor();
  await page.locator('.grid-row', { hasText: shared }).waitFor();
  assert.equal(await page.locator('.grid-row', { hasText: own }).count(), 0);
});
