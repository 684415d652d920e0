import assert from 'node:assert/strict';
import { drag, toast } from '../stage/hands.mjs';
import { calendar } from '../stage/calendar.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
let days = 0;
/** A day on which no other test has anything. */
const aDay = () => `2032-03-${String(++days).padStart(2, '0')}`;
const card = (page) => page.locator('.cal-card');

/** An appointment with somebody who has a telephone, seen in a view. */
async function appointment(page, me, view) {
  const day = aDay();
  const account = await me.make('account', { name: named('บริษัทใต้เมาส์'), phone: '02-555-0166' });
  const subject = named('นัดใต้เมาส์');
  const made = await me.make('activity', {
    subject, type: 'appointment', startAt: `${day}T02:00:00Z`, minutes: 60, regarding: { id: account.id, entity: 'account' },
  });
  await calendar(page, { date: day, view, mine: true });
  return { made, entry: page.locator('.cal-body').getByRole('button', { name: subject }).first() };
}

for (const view of ['agenda', 'people', 'week'])
  inEitherLanguage(`whoever passes over an entry with the mouse calls and ends it from its card, without a click on the entry: ${view}`, sales, async ({ page, me, say }) => {
    const { made, entry } = await appointment(page, me, view);
    await entry.hover();
    const call = card(page).locator('a[href="tel:025550166"]');
    await call.waitFor();
    // The mouse goes there, as a hand does, past what lies between.
    const { x, y, width, height } = await call.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 6 });
    await call.click({ trial: true });
    await card(page).getByRole('button', { name: say('เสร็จสิ้น', 'Complete') }).click();
    const asks = page.getByRole('dialog').filter({ has: page.locator('form') });
    await asks.getByRole('button').last().click();
    await become(async () => (await me.read('activity', made.id)).status, 'completed');
  });

inEitherLanguage('the card of an entry goes with the mouse, with Esc, and before the entry is dragged', sales, async ({ page, me, say }) => {
  const { made, entry } = await appointment(page, me, 'week');
  await entry.hover();
  await card(page).waitFor();
  await page.mouse.move(5, 5);
  await card(page).waitFor({ state: 'detached' });
  await entry.hover();
  await card(page).waitFor();
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'detached' });
  await page.mouse.move(5, 5);
  await entry.hover();
  await card(page).waitFor();
  const { minutes } = await me.read('activity', made.id);
  await drag(page, entry, page.locator('.fc-timegrid-slot-lane[data-time="13:00:00"], [data-time="13:00:00"]').last());
  await toast(page, say('ย้ายไป', 'Moved to')).waitFor();
  assert.equal((await me.read('activity', made.id)).minutes, minutes);
});
