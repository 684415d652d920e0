import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { calendar } from '../stage/calendar.mjs';
import { dialog, drag, edit, hold, open, pick, press, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
let days = 0;
/** A day on which no other test has anything. */
const aDay = () => `2031-08-${String(++days).padStart(2, '0')}`;
const activity = (me, date, subject, more = {}) =>
  me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt: `${date}T02:00:00Z`, minutes: 60, ...more });
const see = (page, date, view = 'day') => calendar(page, { date, view, mine: true });
const entryOf = (page, subject) => page.locator('.cal-sheet').getByRole('button', { name: subject }).first();

/** Takes hold at one place and lets go at another, by steps as a hand does. */
async function pull(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** An hour downwards, held in the middle or at the lower edge. */
async function anHourDown(page, subject, edge = false) {
  const entry = entryOf(page, subject);
  await entry.hover();
  const box = await entry.boundingBox();
  const from = { x: box.x + box.width / 2, y: edge ? box.y + box.height - 2 : box.y + box.height / 2 };
  await pull(page, from, { x: from.x, y: from.y + box.height });
}

inEitherLanguage('an entry is made longer by its edge', sales, async ({ page, me, say }) => {
  const [date, subject] = [aDay(), named('นัดที่ยืด')];
  const made = await activity(me, date, subject);
  await see(page, date);
  await anHourDown(page, subject, true);
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  await become(async () => (await me.read('activity', made.id)).minutes, 120);
});

inEitherLanguage('an entry of a full day says what it is, and of one with room also when', sales, async ({ page, me, say }) => {
  const [date, alone] = say(['2031-10-07', '2031-10-08'], ['2031-10-14', '2031-10-15']);
  const subjects = [1, 2].map(() => named('เยี่ยมลูกค้าประจำเดือน'));
  for (const subject of subjects) await activity(me, date, subject, { minutes: 30 });
  const wide = named('ประชุม');
  await activity(me, alone, wide, { minutes: 30 });
  await see(page, date, 'week');
  const timed = async (subject) => (await entryOf(page, subject).getByText('09:00').boundingBox()).width > 1;
  await become(() => timed(wide), true);
  for (const subject of subjects) {
    await become(() => timed(subject), false);
    const { width } = await entryOf(page, subject).boundingBox();
    const name = await entryOf(page, subject).locator('.cal-name').boundingBox();
    assert.ok(name.width > width - 12, `${name.width} of ${width} px`);
  }
});

inEitherLanguage('in the week an entry is dragged to another day and hour, and made longer by its edge (CAL-01)', sales, async ({ page, me, say }) => {
  const [date, next] = say(['2031-09-10', '2031-09-11'], ['2031-09-17', '2031-09-18']);
  const subject = named('นัดในสัปดาห์');
  const made = await activity(me, date, subject);
  await see(page, date, 'week');
  await entryOf(page, subject).hover(); // the hours have come to rest
  const box = await entryOf(page, subject).boundingBox();
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const day = await page.locator('.cal-sheet [role=columnheader]').nth(2).boundingBox();
  await pull(page, from, { x: from.x + day.width, y: from.y + box.height });
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  await become(async () => (await me.read('activity', made.id)).startAt, `${next}T03:00:00Z`);
  await page.locator('.cal-body[aria-busy="false"]').waitFor();
  await anHourDown(page, subject, true);
  await become(async () => {
    const { startAt, minutes } = await me.read('activity', made.id);
    return [startAt, minutes];
  }, [`${next}T03:00:00Z`, 120]);
});

inEitherLanguage('in the month an entry is dragged to another day, and keeps its hour (CAL-01)', sales, async ({ page, me, say }) => {
  const [date, subject] = [aDay().replace('-08-', '-10-'), named('นัดในเดือน')];
  const made = await activity(me, date, subject);
  await see(page, date, 'month');
  const to = date.replace(/..$/, '22');
  await drag(page, entryOf(page, subject), page.locator(`.cal-sheet [data-date="${to}"]`));
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  await become(async () => (await me.read('activity', made.id)).startAt, `${to}T02:00:00Z`);
});

inEitherLanguage('an entry that is being dragged stays where it was when Esc is pressed before it is let go', sales, async ({ page, me }) => {
  const [date, subject] = [aDay().replace('-08-', '-11-'), named('นัดที่ไม่ย้าย')];
  const made = await activity(me, date, subject);
  await see(page, date, 'month');
  const day = (at) => page.locator(`.cal-sheet [data-date="${at}"]`);
  const asked = [];
  page.on('request', (request) => request.method() === 'PATCH' && asked.push(request.url()));
  await hold(page, entryOf(page, subject), day(date.replace(/..$/, '22')));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await day(date).getByRole('button', { name: subject }).waitFor();
  assert.deepEqual([asked, (await me.read('activity', made.id)).startAt], [[], `${date}T02:00:00Z`]);
});

inEitherLanguage('a holiday is named in its day', sales, async ({ page, say }) => {
  await see(page, '2027-04-01', 'month');
  const name = say('วันสงกรานต์', 'Songkran Festival');
  await page.locator('.cal-sheet [data-date="2027-04-13"]').getByText(name).waitFor();
  await see(page, '2027-04-13', 'week');
  await page.locator('.cal-sheet [role=columnheader]').getByText(name).first().waitFor();
});

inEitherLanguage('dragging over empty hours begins an entry there', sales, async ({ page, me, say }) => {
  const [date, subject] = [aDay(), named('นัดจากการลาก')];
  const ruler = named('เป็นไม้บรรทัด');
  await activity(me, date, ruler);
  await see(page, date);
  await entryOf(page, ruler).hover(); // the hours have come to rest
  const box = await entryOf(page, ruler).boundingBox();
  const x = box.x + box.width / 2;
  await pull(page, { x, y: box.y + 3 * box.height + 4 }, { x, y: box.y + 4 * box.height - 4 });
  await type(dialog(page), say('เรื่อง', 'Subject'), subject);
  await press(dialog(page), say('บันทึก', 'Save'));
  await become(async () => {
    const [made] = await me.find('activity', { field: 'subject', op: '=', value: subject }, ['startAt', 'minutes']);
    return [made?.startAt, made?.minutes];
  }, [`${date}T05:00:00Z`, 60]);
});

inEitherLanguage('who moves what somebody else has changed is told, and sees it as it is', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const [date, subject] = [aDay(), named('นัดที่สองคนแก้')];
  const made = await activity(me, date, subject);
  await see(page, date);
  await page.route(`**/api/records/activity/${made.id}`, async (route) => {
    if (route.request().method() === 'PATCH') {
      await me.call('PATCH', `/api/records/activity/${made.id}`, { place: 'ห้องใหญ่' }, { 'If-Match': '"1"' });
    }
    await route.continue();
  });
  await anHourDown(page, subject);
  await toast(page, say('มีผู้อื่นแก้ไข', 'Somebody else has changed this')).waitFor();
  assert.equal((await me.read('activity', made.id)).startAt, `${date}T02:00:00Z`);
});

