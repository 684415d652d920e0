import type { Era, Locale } from '../api/types';
import type { App } from '../app';
import { later } from '../i18n/format';
import type { Range, View } from './state';

/** A month, a day of the week or a date in the reader's era, for headings. */
export function calendarWords({ boot }: Pick<App, 'boot'>): CalendarWords {
  const { locale, era } = boot.settings;
  const known = all.get(locale + era);
  if (known) return known;
  const made = make(locale, era);
  all.set(locale + era, made);
  return made;
}

function make(locale: Locale, era: Era) {
  const calendar = era === 'BE' ? 'buddhist' : 'gregory';
  const tag = `${locale === 'th' ? 'th-TH' : 'en-GB'}-u-ca-${calendar}-nu-latn`;
  const made = (options: Intl.DateTimeFormatOptions) => {
    const format = later(() => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
    // The era is the user's choice and needs no mark behind each year.
    return (day: string) =>
      format()
        .formatToParts(new Date(`${day.slice(0, 10)}T00:00:00Z`))
        .filter((part) => part.type !== 'era')
        .map((part) => part.value)
        .join('')
        .trim()
        .replace(/ {2,}/g, ' ');
  };
  return {
    month: made({ month: 'long', year: 'numeric' }),
    monthName: made({ month: 'long' }),
    year: made({ year: 'numeric' }),
    weekday: made({ weekday: 'short' }),
    weekdayLetter: made({ weekday: 'narrow' }),
    longDay: made({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: made({ weekday: 'short', day: 'numeric', month: 'short' }),
    day: made({ day: 'numeric', month: 'short', year: 'numeric' }),
  };
}
export type CalendarWords = ReturnType<typeof make>;
const all = new Map<string, CalendarWords>();

export function titleOf(view: View, date: string, { from, to }: Range, words: CalendarWords): string {
  switch (view) {
    case 'day':
    case 'people':
      return words.longDay(date);
    case 'month':
      return words.month(date);
    case 'year':
      return words.year(date);
    default:
      return `${words.day(from)} – ${words.day(to)}`;
  }
}
