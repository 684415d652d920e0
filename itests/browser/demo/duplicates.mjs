import assert from 'node:assert/strict';
import { button, dialog, entry, open, press, ready, settled, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const manager = { who: persona('manager') };
const isSearch = (answer) => answer.url().endsWith('/api/duplicates/search');

inEitherLanguage('who types a name that is there is told at once, and asked before it is saved twice (CDB-09 CDB-11)', sales, async ({ page, me, say }) => {
  const stem = say('ทิวไผ่เครื่องครัว', 'Bamboo Ridge Kitchenware');
  const known = await me.make('account', { name: say(`บริษัท ${stem} จำกัด`, `${stem} Co., Ltd.`), phone: '02-555-1212' });
  await open(page, '/new/account');
  await type(page, say('ชื่อลูกค้า', 'Account name'), say(`หจก. ${stem}`, `${stem} Limited Partnership`));
  const bar = page.locator('.matches');
  await bar.getByRole('link', { name: known.name }).waitFor();
  assert.match(await bar.innerText(), new RegExp(`${say('ชื่อลูกค้า', 'Account name')} · \\d+%`));
  const before = await me.count('account');
  await press(page.locator('.page-head'), say('บันทึก', 'Save'));
  const asked = dialog(page);
  await asked.getByRole('link', { name: known.name }).waitFor();
  await asked.getByRole('row', { name: say('โทรศัพท์', 'Phone') }).getByText('02-555-1212').waitFor();
  await press(asked, say('กลับไปแก้ไข', 'Go on editing'));
  assert.equal(await me.count('account'), before, 'nothing is saved before the answer');
  await press(page.locator('.page-head'), say('บันทึก', 'Save'));
  await press(dialog(page), say('บันทึกเป็นรายการใหม่', 'Save as a new record'));
  await page.waitForURL('**/record/account/*');
  assert.equal(await me.count('account'), before + 1);
});

inEitherLanguage('where it is surely the same the way to it stands out, and saving it twice never does', sales, async ({ page, me, say }) => {
  const stem = say('ลานหินศิลา', 'Stoneyard Quarry');
  const phone = say('02-555-3434', '02-555-3535');
  const known = await me.make('account', { name: say(`บริษัท ${stem} จำกัด`, `${stem} Co., Ltd.`), phone });
  await open(page, '/new/account');
  await type(page, say('ชื่อลูกค้า', 'Account name'), say(`หจก. ${stem}`, `${stem} Limited Partnership`));
  await press(page.locator('.page-head'), say('บันทึก', 'Save'));
  const asked = dialog(page);
  await button(asked, say('บันทึกเป็นรายการใหม่', 'Save as a new record')).waitFor();
  const outstanding = asked.locator('.dialog-foot .solid');
  assert.equal(await outstanding.count(), 0, 'a name alone may be another one');
  await press(asked, say('กลับไปแก้ไข', 'Go on editing'));
  await type(page, say('โทรศัพท์', 'Phone'), phone);
  await press(page.locator('.page-head'), say('บันทึก', 'Save'));
  await outstanding.waitFor();
  const opened = page.waitForEvent('popup');
  await asked.getByRole('link', { name: say('เปิดรายการที่มีอยู่', 'Open the existing record') }).click();
  await (await opened).waitForURL(`**/record/account/${known.id}`);
  await become(() => page.getByRole('dialog').count(), 0);
  assert.match(page.url(), /new\/account/, 'what was typed stays');
  // Nobody else is offered it again.
  await page.evaluate(() => localStorage.clear());
});

const merging = { ...manager, refused: [404] };
inEitherLanguage('chosen records become the most complete one, old links lead to it, and it is taken back (CDB-12)', merging, async ({ page, me, say }) => {
  const stem = say('เรือนแก้ววัสดุ', 'Glasshouse Supplies');
  const [first, second] = [say(`บริษัท ${stem} จำกัด`, `${stem} Co., Ltd.`), say(`หจก. ${stem}`, `${stem} LP`)];
  const stays = await me.make('account', { name: first, phone: '02-777-0001', remark: 'x', rating: 'hot' });
  const goes = await me.make('account', { name: second, phone: '02-777-0002', email: 'office@glass.example' });
  await me.make('contact', { name: say('คุณแก้วใจ เรือนงาม', 'Kaewjai Ruangam'), account: goes.id });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(stem)}`);
  await settled(page);
  for (const name of [first, second]) await page.locator('.grid-row', { hasText: name }).locator('.check').click();
  await press(page.locator('.bulk'), say('คำสั่ง', 'Actions'));
  await entry(page, say('รวมเป็นรายการเดียว', 'Merge into one')).click();
  const line = (field) => page.locator(`.beside [data-field="${field}"]`);
  await line('email').locator('.taken', { hasText: 'office@glass.example' }).waitFor();
  await page.getByRole('radio', { name: new RegExp(`: ${first.replace('.', '\\.')}$`) }).check();
  await line('phone').getByText('02-777-0002').click();
  await page.locator('.moves li', { hasText: say('ผู้ติดต่อ', 'Contacts') }).filter({ hasText: '1' }).waitFor();
  await press(page, say('รวม 2 รายการ', 'Merge 2 records'));
  await page.waitForURL(`**/record/account/${stays.id}`);
  const merged = await me.read('account', stays.id);
  assert.deepEqual([merged.name, merged.phone, merged.email], [first, '02-777-0002', 'office@glass.example']);
  const undo = toast(page, say('ยกเลิกได้ภายใน 30 วัน', 'undo it for 30 days')).getByRole('button').first();
  const old = await me.page();
  await old.goto(`/record/account/${goes.id}`);
  await old.waitForURL(`**/record/account/${stays.id}`);
  await old.close();
  await undo.click();
  await toast(page, say('แยกกลับเป็นรายการเดิมแล้ว', 'They are separate records again')).waitFor();
  assert.equal((await me.read('account', stays.id)).phone, '02-777-0001');
  assert.equal((await me.read('account', goes.id)).email, 'office@glass.example');
});

inEitherLanguage('the finder groups what is there twice, by the pattern that is chosen, and remembers what is not until that is taken back (CDB-08 CDB-09 CDB-10)', manager, async ({ page, me, say }) => {
  const code = say('K-7714', 'K-7715');
  const names = say(['ร้านปลาทอง', 'โรงไม้สัก'], ['Goldfish Shop', 'Teakwood Mill']);
  await me.make('account', { name: names[0], code });
  await me.make('account', { name: names[1], code: code.replace('-', '').toLowerCase() });
  await open(page, '/list/account?view=core.all-accounts');
  await press(page, say('เพิ่มเติมเกี่ยวกับมุมมองนี้', 'More about this view'));
  await entry(page, say('ค้นหาข้อมูลซ้ำ', 'Find duplicates')).click();
  await page.locator('.finder').waitFor();
  await page.getByRole('navigation', { name: say('การขาย', 'Sales') }).getByRole('link', { name: say('ลูกค้า', 'Accounts'), exact: true }).waitFor();
  const pattern = say('ต้องตรงกันที่', 'Must agree in');
  await page.locator('.finder .select').click();
  const offered = await page.locator('.ant-select-item-option').allInnerTexts();
  for (const field of [say('รหัสลูกค้า', 'Customer code'), say('ชื่อลูกค้า', 'Account name'), say('ที่อยู่', 'Addresses')]) {
    assert.ok(offered.includes(field), `${pattern}: ${offered}`);
  }
  await ready(page, { hasText: say('รหัสลูกค้า', 'Customer code') }).click();
  await page.keyboard.press('Escape');
  await press(page, say('ค้นหา', 'Search'));
  const group = page.locator('.found-groups:not(.judged) > li', { hasText: names[0] });
  await group.filter({ hasText: names[1] }).filter({ hasText: say('รหัสลูกค้า', 'Customer code') }).waitFor({ timeout: 30_000 });
  await button(group, say('ไม่ใช่รายเดียวกัน', 'Not a duplicate')).click();
  await become(() => group.count(), 0);
  const [begun] = await Promise.all([page.waitForResponse(isSearch), press(page, say('ค้นหา', 'Search'))]);
  const { job } = await begun.json();
  await become(async () => (await me.call('GET', `/api/jobs/${job}`)).state, 'done', 30_000);
  await become(() => group.count(), 0);
  const said = page.getByRole('list', { name: say('ที่ระบุแล้วว่าไม่ใช่รายเดียวกัน', 'Said not to be duplicates') }).locator('> li', { hasText: names[0] });
  await said.filter({ hasText: names[1] }).waitFor();
  await button(said, say('ย้อนคืน', 'Take back')).click();
  await toast(page, say('ย้อนคืนแล้ว', 'Taken back')).waitFor();
  await become(() => said.count(), 0);
  await press(page, say('ค้นหา', 'Search'));
  await group.filter({ hasText: names[1] }).waitFor({ timeout: 30_000 });
});

inEitherLanguage('the menu of a record says what may be the same as it, and why, and leads to making them one (CDB-09 CDB-12)', manager, async ({ page, me, say }) => {
  const stem = named(say('มุมตึกเบเกอรี', 'Corner Bakery'));
  const one = await me.make('account', { name: say(`บริษัท ${stem} จำกัด`, `${stem} Co., Ltd.`) });
  const other = await me.make('account', { name: say(`หจก. ${stem}`, `${stem} LP`), remark: 'x', rating: 'hot', website: 'https://corner.example' });
  await open(page, `/record/account/${one.id}`);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say('ค้นหาข้อมูลซ้ำ', 'Find duplicates')).click();
  const match = dialog(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: other.name, exact: true }) });
  await match.getByText(new RegExp(`^${say('ชื่อลูกค้า', 'Account name')} · \\d+%$`)).waitFor();
  assert.equal(await dialog(page).getByText(one.name).count(), 0, 'not itself');
  await match.getByRole('link', { name: say('รวมเป็นรายการเดียว', 'Merge into one') }).click();
  await page.waitForURL('**/merge/account?*');
  for (const { name } of [one, other]) await page.locator('.beside').getByText(name).first().waitFor();
  // The one that holds more is not the one that he stands on.
  const stays = page.getByRole('radio', { name: new RegExp(`: ${one.name.replaceAll('.', '\\.')}$`) });
  await become(() => stays.isChecked(), true);
  const asked = [];
  page.on('request', (request) => request.url().endsWith('/merge/proposal') && asked.push(request.url()));
  await page.locator('.moves').waitFor();
  asked.length = 0;
  await press(page, say('รวม 2 รายการ', 'Merge 2 records'));
  await page.waitForURL(`**/record/account/${one.id}`);
  await toast(page, say('ยกเลิกได้ภายใน 30 วัน', 'undo it for 30 days')).waitFor();
  await page.locator('.facts').first().waitFor();
  assert.deepEqual(asked, [], 'nothing is proposed for what is one already');
});

inEitherLanguage('one place says what the customer base lacks, leads to it and to every way to complete it (GEN-20)', manager, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไม่มีอีเมล') });
  await me.make('account', { name: named('บริษัทไม่มีเช่นกัน') });
  await open(page, '/list/account');
  await page.getByRole('link', { name: say('ฐานข้อมูลลูกค้า', 'Customer database'), exact: true }).click();
  const base = page.getByRole('region', { name: say('ลูกค้า', 'Accounts'), exact: true });
  const line = base.getByRole('listitem').filter({ hasText: say('อีเมล', 'E-mail') });
  const lacking = async () => Number((await line.getByRole('link').innerText()).replace(/\D/g, ''));
  const none = { field: 'email', op: 'empty' };
  const find = say('ค้นหาข้อมูลซ้ำ', 'Find duplicates');
  await line.getByRole('link').waitFor();
  const before = await lacking();
  assert.equal(before, await me.count('account', none), 'of all that one may see');
  await line.getByRole('link').click();
  await page.locator('.chip', { hasText: say('อีเมล ว่าง', 'E-mail is empty') }).waitFor();
  await settled(page);
  const { version } = await me.read('account', account.id);
  await me.call('PATCH', `/api/records/account/${account.id}`, { email: 'info@example.test' }, { 'If-Match': `"${version}"` });
  await page.goBack();
  await become(lacking, before - 1);
  for (const name of [find, say('นำเข้า', 'Import')]) await base.getByRole('link', { name }).waitFor();
  for (const name of [say('นำเข้าข้อมูล', 'Import'), say('ถังขยะ', 'Recycle bin')])
    await page.locator('.page-head').getByRole('link', { name }).waitFor();
  await base.getByRole('link', { name: find }).click();
  await page.waitForURL('**/duplicates/account');
});
