// Days of customers in the calendar.
import { press } from '../stage/hands.mjs';
import { calendar, hidden, shown } from '../stage/calendar.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';

const sales = { who: persona('sales') };
const manager = { who: persona('manager') };

inEitherLanguage("days of customers stand in the calendar by their kind (CAL-06 CAL-07 ANV-01 ANV-04 ANV-05 ANV-08)", sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทวันสำคัญ') });
  const [born, founded] = [named('วันเกิดประธาน'), named('วันก่อตั้ง')];
  const day = say('12-08', '12-15'); // the month has room for few
  await me.make('anniversary', { name: born, kind: 'birthday', day: `1970-${day}`, account: account.id });
  await me.make('anniversary', { name: founded, kind: 'founding', day: `1999-${day}`, account: account.id });
  await calendar(page, { view: 'agenda', date: `2031-${day}`, off: ['core.activities'], mine: true });
  await shown(page, born);
  await shown(page, founded);
  await page.locator('.cal-side').getByRole('checkbox', { name: say('วันก่อตั้งบริษัท', 'Founding day'), exact: true }).uncheck();
  await hidden(page, founded);
  await shown(page, born);
  await press(page, say('เดือน', 'Month'));
  await shown(page, born);
});

inEitherLanguage("days of others' customers stand in the calendar unless only the own are asked for (CAL-18 ANV-04 ANV-05)", manager, async ({ page, me, say }) => {
  const [seller] = await me.find('user', { field: 'name', op: '=', value: 'สมชาย ใจดี' });
  const day = say('12-09', '12-16');
  const [own, his] = [named('วันของฉัน'), named('วันของลูกทีม')];
  for (const [name, owner] of [[own, me.id], [his, seller.id]]) {
    const account = await me.make('account', { name: named('บริษัทวันสำคัญ'), owner });
    await me.make('anniversary', { name, kind: 'founding', day: `1999-${day}`, account: account.id, owner });
  }
  for (const view of ['day', 'month']) {
    await calendar(page, { view, date: `2031-${day}` });
    await shown(page, his);
    await page.locator('.cal-side').getByRole('checkbox', { name: say('เฉพาะของฉัน', 'Only mine'), exact: true }).check();
    await hidden(page, his);
    await shown(page, own);
  }
});
