// What others do to a record while somebody is at work on it.
import assert from 'node:assert/strict';
import { control, dialog, edit, entry, fact, open, press, rows, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const slower = { ...sales, refused: [412] };
const gone = { ...sales, refused: [404] };
const chief = persona('administrator');

/** Writes to a record as somebody else does. */
const meanwhile = async (account, values) =>
  (await chief()).call('PATCH', `/api/records/account/${account.id}`, values, { 'If-Match': '*' });

inEitherLanguage('two people change the same field: the three values stand side by side and one is chosen', slower, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสองคนแก้'), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-222-2222');
  await meanwhile(account, { phone: '02-333-3333' });
  await box.press('Enter');
  const line = dialog(page).locator('tbody tr').first();
  for (const value of ['02-111-1111', '02-222-2222', '02-333-3333']) await line.getByText(value).waitFor();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');
});

inEitherLanguage('two people add an address: both lists are read whole, and one is chosen', slower, async ({ page, me, say }) => {
  const address = (street) => ({ kind: 'main', street });
  const account = await me.make('account', { name: named('บริษัทสองที่อยู่'), addresses: [address('1 ถนนเดิม')] });
  await open(page, `/record/account/${account.id}`);
  const addresses = page.locator('[data-field="addresses"]');
  await addresses.locator('.part-tools button').first().click();
  const box = control(dialog(page), say('ที่อยู่', 'Street address')).locator('input, textarea');
  await box.fill('2 ถนนฉัน');
  await meanwhile(account, { addresses: [address('1 ถนนเดิม'), address('3 ถนนเขา')] });
  await press(dialog(page), say('ตกลง', 'OK'));
  const line = dialog(page).locator('tbody tr').first();
  for (const street of ['1 ถนนเดิม', '2 ถนนฉัน', '3 ถนนเขา']) await line.getByText(street).first().waitFor();
  await line.getByText('3 ถนนเขา').click();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await addresses.getByText('3 ถนนเขา').waitFor();
  const streets = (await me.read('account', account.id)).addresses.map(({ street }) => street);
  assert.deepEqual(streets, ['1 ถนนเดิม', '3 ถนนเขา']);
});

inEitherLanguage('who chooses neither value goes on typing, and may take the other one after all', slower, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทยังไม่เลือก'), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-222-2222');
  await meanwhile(account, { phone: '02-333-3333' });
  await box.press('Enter');
  await dialog(page).getByText('02-333-3333').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(await box.inputValue(), '02-222-2222');
  await box.press('Enter');
  await press(dialog(page), say('ใช้ค่าปัจจุบัน', 'Take the current values'));
  await become(() => fact(page, 'phone').innerText(), '02-333-3333');
  assert.equal((await me.read('account', account.id)).phone, '02-333-3333');
});

inEitherLanguage('of two fields that both changed each is chosen by itself', slower, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสองช่อง'), phone: '02-111-1111', email: 'a@shop.example' });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(account.name)}`);
  await become(async () => (await rows(page)).length, 1);
  await page.locator('.row-menu').click();
  await entry(page, say('แก้ไข', 'Edit')).click();
  await type(dialog(page), say('โทรศัพท์', 'Phone'), '02-222-2222');
  await type(dialog(page), say('อีเมล', 'E-mail'), 'b@shop.example');
  await meanwhile(account, { phone: '02-333-3333', email: 'c@shop.example' });
  await press(dialog(page), say('บันทึก', 'Save'));
  const line = (label) => dialog(page).locator('tbody tr', { hasText: label });
  await line(say('โทรศัพท์', 'Phone')).getByText('02-333-3333').click();
  await line(say('อีเมล', 'E-mail')).getByText('b@shop.example').click();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(async () => {
    const { phone, email } = await me.read('account', account.id);
    return [phone, email];
  }, ['02-333-3333', 'b@shop.example']);
});

inEitherLanguage('a note that is being written goes along when its record becomes part of another one', gone, async ({ page, me, say }) => {
  const [winner, loser] = [await me.make('account', { name: named('บริษัทที่เหลือ') }), await me.make('account', { name: named('บริษัทที่รวม') })];
  await open(page, `/record/account/${loser.id}`);
  const note = page.locator('.composer textarea').first();
  await note.fill('ลูกค้าขอส่วนลด');
  await (await chief()).call('POST', '/api/records/account/merge', { records: [{ id: winner.id }, { id: loser.id }] });
  await page.waitForURL(`**/record/account/${winner.id}`);
  await toast(page, say('สิ่งที่พิมพ์ค้างไว้ย้ายมาด้วย', 'what you typed came along')).waitFor();
  await become(() => note.inputValue(), 'ลูกค้าขอส่วนลด');
});

inEitherLanguage('what was being typed at a record that somebody deleted can be taken along, and is there when it is back', gone, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทถูกลบ') });
  await open(page, `/record/account/${account.id}`);
  const note = page.locator('.composer textarea').first();
  await note.fill('นัดใหม่วันศุกร์');
  const administrator = await chief();
  await administrator.call('DELETE', `/api/records/account/${account.id}`, undefined, { 'If-Match': '*' });
  await page.getByText(say('สิ่งที่คุณพิมพ์ไว้ที่นี่และยังไม่ได้บันทึก', 'What you typed here and did not save')).waitFor();
  await page.locator('.typed').getByText('นัดใหม่วันศุกร์').waitFor();
  const { items } = await administrator.call('GET', '/api/recycle-bin');
  const { id } = items.find((one) => one.label === account.name);
  await administrator.call('POST', `/api/recycle-bin/${id}/restore`);
  await open(page, `/record/account/${account.id}`);
  await become(() => note.inputValue(), 'นัดใหม่วันศุกร์');
});

inEitherLanguage('a field that is left as it was is not written, whoever changed it meanwhile', sales, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทไม่ได้แตะ'), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const place = await edit(page, 'phone');
  await place.locator('input').waitFor();
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/account/${account.id}`));
  await meanwhile(account, { phone: '02-333-3333' });
  await told;
  await place.locator('input').press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-333-3333');
});
