import assert from 'node:assert/strict';
import { button, dialog, open, pick, press, toast, twoDays, writeDay } from '../stage/hands.mjs';
import { accessible } from '../stage/axe.mjs';
import { calendar, hidden, shown } from '../stage/calendar.mjs';
import { counting, tasks } from '../stage/clicks.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const manager = { who: persona('manager') };
const activity = (me, subject, more = {}) =>
  me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt: '2031-05-14T02:00:00Z', minutes: 60, ...more });

inEitherLanguage('activities stand in the calendar of the day, the month and the year (ACT-01 ACT-02 ACT-03 ACT-24 CAL-01)', sales, async ({ page, me, say }) => {
  const subject = named('นัดในปฏิทิน');
  const said = say('วันพุธที่ 12 มีนาคม 2574', 'Wednesday, 12 March 2574');
  await activity(me, subject, { startAt: '2031-03-12T02:00:00Z' });
  await calendar(page, { view: 'month', date: '2031-03-12' });
  await shown(page, subject);
  await accessible(page, 'in the month');
  await press(page, say('วัน', 'Day'));
  await page.getByRole('heading', { name: said }).waitFor();
  await shown(page, subject);
  await press(page, say('ปี', 'Year'));
  const { entries } = await me.call('GET', '/api/calendar?from=2031-03-12&to=2031-03-12');
  const told = say(`${said}, ${entries.length} รายการ`, `${said}, ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`);
  await page.locator('.cal-year').getByRole('button', { name: told, exact: true }).waitFor();
  await accessible(page, 'in the year');
});

inEitherLanguage('the calendar is narrowed to a type, a status and the own entries (CAL-04 CAL-05 CAL-18 ACT-23)', sales, async ({ page, me, say }) => {
  const [call, letter] = [named('โทรในปฏิทิน'), named('จดหมายในปฏิทิน')];
  await activity(me, call, { type: 'phone' });
  await activity(me, letter, { type: 'letter', status: 'notStarted' });
  await calendar(page, { view: 'agenda' });
  const check = (name) => page.locator('.cal-side').getByRole('checkbox', { name, exact: true });
  await check(say('เฉพาะของฉัน', 'Only mine')).check();
  await shown(page, letter);
  await check(say('จดหมาย', 'Letter')).uncheck();
  await hidden(page, letter);
  await shown(page, call);
  await check(say('ยังไม่เริ่ม', 'Not started')).uncheck();
  await hidden(page, call);
  await check(say('ยังไม่เริ่ม', 'Not started')).check();
  await shown(page, call);
});

inEitherLanguage('where nothing is chosen nothing is shown, and all is brought back at once', sales, async ({ page, me, say }) => {
  const [call, letter] = [named('โทรที่ซ่อน'), named('จดหมายที่ซ่อน')];
  const at = { startAt: '2031-04-02T02:00:00Z' };
  await activity(me, call, { ...at, type: 'phone' });
  await activity(me, letter, { ...at, type: 'letter' });
  await calendar(page, { view: 'agenda', date: '2031-04-02', off: ['core.anniversaries'] });
  await shown(page, letter);
  const types = page.getByRole('group', { name: say('ประเภทกิจกรรม', 'Activity type') });
  await types.getByRole('button', { name: say('ไม่เลือก', 'None') }).click();
  const nothing = page.locator('.cal-body').getByText(say('ไม่ได้เลือกไว้เลย', 'Nothing is chosen'));
  await nothing.waitFor();
  await accessible(page, 'nothing chosen');
  await types.getByRole('checkbox', { name: say('โทรศัพท์', 'Phone') }).check();
  await shown(page, call);
  await hidden(page, letter);
  await page.locator('.cal-side').getByRole('checkbox', { name: say('กิจกรรม', 'Activities'), exact: true }).uncheck();
  await nothing.waitFor();
  await press(page, say('แสดงทั้งหมด', 'Show all'));
  for (const subject of [call, letter]) await shown(page, subject);
});

