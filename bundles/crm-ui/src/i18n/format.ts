import type { Era, Locale } from '../api/types';

/** How one user reads dates and numbers. */
export interface Formats {
  day(iso: string): string;
  /** without the year */
  brief(iso: string): string;
  /** "จันทร์ 30 พ.ย." */
  weekday(iso: string): string;
  /** the day alone for the first moment of a day, at which begins what lasts whole days */
  moment(iso: string): string;
  isDay(iso: string): boolean;
  time(iso: string): string;
  relative(iso: string): string;
  number(n: number, decimals?: number): string;
  short(n: number): string;
  money(n: number): string;
  /** "พฤศจิกายน 2569" */
  month(iso: string): string;
  today(): string;
  /** the day of an instant where the company is, `2026-11-22` */
  dayOf(iso: string): string;
}

const cache = new Map<string, Formats>();

export function formats(locale: Locale, era: Era, timeZone: string): Formats {
  const key = `${locale}/${era}/${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make(locale, era, timeZone);
  cache.set(key, made);
  return made;
}

/** Made when it is first used: each takes a moment, and a page uses few of them. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function make(locale: Locale, era: Era, timeZone: string): Formats {
  const calendar = era === 'BE' ? 'buddhist' : 'gregory';
  const tag = `${locale === 'th' ? 'th-TH' : 'en-GB'}-u-ca-${calendar}-nu-latn`;
  const plain = `${locale === 'th' ? 'th-TH' : 'en-GB'}-u-nu-latn`;
  const dayParts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const date = (locales: string, options: Intl.DateTimeFormatOptions) =>
    later(() => new Intl.DateTimeFormat(locales, options));
  const count = (options: Intl.NumberFormatOptions) => later(() => new Intl.NumberFormat(plain, options));
  const day = date(tag, { ...dayParts, timeZone: 'UTC' });
  const brief = date(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const named = date(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const zoned = date(tag, { ...dayParts, timeZone });
  const long = date(tag, { month: 'long', year: 'numeric', timeZone });
  const clock = date(plain, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone });
  const isoDay = date('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  const ago = later(() => new Intl.RelativeTimeFormat(plain, { numeric: 'auto' }));
  const compact = count({ notation: 'compact', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const hundredths = count({ maximumFractionDigits: 2 });
  const exact = count({ maximumFractionDigits: 6 });
  const numbers = [0, 1, 2, 3, 4].map((d) => count({ minimumFractionDigits: d, maximumFractionDigits: d }));
  // "22 พ.ย. 2569" and "22 Nov 2569": the era is the user's choice and needs no mark behind each year.
  const bare = (format: Intl.DateTimeFormat, date: Date) =>
    format
      .formatToParts(date)
      .filter((part) => part.type === 'day' || part.type === 'month' || part.type === 'year')
      .map((part) => part.value)
      .join(' ');
  const number = (n: number, decimals?: number) =>
    decimals === undefined ? exact().format(n) : (numbers[decimals] ?? numbers[2]!)().format(n);
  const valid = (text: string) => !Number.isNaN(Date.parse(text));
  // What somebody typed that is no day is said as it is.
  const dayIn = (text: string, format: () => Intl.DateTimeFormat) => {
    const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? text : bare(format(), date);
  };
  const isDay = (text: string) => Date.parse(text) % 60_000 === 0 && clock().format(new Date(text)) === '00:00';
  const zonedDay = (text: string) => bare(zoned(), new Date(text));
  return {
    day: (text) => dayIn(text, day),
    brief: (text) => dayIn(text, brief),
    weekday: (text) => named().format(new Date(text.slice(0, 10) + 'T00:00:00Z')),
    moment: (text) =>
      !valid(text) ? text : isDay(text) ? zonedDay(text) : `${zonedDay(text)} ${clock().format(new Date(text))}`,
    isDay,
    time: (text) => clock().format(new Date(text)),
    relative: (text) => relative(ago(), Date.parse(text) - Date.now(), () => zonedDay(text)),
    number,
    short: (n) =>
      Math.abs(n) < 999.995 ? hundredths().format(n) : locale === 'th' ? inThai(n, numbers[2]!()) : compact().format(n),
    money: (n) => number(n, 2),
    month: (text) => (valid(text) ? bare(long(), new Date(text)) : text),
    today: () => isoDay().format(new Date()),
    dayOf: (text) => isoDay().format(new Date(text)),
  };
}

const steps: [number, string][] = [
  [1_000_000, ' ล้าน'],
  [1_000, ' พัน'],
];

/** "1.34 ล้าน": Thais count large sums in millions. */
function inThai(n: number, digits: Intl.NumberFormat): string {
  const [by, word] = steps.find(([least]) => Math.abs(n) >= least * 0.999995) ?? [1, ''];
  return digits.format(n / by) + word;
}

function relative(ago: Intl.RelativeTimeFormat, ms: number, full: () => string): string {
  const minutes = Math.round(ms / 60_000);
  if (Math.abs(minutes) < 60) return ago.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return ago.format(hours, 'hour');
  const days = Math.round(hours / 24);
  return Math.abs(days) < 7 ? ago.format(days, 'day') : full();
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-CA', { ...parts, timeZone });
  clocks.set(timeZone, made);
  return made;
}

/** The wall clock in a time zone, `2026-11-22T11:15`, for an instant. */
export function wallClock(instant: string, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which a wall clock in a time zone shows this time. */
export function instantOf(wall: string, timeZone: string): string {
  const guess = Date.parse(`${wall}Z`);
  const shown = Date.parse(`${wallClock(new Date(guess).toISOString(), timeZone)}Z`);
  return new Date(guess - (shown - guess)).toISOString().replace('.000Z', 'Z');
}
