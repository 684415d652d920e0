import assert from 'node:assert/strict';
import { dialog, open, press, toast, twoDays, writeDay } from '../stage/hands.mjs';
import { accessible } from '../stage/axe.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const meeting = (me, subject, startAt, recurrence) =>
  me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt, minutes: 60, recurrence });
const agenda = (page, date) => open(page, `/calendar?${new URLSearchParams({ view: '"agenda"', date: `"${date}"` })}`);
/** Each time a series has in the calendar, by its subject. */
const timesOf = (page, subject) => page.locator('.cal-body').getByRole('button', { name: subject });

inEitherLanguage('what comes back stands on every day of its rule, and one time is left out', sales, async ({ page, me, say }) => {
  const subject = named('ประชุมทุกจันทร์');
  await meeting(me, subject, '2031-06-02T02:00:00Z', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20310630');
  await agenda(page, '2031-06-01');
  const times = timesOf(page, subject);
  await become(() => times.count(), 5);
  await times.nth(1).focus();
  await page.keyboard.press('Enter');
  await press(dialog(page), say('งดครั้งนี้', 'Leave out'));
  await accessible(page, 'asked which of them');
  await press(dialog(page), say('เฉพาะครั้งนี้', 'Only this one'));
  await toast(page, say('งดแล้ว', 'Left out')).waitFor();
  await become(() => times.count(), 4);
});

inEitherLanguage('one time of what comes back is put elsewhere with all that follow, and those before stay', sales, async ({ page, me, say }) => {
  const subject = named('ประชุมเลื่อนยาว');
  const series = await meeting(me, subject, '2031-09-01T02:00:00Z', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20310930');
  await agenda(page, '2031-09-01');
  const times = timesOf(page, subject);
  await become(() => times.count(), 5);
  await times.nth(2).focus();
  await page.keyboard.press('Enter');
  await press(dialog(page), say('ย้ายเวลา', 'Move'));
  const [start] = await twoDays(dialog(page));
  await writeDay(start, say('15 ก.ย. 2574 08:00', '15 Sep 2574 08:00'));
  await press(dialog(page), say('บันทึก', 'Save'));
  await press(dialog(page), say('ครั้งนี้และครั้งต่อไปทั้งหมด', 'This and all that follow'));
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  const among = { all: [{ field: 'subject', op: '=', value: subject }, { field: 'id', op: '!=', value: series.id }] };
  const [later] = await me.find('activity', among, ['startAt', 'recurrence']);
  assert.equal(later.startAt, '2031-09-15T01:00:00Z');
  assert.match(later.recurrence, /^FREQ=WEEKLY;BYDAY=MO;/);
  assert.equal((await me.read('activity', series.id)).startAt, '2031-09-01T02:00:00Z');
  await become(() => times.count(), 5);
  const hours = () => times.evaluateAll((all) => all.map((one) => /0[89]:00/.exec(one.innerText)?.[0]));
  await become(hours, ['09:00', '09:00', '08:00', '08:00', '08:00']);
});