inEitherLanguage("a manager sees the team's appointments of today two clicks from Home (ACT-26 CAL-03 CAL-02 ACT-25)", manager, async ({ page, me, say }) => {
  const [seller] = await me.find('user', { field: 'name', op: '=', value: 'สมชาย ใจดี' });
  const noon = `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)}T05:00:00Z`; // in Bangkok
  const { subject } = await activity(me, named('นัดของลูกทีม'), { owner: { id: seller.id, entity: 'user' }, startAt: noon });
  await open(page, '/');
  const clicks = await counting(page);
  await page.getByRole('link', { name: say('ปฏิทิน', 'Calendar'), exact: true }).first().click();
  await button(page, say('ทีมของฉันวันนี้', 'My team today')).click();
  await page.locator('.cal-person[aria-label]', { hasText: say('สมชาย ใจดี', 'Somchai Jaidee') }).getByRole('button', { name: subject }).waitFor();
  clicks.atMost(tasks.teamToday);
  await accessible(page, 'by person');
  const [team] = (await me.call('GET', '/api/bootstrap')).user.teams;
  const among = { field: 'team', op: 'in', value: [team] };
  const members = await me.find('user', { all: [{ field: 'active', op: '=', value: true }, { any: [among, { exists: { entity: 'userTeam', via: 'user', filter: among } }] }] });
  await become(() => page.locator('section.cal-person').count(), members.length);
});

inEitherLanguage('a colleague whose appointments one may not read is busy all the same', sales, async ({ page, me, say }) => {
  const administrator = await persona('administrator')();
  const [{ id }] = await administrator.find('user', { field: 'name', op: '=', value: 'อรวรรณ ดีประเสริฐ' });
  const subject = named('นัดลับ');
  const made = await activity(administrator, subject, { owner: id, startAt: '2031-10-22T02:00:00Z' });
  assert.equal((await me.find('activity', { field: 'id', op: '=', value: made.id })).length, 0, 'not hers to read');
  await calendar(page, { view: 'people', date: '2031-10-22', people: [id] });
  const lane = page.locator('section.cal-person');
  await lane.locator('.unseen-entry', { hasText: say('ไม่ว่าง', 'Busy') }).first().waitFor();
  await hidden(page, subject);
  await accessible(page, 'busy with what is hidden');
});

const undo = (page, say) => press(page.locator('.toast', { hasText: say('ย้ายไป', 'Moved to') }).last(), say('เลิกทำ', 'Undo'));

/** What somebody else, in whichever team, has on that day. */
const ofOthers = async (me) => {
  const own = named('นัดของผู้ดูแล');
  await activity(me, own);
  const of = async (name) => {
    const [{ id }] = await me.find('user', { field: 'name', op: '=', value: name });
    const subject = named(`นัดของ ${name}`);
    await activity(me, subject, { owner: id });
    return subject;
  };
  return { own, seller: await of('สมชาย ใจดี'), service: await of('อรวรรณ ดีประเสริฐ') };
};
/** Looks for a person or a team and takes it in. @returns takes it out again */
const narrow = async (page, label, words) => {
  const field = page.locator('.cal-side .field', { hasText: label });
  await field.locator('.select').click();
  await pick(page, field, words, words);
  await page.keyboard.press('Escape');
  return () => field.locator('.ant-select-selection-item-remove').click();
};

inEitherLanguage('one person or one team is chosen, found by typing, and what others have goes (CAL-02 CAL-03 CAL-18 ACT-25 ACT-26)', { who: persona('administrator') }, async ({ page, me, say }) => {
  const { own, seller, service } = await ofOthers(me);
  await calendar(page, { view: 'agenda' });
  for (const subject of [own, seller, service]) await shown(page, subject);
  const anybody = await narrow(page, say('บุคคล', 'People'), say('สมชาย', 'Somchai'));
  for (const subject of [own, service]) await hidden(page, subject);
  await shown(page, seller);
  await anybody();
  await shown(page, service);
  const [team] = await me.find('team', { field: 'name', op: 'startsWith', value: 'ทีมขายกรุงเทพ' }, ['nameEn']);
  const anyTeam = await narrow(page, say('ทีม', 'Teams'), say(team.name, team.nameEn));
  for (const subject of [own, service]) await hidden(page, subject);
  await shown(page, seller);
  await anyTeam();
  await shown(page, service);
  await page.locator('.cal-side').getByRole('checkbox', { name: say('เฉพาะของฉัน', 'Only mine'), exact: true }).check();
  for (const subject of [seller, service]) await hidden(page, subject);
  await shown(page, own);
});

