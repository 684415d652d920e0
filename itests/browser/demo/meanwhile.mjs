// What others do to a record while somebody is at work on it.
import assert from 'node:assert/strict';
import { button, choose, control, dialog, edit, entry, fact, holdBack, open, press, rows, toast, twoDays, type, writeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const slower = { ...sales, refused: [412] };
const gone = { ...sales, refused: [404] };
const chief = persona('administrator');

/** Writes to a record as somebody else does. */
const meanwhile = async (record, values, entity = 'account') =>
  (await chief()).call('PATCH', `/api/records/${entity}/${record.id}`, values, { 'If-Match': '*' });

/** A customer's phone that two people write: 111 it was, 222 is what is typed here, 333 what the other one has saved. */
async function phoneOfTwo(page, me, title) {
  const account = await me.make('account', { name: named(title), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-222-2222');
  await meanwhile(account, { phone: '02-333-3333' });
  await box.press('Enter');
  return { account, box };
}

inEitherLanguage('two people change the same field: the three values stand side by side and one is chosen', slower, async ({ page, me, say }) => {
  await phoneOfTwo(page, me, 'บริษัทสองคนแก้');
  const line = dialog(page).locator('tbody tr').first();
  for (const value of ['02-111-1111', '02-222-2222', '02-333-3333']) await line.getByText(value).waitFor();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');
});

inEitherLanguage('who presses twice for his choice is in nobody\'s way, not in his own either', slower, async ({ page, me, say }) => {
  const { account } = await phoneOfTwo(page, me, 'บริษัทเลือกสองครั้ง');
  const keep = button(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await keep.waitFor();
  const changes = (request) => request.method() === 'PATCH';
  const answer = await holdBack(page, '**/api/records/account/*', changes);
  await keep.click();
  await become(() => keep.isDisabled(), true);
  // Somebody is faster once more: it is asked again.
  await meanwhile(account, { phone: '02-444-4444' });
  await answer();
  await dialog(page).getByText('02-444-4444').waitFor();
  await become(() => keep.isDisabled(), false);
  await page.unrouteAll({ behavior: 'wait' });
  await keep.click();
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');
  await dialog(page).waitFor({ state: 'detached' });
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

inEitherLanguage('an address that is being changed stays itself when somebody takes another one away', slower, async ({ page, me, say }) => {
  const address = (street) => ({ kind: 'main', street });
  const account = await me.make('account', { name: named('บริษัทสามที่อยู่'), addresses: ['1 ก', '2 ข', '3 ค'].map(address) });
  await open(page, `/record/account/${account.id}`);
  const addresses = page.locator('[data-field="addresses"]');
  await addresses.getByRole('button', { name: new RegExp(`^${say('แก้ไข', 'Edit')}.*2$`) }).click();
  const box = control(dialog(page), say('ที่อยู่', 'Street address')).locator('input, textarea');
  assert.equal(await box.inputValue(), '2 ข');
  await meanwhile(account, { addresses: ['2 ข', '3 ค'].map(address) });
  await addresses.getByText('1 ก').waitFor({ state: 'detached' });
  await box.fill('2 ข ใหม่');
  await press(dialog(page), say('ตกลง', 'OK'));
  // It is asked which of both lists counts; nothing was put in the place of another.
  const mine = dialog(page).locator('tbody tr').first().getByText('2 ข ใหม่');
  await mine.waitFor();
  const streets = async () => (await me.read('account', account.id)).addresses.map(({ street }) => street);
  assert.deepEqual(await streets(), ['2 ข', '3 ค']);
  await mine.click();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(streets, ['1 ก', '2 ข ใหม่', '3 ค']);
});

inEitherLanguage('who chooses neither value goes on typing, and may take the other one after all', slower, async ({ page, me, say }) => {
  const { account, box } = await phoneOfTwo(page, me, 'บริษัทยังไม่เลือก');
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

inEitherLanguage('what others write elsewhere does not hinder a step, and who took it first is told of', slower, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทปิดการขาย') });
  const deal = await me.make('opportunity', { name: named('งานที่แพ้'), account: account.id, expectedCloseOn: '2099-12-31' });
  const lose = async (note) => {
    await page.locator('.stage-path li:last-child button').click();
    await choose(dialog(page), say('เหตุผลที่ปิดการขายไม่ได้', 'Reason lost'), say('ลูกค้าไม่มีงบประมาณ', 'No budget'));
    await dialog(page).locator('textarea').first().fill(note);
  };
  const send = () => dialog(page).locator('[type=submit]').click();
  await open(page, `/record/opportunity/${deal.id}`);
  await lose('ลูกค้าเลื่อนโครงการ');
  await meanwhile(deal, { nextStep: 'โทรหาอีกครั้ง' }, 'opportunity');
  await send();
  await become(async () => (await me.read('opportunity', deal.id)).stage, 'lost');

  const other = await me.make('opportunity', { name: named('งานที่แย่งกัน'), account: account.id, expectedCloseOn: '2099-12-31' });
  await open(page, `/record/opportunity/${other.id}`);
  await lose('ลูกค้าหาย');
  await (await chief()).call('POST', `/api/records/opportunity/${other.id}/actions/move`, { input: { stage: 'considering' } }, { 'If-Match': '*' });
  await send();
  const told = dialog(page).getByRole('alert');
  await told.getByText(say('ขั้นตอนการขาย: กำลังพิจารณา', 'Stage: Considering')).waitFor();
  assert.equal(await dialog(page).locator('textarea').first().inputValue(), 'ลูกค้าหาย');
  await send();
  await become(async () => (await me.read('opportunity', other.id)).stage, 'lost');
});

inEitherLanguage('what is done is written down though others changed it meanwhile, and never over their words unseen', slower, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทงานร่วม') });
  const regarding = { id: account.id, entity: 'account' };
  const made = (subject) => me.make('activity', { subject: named(subject), type: 'task', priority: 'normal', regarding, dueAt: new Date(Date.now() - 3_600_000).toISOString() });
  const [task, other] = [await made('งานเสร็จแล้ว'), await made('งานสองคนทำ')];
  const result = dialog(page).locator('textarea').first();
  const send = () => dialog(page).locator('[type=submit]').click();
  await open(page, `/record/activity/${task.id}`);
  await press(page.locator('.record-head'), say('เสร็จสิ้น', 'Complete'));
  await result.fill('ทำเสร็จแล้ว');
  await meanwhile(task, { priority: 'high' }, 'activity');
  await send();
  await become(async () => (await me.read('activity', task.id)).status, 'completed');

  await open(page, `/record/account/${account.id}`);
  await press(page, say(`เสร็จแล้ว: ${other.subject}`, `Done: ${other.subject}`));
  await result.fill('ทำเสร็จแล้ว');
  await meanwhile(other, { result: 'คุยกันแล้ว' }, 'activity');
  await send();
  await dialog(page).getByRole('alert').getByText('คุยกันแล้ว').waitFor();
  assert.equal(await result.inputValue(), 'ทำเสร็จแล้ว');
  await meanwhile(other, { priority: 'high' }, 'activity');
  await send();
  await become(async () => (await me.read('activity', other.id)).result, 'ทำเสร็จแล้ว');

  const ended = await made('งานที่คนอื่นทำเสร็จ');
  await page.reload();
  await press(page, say(`เสร็จแล้ว: ${ended.subject}`, `Done: ${ended.subject}`));
  await result.fill('ส่งของแล้วด้วย');
  await (await persona('manager')()).call('POST', `/api/records/activity/${ended.id}/actions/complete`, { input: { result: 'โทรแล้ว' } }, { 'If-Match': `"${ended.version}"` });
  await send();
  await dialog(page).getByRole('alert').getByText('โทรแล้ว').waitFor();
  await send();
  await become(async () => (await me.read('activity', ended.id)).result, 'ส่งของแล้วด้วย');
});

inEitherLanguage('an entry goes to another time though others changed it meanwhile, and is not moved from under them unseen', slower, async ({ page, me, say }) => {
  const subject = named('นัดที่สองคนย้าย');
  const made = await me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt: '2031-11-12T02:00:00Z', minutes: 60 });
  await open(page, `/calendar?view="day"&date="2031-11-12"`);
  const ask = async (from, to) => {
    await page.locator('.cal-sheet').getByRole('button', { name: subject }).first().focus();
    await page.keyboard.press('Enter');
    await press(dialog(page), say('ย้ายเวลา', 'Move'));
    const [start, end] = await twoDays(dialog(page));
    for (const [box, hour] of [[start, from], [end, to]]) {
      await until(async () => {
        await writeDay(box, say(`12 พ.ย. 2574 ${hour}`, `12 Nov 2574 ${hour}`));
        assert.match(await box.inputValue(), new RegExp(`${hour}$`));
      });
    }
  };
  const save = () => press(dialog(page), say('บันทึก', 'Save'));
  const begins = async () => (await me.read('activity', made.id)).startAt;
  await ask('11:00', '12:00');
  await meanwhile(made, { priority: 'high' }, 'activity');
  await save();
  await become(begins, '2031-11-12T04:00:00Z');
  await dialog(page).waitFor({ state: 'detached' });

  await ask('13:00', '14:00');
  await meanwhile(made, { startAt: '2031-11-12T01:00:00Z' }, 'activity');
  await save();
  await toast(page, say('มีผู้อื่นแก้ไขรายการนี้ไปแล้ว', 'Somebody else has changed this meanwhile')).waitFor();
  assert.equal(await begins(), '2031-11-12T01:00:00Z');
  await save();
  await become(begins, '2031-11-12T06:00:00Z');
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
