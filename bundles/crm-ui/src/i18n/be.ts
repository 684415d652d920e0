import type { Era } from '../api/types';
import { digits } from './digits';

/** The one place where years of the Buddhist era become years of the common era and back; the wire knows only the latter. */
export const BE = 543;

const months: Record<string, number> = {};
const names = [
  ['ม.ค.', 'มกราคม', 'jan', 'january'],
  ['ก.พ.', 'กุมภาพันธ์', 'feb', 'february'],
  ['มี.ค.', 'มีนาคม', 'mar', 'march'],
  ['เม.ย.', 'เมษายน', 'apr', 'april'],
  ['พ.ค.', 'พฤษภาคม', 'may', 'may'],
  ['มิ.ย.', 'มิถุนายน', 'jun', 'june'],
  ['ก.ค.', 'กรกฎาคม', 'jul', 'july'],
  ['ส.ค.', 'สิงหาคม', 'aug', 'august'],
  ['ก.ย.', 'กันยายน', 'sep', 'september'],
  ['ต.ค.', 'ตุลาคม', 'oct', 'october'],
  ['พ.ย.', 'พฤศจิกายน', 'nov', 'november'],
  ['ธ.ค.', 'ธันวาคม', 'dec', 'december'],
];
names.forEach((row, i) => row.forEach((name) => (months[name.replace(/\./g, '')] = i + 1)));

/** 2567 and 2024 are one year; two digits are Buddhist for Thai eyes, otherwise the nearer century. */
function yearOf(typed: string, era: Era): number {
  const year = Number(typed);
  if (typed.length > 2) return year >= 2400 ? year - BE : year;
  if (era === 'BE' || year > 50) return 2500 + year - BE;
  return 2000 + year;
}

const iso = (y: number, m: number, d: number) =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

function real(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  const same = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return same ? iso(y, m, d) : null;
}

/** Reads a day as people type it: 31/12/2567, 31-12-67, 31.12.2024, 31 ธ.ค. 2567, 2024-12-31; null when it is none. */
export function parseDay(text: string, era: Era): string | null {
  const clean = digits(text.trim());
  const ordered = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (ordered) return real(yearOf(ordered[1]!, era), Number(ordered[2]), Number(ordered[3]));
  const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(clean);
  if (numeric) return real(yearOf(numeric[3]!, era), Number(numeric[2]), Number(numeric[1]));
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
  if (packed) return real(yearOf(packed[3]!, era), Number(packed[2]), Number(packed[1]));
  const named = /^(\d{1,2})\s*([^\d\s]+(?:\.[^\d\s]+)*)\s*(\d{2}|\d{4})$/.exec(clean);
  const month = named && months[named[2]!.replace(/\./g, '').toLowerCase()];
  return named && month ? real(yearOf(named[3]!, era), month, Number(named[1])) : null;
}

/** Reads a day with or without a clock behind it, 31/12/2567 14:30; null when it is none. */
export function parseMoment(text: string, era: Era): { day: string; clock: string } | null {
  const [, dayText = '', clock = ''] = /^(.*?)(?:\s+((?:[01]?\d|2[0-3])[:.][0-5]\d))?$/.exec(digits(text.trim())) ?? [];
  const day = parseDay(dayText, era);
  return day ? { day, clock: clock.replace('.', ':').padStart(clock ? 5 : 0, '0') } : null;
}

/** Whether nothing of it can follow: who has typed 31/12/25 may be on the way to 31/12/2567, and then to its clock. */
export function isWhole(text: string, withTime: boolean): boolean {
  const clean = digits(text.trim());
  return withTime
    ? /\d{4}\s+\d{1,2}[:.]\d{2}$/.test(clean) || /^\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}[:.]\d{2}$/.test(clean)
    : /(^\d{4}|\D)\d{4}$/.test(clean) || /^\d{4}-\d{1,2}-\d{2}$/.test(clean);
}