inEitherLanguage('the period shown is chosen freely, by typing both of its days, for activities and for days of customers alike (CAL-17)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทช่วงเวลา') });
  const [subject, founded] = [named('ในช่วงเวลา'), named('วันก่อตั้งในช่วง')];
  await activity(me, subject);
  await me.make('anniversary', { name: founded, kind: 'founding', day: '1999-05-14', account: account.id });
  const period = async (from, to) => {
    await press(page, say('ช่วงเวลา', 'Period'));
    const [first, last] = await twoDays(page.locator('.pop'));
    await writeDay(first, from);
    await writeDay(last, to);
    await press(page, say('ช่วงเวลา', 'Period'));
    await first.waitFor({ state: 'detached' });
    await page.locator('.cal-body[aria-busy="false"]').waitFor();
  };
  await calendar(page, { view: 'agenda', date: '2031-09-01', mine: true });
  await hidden(page, subject);
  await period('1/5/2574', '31/7/2574');
  for (const one of [subject, founded]) await shown(page, one);
  await period('15/5/2574', '31/7/2574');
  for (const one of [subject, founded]) await hidden(page, one);
  await page.locator('.cal-side').getByRole('checkbox', { name: say('กิจกรรม', 'Activities'), exact: true }).uncheck();
  await period('14/5/2574', '14/5/2574');
  await shown(page, founded);
  await hidden(page, subject);
  await period('1/5/2574', '13/5/2574');
  await hidden(page, founded);
});

inEitherLanguage('an entry tells about itself and is moved by typing', sales, async ({ page, me, say }) => {
  const subject = named('นัดที่ย้าย');
  const made = await activity(me, subject);
  await calendar(page, { view: 'day' });
  await page.locator('.cal-sheet').getByRole('button', { name: subject }).first().focus();
  await page.keyboard.press('Enter');
  await press(dialog(page), say('ย้ายเวลา', 'Move'));
  const [start] = await twoDays(dialog(page));
  await start.fill('32 ว่าง');
  await start.press('Tab');
  await dialog(page).getByText(say('ไม่มีวันที่ 32 ว่าง', 'There is no day 32 ว่าง')).waitFor();
  assert.deepEqual([await start.inputValue(), await button(dialog(page), say('บันทึก', 'Save')).isDisabled()], ['32 ว่าง', true]);
  await writeDay(start, say('15 พ.ค. 2574 08:00', '15 May 2574 08:00'));
  // It keeps its length, as when it is dragged.
  assert.match(await dialog(page).locator('.date input').nth(1).inputValue(), /^15 .* 09:00$/);
  await press(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  assert.equal((await me.read('activity', made.id)).startAt, '2031-05-15T01:00:00Z');
});

inEitherLanguage('a calendar is read elsewhere by a secret address until that is stopped (CAL-01)', sales, async ({ page, me, say }) => {
  const subject = named('นัดในโทรศัพท์');
  await activity(me, subject, { startAt: new Date(Date.now() + 86_400_000).toISOString() });
  await calendar(page, { view: 'month' });
  await press(page, say('สมัครรับปฏิทิน', 'Subscribe'));
  const own = dialog(page).getByRole('group', { name: say('กิจกรรม', 'Activities') });
  await own.getByRole('button', { name: say(/^สร้างที่อยู่/, /^Make a/) }).click();
  const address = await own.getByRole('textbox').inputValue();
  await accessible(page, 'an address was made');
  const read = async () => fetch(address);
  assert.match(await (await read()).text(), new RegExp(`SUMMARY:${subject}`));
  await own.getByRole('button', { name: say('ยกเลิก', 'Stop') }).click();
  await become(async () => (await read()).status, 404);
});

inEitherLanguage('an entry is dragged to another hour', sales, async ({ page, me, say }) => {
  const subject = named('นัดที่ลาก');
  const made = await activity(me, subject);
  await calendar(page, { view: 'day' });
  const entry = page.locator('.cal-sheet').getByRole('button', { name: subject }).first();
  const dragAnHourDown = async () => {
    const box = await entry.boundingBox();
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + box.height, { steps: 5 });
    await page.mouse.move(box.x + 20, box.y + (box.height * 3) / 2, { steps: 5 });
    await page.mouse.up();
  };
  await dragAnHourDown();
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  await become(async () => (await me.read('activity', made.id)).startAt, '2031-05-14T03:00:00Z');
  await undo(page, say);
  await toast(page, say('กลับเป็นเหมือนเดิมแล้ว', 'It is as it was before')).waitFor();
  const { startAt, dueAt } = await me.read('activity', made.id);
  assert.deepEqual([startAt, dueAt], ['2031-05-14T02:00:00Z', '2031-05-14T03:00:00Z']);
});

