import type { Row } from '../api/types';

/** Somewhere to go, as it is read and where a map shows it. */
export interface Place {
  words: string;
  href: string;
}

const isLink = (words: string) => /^https?:\/\//i.test(words);
const found = (words: string) => `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(words)}`;

/** A place in words; an address of the web leads there itself. */
export const placeOf = (words: string): Place => ({ words, href: isLink(words) ? words : found(words) });

const lines = ['street', 'subDistrict', 'district', 'province', 'postcode'];
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** The first address of a record; its own link to a map knows the way better than its words. */
export function addressOf(record: Row): Place | undefined {
  const all = Array.isArray(record['addresses']) ? (record['addresses'] as Record<string, unknown>[]) : [];
  const places = all.map((one) => ({
    words: lines
      .map((line) => text(one[line]))
      .filter(Boolean)
      .join(' '),
    link: text(one['mapLink']),
  }));
  const first = places.find(({ words, link }) => words !== '' || isLink(link));
  if (!first) return undefined;
  return isLink(first.link) ? { words: first.words || first.link, href: first.link } : placeOf(first.words);
}
