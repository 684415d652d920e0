import { addDays } from '../i18n/days';

/** The same day so many months on, or the last one of a month that is shorter. No clock and no zone is involved. */
export const addMonths = (day: string, n: number): string => {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + n);
  const month = date.toISOString().slice(0, 7);
  const last = addDays(`${monthAfter(month)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
};
const monthAfter = (month: string): string => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
};

/** Weeks begin on Monday. */
export const weekOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The weeks that a month touches, each of seven days. */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  for (let monday = weekOf(`${month}-01`); monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  }
  return weeks;
}
export const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