inEitherLanguage('before an entry to which others are invited is moved it is asked', sales, async ({ page, me, say }) => {
  const [date, subject] = [aDay(), named('นัดที่เชิญเพื่อน')];
  const [colleague] = await me.find('user', { field: 'id', op: '!=', value: me.id });
  const made = await activity(me, date, subject, { participants: [{ user: colleague.id }] });
  await see(page, date);
  await anHourDown(page, subject);
  await dialog(page).getByText(say('มีผู้ได้รับเชิญ 1 คน', '1 person is invited')).waitFor();
  await accessible(page, 'asked because others are invited');
  await press(dialog(page), say('ยกเลิก', 'Cancel'));
  assert.equal((await me.read('activity', made.id)).startAt, `${date}T02:00:00Z`);
  await anHourDown(page, subject);
  await press(dialog(page), say('ย้ายเวลา', 'Move'));
  await become(async () => (await me.read('activity', made.id)).startAt, `${date}T03:00:00Z`);
});

inEitherLanguage('a rule of repetition is chosen in words', sales, async ({ page, me, say }) => {
  const made = await activity(me, aDay(), named('นัดที่ซ้ำ'));
  await open(page, `/record/activity/${made.id}`);
  const place = await edit(page, 'recurrence');
  await place.locator('.select').first().click();
  await pick(page, place, say('รายสัปดาห์', 'Weekly'));
  await place.getByRole('button', { name: say('พุธ', 'Wednesday'), exact: true }).click();
  await place.getByRole('button', { name: say('ศุกร์', 'Friday'), exact: true }).click();
  await accessible(page, 'a rule is chosen');
  await press(place, say('บันทึก', 'Save'));
  await become(async () => (await me.read('activity', made.id)).recurrence, 'FREQ=WEEKLY;BYDAY=WE,FR');
});

inEitherLanguage('a later time of what comes back is done alone', sales, async ({ page, me, say }) => {
  const [date, subject] = [aDay().replace('-08-', '-01-'), named('เสร็จก่อนเวลา')];
  const series = await activity(me, date, subject, { startAt: '2031-01-01T02:00:00Z', recurrence: 'FREQ=DAILY;UNTIL=20310131' });
  await see(page, date);
  await entryOf(page, subject).focus();
  await page.keyboard.press('Enter');
  await press(dialog(page), say('เสร็จสิ้น', 'Complete'));
  await type(dialog(page), say('ผลของกิจกรรม', 'Result'), 'ok');
  await press(dialog(page), say('เสร็จสิ้น', 'Complete'));
  await become(async () => (await me.find('activity', { all: [{ field: 'subject', op: '=', value: subject }, { field: 'status', op: '=', value: 'completed' }] })).length, 1);
  assert.equal((await me.read('activity', series.id)).status, 'notStarted');
});

inEitherLanguage('an entry has the colour of its kind, or that of its person when that is wished, and the same in each view', sales, async ({ page, me, say }) => {
  const [date, call, visit] = [aDay(), named('โทรตามสี'), named('เยี่ยมตามสี')];
  await activity(me, date, call, { type: 'phone' });
  await activity(me, date, visit);
  const colour = async (subject) => {
    const entry = page.locator('.cal-body').getByRole('button', { name: subject }).first();
    return entry.evaluate((one) => getComputedStyle(one.querySelector('.cal-dot') ?? one).backgroundColor);
  };
  const colours = async () => [await colour(call), await colour(visit)];
  await see(page, date);
  const byKind = await colours();
  assert.notEqual(...byKind);
  await page.locator('.cal-side').getByRole('checkbox', { name: say('แยกสีตามบุคคล', 'Colour by person') }).check();
  const mine = await until(async () => {
    const [one, other] = await colours();
    assert.equal(one, other);
    return one;
  });
  for (const [view, part] of [[say('กำหนดการ', 'Agenda'), '.cal-agenda'], [say('รายบุคคล', 'People'), 'section.cal-person'], [say('วัน', 'Day'), '.cal-sheet']]) {
    await press(page, view);
    await page.locator(part).first().waitFor();
    await become(colours, [mine, mine]);
  }
  await page.locator('.cal-side').getByRole('checkbox', { name: say('แยกสีตามบุคคล', 'Colour by person') }).uncheck();
  await become(colours, byKind);
});
