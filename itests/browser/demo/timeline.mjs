import assert from 'node:assert/strict';
import { button, dialog, entry, open, pick, press, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const told = (page, text) => page.locator('.timeline > li', { hasText: text }).first();

/** Lets go of an e-mail over a place, as a mail program does. */
const dropMail = (place, name, text) =>
  place.evaluate((element, [name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: 'message/rfc822' }));
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, [name, text]);

inEitherLanguage('an e-mail that is dropped on a record is a message there, with the letter as its file (ACT-21)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทส่งจดหมายมา') });
  const subject = named('ขอราคาเครื่องพิมพ์');
  const head = ['From: buyer@shop.example', 'To: me@sala.example', `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`];
  const letter = [...head, 'Date: Mon, 23 Nov 2026 10:15:00 +0700', 'Content-Type: text/plain; charset=UTF-8', '', 'ต้องการ 3 เครื่อง', ''];
  await open(page, `/record/account/${account.id}`);
  await dropMail(page.locator('.facts').first(), 'letter.eml', letter.join('\r\n'));
  await told(page, subject).getByText('ต้องการ 3 เครื่อง').waitFor();
  await press(page, say('ข้อความ', 'Messages'));
  await told(page, subject).waitFor();
  const [message] = await me.find('activity', { field: 'account', op: '=', value: account.id }, ['type', 'mailFrom']);
  assert.deepEqual([message.type, message.mailFrom], ['email', 'buyer@shop.example']);
  const files = async (of) => (await me.call('GET', `/api/records/${of}/files`)).items.map((file) => file.name);
  assert.deepEqual(await files(`activity/${message.id}`), ['letter.eml']);
  assert.deepEqual(await files(`account/${account.id}`), [], 'it is no file beside');
});

inEitherLanguage('what a colleague writes or puts to a record that is open shows by itself (GEN-25 GEN-26)', sales, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทเปิดค้างไว้') });
  const colleague = await persona('manager')();
  await open(page, `/record/account/${account.id}`);
  await page.locator('.timeline').waitFor();
  const heard = page.waitForResponse((answer) => answer.url().includes(`/account/${account.id}/timeline`));
  await colleague.call('POST', `/api/records/account/${account.id}/notes`, { text: 'ลูกค้าขอเลื่อนนัด' });
  await heard;
  await told(page, 'ลูกค้าขอเลื่อนนัด').waitFor();
});

inEitherLanguage('what is planned is done where it stands, and what is deleted leaves a trace with the customer (ACT-13)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไม่ลืม') });
  const about = { regarding: { id: account.id, entity: 'account' } };
  const [done, gone] = [named('โทรยืนยัน'), named('โทรผิดราย')];
  const call = await me.make('activity', { type: 'phone', subject: done, dueAt: '2031-01-01T02:00:00Z', ...about });
  const wrong = await me.make('activity', { type: 'phone', subject: gone, ...about });
  await open(page, `/record/account/${account.id}`);
  const planned = page.locator('.planned');
  await press(planned.locator('li', { hasText: done }), say(`เสร็จแล้ว: ${done}`, `Done: ${done}`));
  await type(dialog(page), say('ผลของกิจกรรม', 'Result'), 'ok');
  await press(dialog(page), say('บันทึก', 'Save'));
  await become(async () => (await me.read('activity', call.id)).status, 'completed');
  await become(() => planned.getByText(done).count(), 0);
  await planned.getByRole('link', { name: gone }).click();
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('ลบ', 'Delete')).click();
  await press(dialog(page), say('ลบ', 'Delete'));
  await page.waitForURL('**/list/activity*');
  await open(page, `/record/account/${account.id}`);
  await told(page, say('ลบกิจกรรม', 'Activity removed')).getByText(salesperson(say)).waitFor();
  assert.equal(await page.locator('#main').getByText(gone).count(), 0);
  await me.call('GET', `/api/records/activity/${wrong.id}`).then(() => assert.fail('it is gone'), () => {});
});

