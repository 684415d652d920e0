import { expect, test } from 'vitest';
import { beginning, countOf, labelsOf, refusedOf, within } from '../src/labels/labels';

const checked = { records: 40, most: 5000, missing: 3, without: [], formats: [], kinds: [] };

test('records without an address are only counted when their names are printed', () => {
  expect(countOf(checked, { copies: 1, nameless: false })).toBe(37);
  expect(countOf(checked, { copies: 2, nameless: true })).toBe(80);
});

test('what may not be exported is told of those chosen', () => {
  expect([42, 40, undefined].map((chosen) => refusedOf(chosen, checked))).toEqual([2, 0, 0]);
});

test('a sheet begins at one of its places, whatever is typed', () => {
  expect([null, 0, -3, 2.9, 24, 25].map((value) => within(value, 24))).toEqual([1, 1, 1, 2, 24, 24]);
});

test('the paper that was used last comes first while it is still there', () => {
  const papers = { ...checked, formats: ['a4', 'dl'].map((id) => ({ id, label: { th: id, en: id }, places: 1 })) };
  expect(beginning(papers, { format: 'dl', person: true }, 'th')).toMatchObject({
    format: 'dl',
    person: true,
    start: 1,
  });
  expect(beginning(papers, { format: 'gone' }, 'en')).toMatchObject({ format: 'a4', person: false, language: 'en' });
});

test('labels stand below their records', () => {
  expect(labelsOf('account', 'check')).toBe('/api/records/account/labels/check');
});
