const day = 86_400_000;

/** The day so many days after another, both `YYYY-MM-DD`. */
export const later = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** The day itself, or the Monday after it when it falls on a weekend. */
export function workday(iso: string): string {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? later(iso, 2) : weekday === 0 ? later(iso, 1) : iso;
}