inEitherLanguage('a changed value is put back from the timeline, taken back, and laid beside what somebody wrote since', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทเบอร์เก่า'), phone: '02-111-1111' });
  const write = (phone) => me.call('PATCH', `/api/records/account/${account.id}`, { phone }, { 'If-Match': '*' });
  const phone = async () => (await me.read('account', account.id)).phone;
  await write('02-222-2222');
  await open(page, `/record/account/${account.id}`);
  const back = say('คืนค่าเดิม: โทรศัพท์', 'Put back: Phone');
  await press(page.locator('.timeline'), back);
  await become(phone, '02-111-1111');
  await press(toast(page, say('คืนค่าเดิมของ โทรศัพท์ แล้ว', 'Phone is as it was before')), say('เลิกทำ', 'Undo'));
  await become(phone, '02-222-2222');

  await write('02-333-3333');
  const first = page.locator('.timeline > li', { hasText: '02-111-1111 →' }).last();
  await first.getByText('02-222-2222').waitFor();
  await page.locator('.timeline').getByText('02-333-3333').first().waitFor();
  await press(first, back);
  await dialog(page).getByText('02-333-3333').waitFor();
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(phone, '02-111-1111');
});

inEitherLanguage('an activity is changed where it stands in the timeline, planned or done (ACT-14)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทแก้นัด') });
  const [plan, past] = [named('นัดสาธิต'), named('โทรแล้ว')];
  const about = { regarding: { id: account.id, entity: 'account' } };
  const planned = await me.make('activity', { type: 'phone', subject: plan, dueAt: '2031-01-01T02:00:00Z', ...about });
  await me.make('activity', { type: 'phone', subject: past, status: 'completed', ...about });
  await open(page, `/record/account/${account.id}`);
  for (const subject of [plan, past]) {
    const line = page.locator('.timeline > li', { hasText: subject });
    await line.hover();
    await press(line, say(`เพิ่มเติมของ ${subject}`, `More about ${subject}`));
    await entry(page, say('แก้ไข', 'Edit')).click();
    await type(dialog(page), say('เรื่อง', 'Subject'), `${subject} ใหม่`);
    await press(dialog(page), say('บันทึก', 'Save'));
    await page.locator('.timeline > li', { hasText: `${subject} ใหม่` }).waitFor();
  }
  await become(async () => (await me.read('activity', planned.id)).subject, `${plan} ใหม่`);
  assert.equal(new URL(page.url()).pathname, `/record/account/${account.id}`);
});

inEitherLanguage('the timeline shows what one person did and is to do, and everything again without him', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทหลายคนดูแล') });
  const colleague = await persona('manager')();
  const about = { regarding: { id: account.id, entity: 'account' } };
  const by = async (person) => {
    const [note, task] = [named('บันทึก'), named('ต้องทำ')];
    await person.call('POST', `/api/records/account/${account.id}/notes`, { text: note });
    await person.make('activity', { type: 'task', subject: task, ...about });
    return [note, task];
  };
  const [mine, his] = [await by(me), await by(colleague)];
  const { name, nameEn } = await me.read('user', colleague.id);
  const called = say(name, nameEn);
  await open(page, `/record/account/${account.id}`);
  const seen = async (texts) => {
    for (const text of texts) await told(page, text).waitFor();
  };
  await seen([...mine, ...his]);
  const filter = page.locator('.timeline-filter');
  await press(filter, say('ของใคร', 'By whom'));
  await pick(page, filter.locator('.select'), called, called);
  for (const text of mine) await become(() => page.locator('#main').getByText(text).count(), 0);
  await seen(his);
  await filter.locator('.select').hover();
  await filter.locator('.ant-select-clear').click();
  await seen([...mine, ...his]);
});

inEitherLanguage('of what is planned the first are shown, the longest overdue before the others, and the rest when it is asked for', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทงานล้น') });
  const about = { regarding: { id: account.id, entity: 'account' } };
  const subjects = Array.from({ length: 32 }, (_, i) => `${named('งานค้าง')} ${i}`);
  const dueAt = (i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
  await Promise.all(subjects.map((subject, i) => me.make('activity', { type: 'task', subject, dueAt: dueAt(i), ...about })));
  await open(page, `/record/account/${account.id}`);
  const planned = page.locator('.planned');
  const seen = () => planned.locator('li a').allInnerTexts();
  await become(seen, subjects.slice(0, 30));
  const more = button(planned, say('แสดงเพิ่ม', 'Show more'));
  await more.click();
  await become(seen, subjects);
  assert.equal(await more.count(), 0);
});