inEitherLanguage('an entry that somebody else moved meanwhile stays where he put it', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const subject = named('นัดที่แย่งกัน');
  const made = await activity(me, subject, { startAt: undefined, minutes: undefined, fromDay: '2031-04-14', toDay: '2031-04-15' });
  await calendar(page, { view: 'day', date: '2031-04-14' });
  const move = async (to) => {
    await page.locator('.cal-sheet').getByRole('button', { name: subject }).first().focus();
    await page.keyboard.press('Enter');
    await press(dialog(page), say('ย้ายเวลา', 'Move'));
    const [, end] = await twoDays(dialog(page));
    await until(async () => {
      await writeDay(end, `${to}/4/2574`);
      assert.match(await end.inputValue(), new RegExp(`^${to} `));
    });
    await press(dialog(page), say('บันทึก', 'Save'));
    await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  };
  await move(16);
  await undo(page, say);
  await toast(page, say('กลับเป็นเหมือนเดิมแล้ว', 'It is as it was before')).waitFor();
  await become(async () => (await me.read('activity', made.id)).toDay, '2031-04-15');
  await page.locator('.cal-body[aria-busy="false"]').waitFor();
  await move(17);
  const { version } = await me.read('activity', made.id);
  await me.call('PATCH', `/api/records/activity/${made.id}`, { toDay: '2031-04-20' }, { 'If-Match': `"${version}"` });
  await undo(page, say);
  await toast(page, say('มีคนอื่นแก้ไขรายการนี้หลังจากนั้นแล้ว', 'Somebody else has changed this since')).waitFor();
  assert.equal((await me.read('activity', made.id)).toDay, '2031-04-20');
});

inEitherLanguage('the card of an entry leads to a map: of the place that was agreed on, or of the customer', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีที่อยู่'), addresses: [{ kind: 'main', street: '99 ถ.สาทร', province: 'กรุงเทพมหานคร' }] });
  const [here, there] = [named('นัดที่ร้าน'), named('นัดที่ลูกค้า')];
  await activity(me, here, { place: 'สยามพารากอน', startAt: '2031-07-14T02:00:00Z' });
  await activity(me, there, { regarding: { id: account.id, entity: 'account' }, startAt: '2031-07-14T04:00:00Z' });
  await calendar(page, { view: 'day', date: '2031-07-14' });
  for (const [subject, words] of [[here, 'สยามพารากอน'], [there, '99 ถ.สาทร กรุงเทพมหานคร']]) {
    await page.locator('.cal-sheet').getByRole('button', { name: subject }).first().click();
    const way = dialog(page).locator('a[target=_blank]', { hasText: words });
    assert.match(decodeURIComponent(await way.getAttribute('href')), new RegExp(`^https://www.google.com/maps/.*${words}$`));
    await page.keyboard.press('Escape');
  }
});
