import assert from 'node:assert/strict';
import { open, press, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };

const day = (from) => new Date(Date.now() + from * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' });
/** Early: it stands among the first of a full day. */
const night = () => new Date(`${day(0)}T00:01:00+07:00`);
const untilMidnight = 23 * 60 + 58;
const today = (page, say) => page.getByRole('region', { name: say('กิจกรรมของฉันวันนี้', 'My activities today'), exact: true });
const line = (block, subject) => block.locator('.day-lines li', { hasText: subject });

const visit = (person, subject, start, lasts, more = {}) =>
  person.make('activity', { type: 'appointment', subject, startAt: start.toISOString(), minutes: lasts, ...more });

/** Out of the way of other tests of the day. */
async function done(person, id) {
  const { version } = await person.read('activity', id);
  await person.call('POST', `/api/records/activity/${id}/actions/complete`, { input: {} }, { 'If-Match': `"${version}"` });
}

inEitherLanguage('an appointment stands under its start, and in red when it is over, not while it goes on', sales, async ({ page, me, say }) => {
  const [over, running] = [named('เยี่ยมเสร็จแล้ว'), named('กำลังเยี่ยม')];
  const made = [await visit(me, over, night(), 1), await visit(me, running, night(), untilMidnight)];
  await open(page, '/');
  for (const subject of [over, running]) {
    assert.equal(await line(today(page, say), subject).locator('.when').innerText(), '00:01', subject);
  }
  assert.equal(await line(today(page, say), over).locator('.when.late').count(), 1);
  assert.equal(await line(today(page, say), running).locator('.when.late').count(), 0);
  for (const { id } of made) await done(me, id);
});

inEitherLanguage('what is planned about a customer, its list and its head are told by the start', sales, async ({ page, me, say }) => {
  const subject = named('นัดเก้าโมงครึ่ง');
  const account = await me.make('account', { name: named('บริษัทนัดเช้า') });
  const start = new Date('2031-03-04T02:30:00Z');
  const { id } = await visit(me, subject, start, 90, { regarding: { id: account.id, entity: 'account' } });
  const told = /(2574|2031) 09:30/;
  await open(page, `/record/account/${account.id}`);
  assert.match(await page.locator('.planned li', { hasText: subject }).innerText(), told);
  await open(page, `/record/activity/${id}`);
  assert.match(await page.locator('.key-facts').innerText(), told);
  await open(page, `/list/activity?view=core.my-open-activities&q=${encodeURIComponent(subject)}`);
  await settled(page);
  assert.match(await page.locator('.grid-row', { hasText: subject }).innerText(), told);
});

inEitherLanguage('a fair of three days is among the activities of each of them', sales, async ({ page, me, say }) => {
  const subject = named('งานแสดงสินค้า');
  const { id } = await me.make('activity', { type: 'event', subject, fromDay: day(-1), toDay: day(1) });
  await open(page, '/');
  assert.match(await line(today(page, say), subject).locator('.when').innerText(), say(/^ถึง \d/, /^until \d/));
  await done(me, id);
});

inEitherLanguage('an appointment that I accept stands in my day, with the name of whose it is', sales, async ({ page, me, say }) => {
  const manager = await persona('manager')();
  const subject = named('ประชุมทีมขาย');
  const { id } = await visit(manager, subject, night(), untilMidnight, { participants: [{ user: me.id }] });
  const { name, nameEn } = await manager.read('user', manager.id);
  await open(page, '/');
  const asked = page.getByRole('region', { name: say('คำเชิญที่รอคำตอบ', 'Invitations to answer'), exact: true });
  assert.equal(await line(today(page, say), subject).count(), 0);
  await press(line(asked, subject), say('ตอบรับ', 'Accept'));
  await become(() => line(today(page, say), subject).locator('.whose').innerText().catch(() => ''), say(name, nameEn));
  await done(manager, id);
});

inEitherLanguage("a line of my team's day says whose it is, one of mine does not", { who: persona('manager') }, async ({ page, me, say }) => {
  const colleague = await persona('sales')();
  const [mine, his] = [named('งานหัวหน้า'), named('งานลูกทีม')];
  // Long ones stand at the top of a full day.
  const long = (person, subject) => person.make('activity', { type: 'event', subject, fromDay: day(-90), toDay: day(0) });
  const made = [await long(me, mine), await long(colleague, his)];
  await open(page, '/');
  await press(page, say('ของทีม', "My team's"));
  const block = page.getByRole('region', { name: say('กิจกรรมของทีมวันนี้', 'Our activities today'), exact: true });
  await become(() => line(block, his).locator('.whose').innerText().catch(() => ''), say('สมชาย ใจดี', 'Somchai Jaidee'));
  assert.equal(await line(block, mine).locator('.whose').count(), 0);
  await done(me, made[0].id);
  await done(colleague, made[1].id);
});

inEitherLanguage("lists of a team's and of all customers and the head of one say whose they are", sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีผู้ดูแล') });
  const { name: th, nameEn } = await me.read('user', me.id);
  const name = say(th, nameEn);
  for (const view of ['core.team-accounts', 'core.all-accounts']) {
    await open(page, `/list/account?view=${view}&q=${encodeURIComponent(account.name)}`);
    await settled(page);
    await page.locator('.grid-row', { hasText: account.name }).getByText(name).waitFor();
  }
  await open(page, `/record/account/${account.id}`);
  await page.locator('.key-facts > div', { hasText: say('ผู้ดูแล', 'Owner') }).getByText(name).waitFor();
});