inEitherLanguage('a note is pinned above what is newer, and is taken down again (GEN-25)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทปักหมุด') });
  for (const text of ['จอดรถหลังตึก', 'ขอใบเสนอราคา']) await me.call('POST', `/api/records/account/${account.id}/notes`, { text });
  await open(page, `/record/account/${account.id}`);
  const pinned = page.getByRole('region', { name: say('ปักหมุดไว้', 'Pinned') });
  const first = () => page.locator('.timeline > li.note .pre').first().innerText();
  await become(first, 'ขอใบเสนอราคา');
  const old = told(page, 'จอดรถหลังตึก');
  await old.hover();
  await press(old, say('ปักหมุดบันทึก', 'Pin note'));
  await pinned.getByText('จอดรถหลังตึก').waitFor();
  await page.reload();
  await pinned.getByText('จอดรถหลังตึก').waitFor();
  assert.equal(await first(), 'จอดรถหลังตึก', 'above what is newer');
  await pinned.locator('li').hover();
  await press(pinned, say('เลิกปักหมุด', 'Unpin note'));
  await pinned.waitFor({ state: 'detached' });
  await become(first, 'ขอใบเสนอราคา');
});

inEitherLanguage('an appointment and a task are planned from the tabs of the composer (ACT-14)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทวางแผน') });
  await open(page, `/record/account/${account.id}`);
  const composer = page.locator('.composer');
  for (const [tab, kind] of [[say('นัดหมาย', 'Appointment'), 'appointment'], [say('งาน', 'Task'), 'task']]) {
    const subject = named(tab);
    await composer.getByRole('button', { name: tab, exact: true }).click();
    await type(composer, say('เรื่อง', 'Subject'), subject);
    // In Thai a tab is called as the button is.
    await button(composer, say('บันทึก', 'Save')).last().click();
    await page.locator('.planned').getByText(subject).waitFor();
    const [made] = await me.find('activity', { field: 'subject', op: '=', value: subject }, ['type', 'account']);
    assert.deepEqual([made.type, made.account.id], [kind, account.id]);
  }
});

inEitherLanguage('the timeline goes back month by month, and folds what changed much at once', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทหลายเดือน') });
  const about = { regarding: { id: account.id, entity: 'account' } };
  for (const month of ['01', '03']) await me.make('activity', { type: 'phone', subject: `โทรเดือน ${month}`, status: 'completed', dueAt: `2025-${month}-10T03:00:00Z`, ...about });
  const many = { phone: '02-111-1111', fax: '02-222-2222', email: 'a@shop.example', remark: 'ใหม่', website: 'https://shop.example' };
  await me.call('PATCH', `/api/records/account/${account.id}`, many, { 'If-Match': '*' });
  await open(page, `/record/account/${account.id}`);
  const months = page.locator('.month h2');
  await become(async () => (await months.allInnerTexts()).slice(-2), say(['มีนาคม 2568', 'มกราคม 2568'], ['March 2568', 'January 2568']));
  await page.locator('.month').last().getByText('โทรเดือน 01').waitFor();
  const folded = page.locator('.timeline details.folded', { hasText: say('แก้ไข 5 ช่อง', 'changed 5 fields') });
  assert.ok(!(await folded.getByText('02-222-2222').isVisible()));
  await folded.locator('summary').click();
  for (const value of Object.values(many)) await folded.getByText(value).waitFor();
});

inEitherLanguage('an activity is pinned on top of the timeline, and goes back to its day when it is let go', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทปักหมุด') });
  const about = { regarding: { id: account.id, entity: 'account' } };
  const subject = named('โทรตกลงราคา');
  const call = await me.make('activity', { type: 'phone', subject, description: 'ราคาพิเศษถึงสิ้นปี', status: 'completed', ...about });
  await me.make('activity', { type: 'phone', subject: named('โทรทีหลัง'), status: 'completed', ...about });
  await open(page, `/record/account/${account.id}`);
  const pinned = page.getByRole('region', { name: say('ปักหมุดไว้', 'Pinned') });
  const choose = async (place, name) => {
    const line = place.locator('.timeline > li', { hasText: subject }).first();
    await line.hover();
    await press(line, say(`เพิ่มเติมของ ${subject}`, `More about ${subject}`));
    await entry(page, name).click();
  };
  await told(page, subject).waitFor();
  assert.equal(await pinned.count(), 0);
  await choose(page, say('ปักหมุดไว้บนสุด', 'Pin on top'));
  await pinned.getByRole('link', { name: subject }).waitFor();
  await pinned.getByText('ราคาพิเศษถึงสิ้นปี').waitFor();
  assert.equal((await me.read('activity', call.id)).pinned, true);
  await page.reload();
  await choose(pinned, say('เลิกปักหมุด', 'Unpin'));
  await pinned.waitFor({ state: 'detached' });
  await told(page, subject).waitFor();
  assert.equal((await me.read('activity', call.id)).pinned, false);
});
