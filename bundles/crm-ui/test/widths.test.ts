import { expect, test } from 'vitest';
import type { Field } from '../src/api/types';
import { widthsOf } from '../src/grid/layout';
import { formats } from '../src/i18n/format';
import type { Column } from '../src/meta/paths';

const column = (path: string, kind: string, label = path, more: Partial<Field> = {}) =>
  ({ path, label, field: { name: path, kind, ...more } }) as unknown as Column;
const options = [
  { code: 'won', tone: 'success', label: { th: 'ได้รับใบสั่งซื้อ', en: 'Purchase order received' } },
] as Field['options'];
const columns = [
  column('name', 'text'),
  column('account', 'ref', 'Account', { ref: 'account' }),
  column('stage', 'pick', 'Stage', { options }),
  column('closeOn', 'date', 'Expected close date'),
];
const widths = (room: number, sizing = {}, locale: 'th' | 'en' = 'en') =>
  widthsOf(columns, sizing, 'name', { room, scale: 1, l: (text) => text?.[locale] ?? '' });
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

test('what can be chosen is read whole, in the words of the reader', () => {
  const [, , english] = widths(2000);
  const [, , thai] = widths(2000, {}, 'th');
  expect(english).toBeGreaterThan(56 + 'Purchase order received'.length * 6);
  expect(thai).toBeLessThan(170);
});

test('what is left over is the name’s; what lacks is given by all words together, not by numbers and days', () => {
  const natural = widths(0);
  const wide = widths(2000);
  expect(sum(wide)).toBe(2000);
  expect(wide.slice(1)).toEqual(natural.slice(1));
  const tight = widths(sum(natural) - 100);
  expect(sum(tight)).toBeLessThanOrEqual(sum(natural) - 100);
  expect(sum(tight)).toBeGreaterThan(sum(natural) - 105);
  expect(tight.slice(2)).toEqual(natural.slice(2));
  [0, 1].forEach((at) => expect(tight[at]).toBeLessThan(natural[at]!));
  const tighter = widths(sum(natural) - 150);
  expect(tighter[2]).toBeLessThan(natural[2]!);
  expect(tighter[3]).toBe(natural[3]);
});

test('where the rest has to be scrolled to anyway the name alone gives way, and what was given a width keeps it', () => {
  const natural = widths(0);
  expect(widths(300)).toEqual([208, ...natural.slice(1)]);
  expect(widths(sum(natural) - 60, { account: 170 })[1]).toBe(170);
});

test('large sums have the same number of decimals', () => {
  const said = (locale: 'th' | 'en') =>
    [855_081, 1_600_000, 840, 0].map((n) => formats(locale, 'CE', 'Asia/Bangkok').short(n).toUpperCase());
  expect(said('th')).toEqual(['855.08 พัน', '1.60 ล้าน', '840', '0']);
  expect(said('en')).toEqual(['855.08K', '1.60M', '840', '0']);
});

test('a column keeps the width it was given, within what can be seen', () => {
  expect(widths(0, { account: 300 })[1]).toBe(300);
  expect(widths(0, { account: -500 })[1]).toBe(60);
  expect(widths(0, { account: 1e9 })[1]).toBe(2000);
});
