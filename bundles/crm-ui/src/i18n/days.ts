const day = 86_400_000;
const midnight = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, in years that people have to do with. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(midnight(text)) &&
  addDays(text, 0) === text;

/** Whether a stored value begins with a day; what somebody typed that is none does not. */
export const hasDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(value);

/** The day so many days after another, both `YYYY-MM-DD`. */
export const addDays = (iso: string, days: number): string =>
  new Date(midnight(iso) + days * day).toISOString().slice(0, 10);

/** How many days one is after another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => Math.round((midnight(to) - midnight(from)) / day);

/** The next time a day of any year comes, today included; the 29th of February comes on the 28th where there is none. */
export function nextYearly(iso: string, today: string): string {
  const inYear = (year: number) => {
    const day = `${year}-${iso.slice(5, 10)}`;
    return new Date(`${day}T00:00:00Z`).getUTCMonth() + 1 === Number(iso.slice(5, 7)) ? day : `${year}-02-28`;
  };
  const year = Number(today.slice(0, 4));
  const next = inYear(year);
  return next < today ? inYear(year + 1) : next;
}

/** The day itself, or the Monday after it when it falls on a weekend. */
export function workday(iso: string): string {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(iso, 2) : weekday === 0 ? addDays(iso, 1) : iso;
}
