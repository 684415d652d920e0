import { addDays } from '../i18n/days';
import { instantOf, wallClock } from '../i18n/format';

const hour = 3_600_000;
const afternoon = '17:00';
const morning = '08:00';

/** Until when an alert may rest: an hour, this evening, tomorrow and Monday in the morning of a time zone. */
export function restTimes(now: Date, zone: string) {
  const today = wallClock(now.toISOString(), zone).slice(0, 10);
  const at = (days: number, clock: string) => new Date(instantOf(`${addDays(today, days)}T${clock}`, zone));
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const times = [
    { key: 'hour', until: new Date(now.getTime() + hour) },
    { key: 'evening', until: at(0, afternoon) },
    { key: 'tomorrow', until: at(1, morning) },
    { key: 'monday', until: at((8 - weekday) % 7 || 7, morning) },
  ] as const;
  return times.filter(
    ({ key, until }) => until > now && !(key === 'evening' && until.getTime() - now.getTime() < hour),
  );
}
