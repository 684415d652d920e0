import { expect, test } from 'vitest';
import { entryColor } from '../src/calendar/colors';
import type { Entry } from '../src/calendar/queries';
import { leftOf, questionOf } from '../src/calendar/state';

const work = {
  source: 'work',
  lists: [
    ['type.call', 'type.letter'],
    ['status.open', 'status.done'],
  ],
};
const days = { source: 'days', lists: [['kind.birthday']] };
const layers = [work, days];

test('all is shown while nothing is hidden', () => {
  expect(leftOf(layers, {})).toEqual({ sources: ['work', 'days'], picks: [] });
});

test('of a list of which a part is hidden the rest is asked for', () => {
  expect(leftOf(layers, { hidden: ['type.call'] })).toEqual({ sources: ['work', 'days'], picks: ['type.letter'] });
});

test('of a source nothing is shown when it is hidden or all of one of its lists', () => {
  expect(leftOf(layers, { off: ['work'], hidden: ['type.call'] })).toEqual({ sources: ['days'], picks: [] });
  expect(leftOf(layers, { hidden: ['type.call', 'type.letter'] }).sources).toEqual(['days']);
  expect(leftOf(layers, { off: ['work'], hidden: ['kind.birthday'] }).sources).toEqual([]);
});

test('a source without lists is hidden only itself', () => {
  expect(leftOf([{ source: 'plain', lists: [] }], { hidden: ['kind.birthday'] }).sources).toEqual(['plain']);
});

test('the question names the sources and the picks that are left', () => {
  const range = { from: '2031-01-01', to: '2031-01-31' };
  const asked = new URLSearchParams(questionOf(range, { mine: true }, { sources: ['work'], picks: ['type.call'] }));
  expect(Object.fromEntries(asked)).toEqual({ ...range, sources: 'work', picks: 'type.call', mine: 'true' });
});

test('kinds beside each other differ in colour, and what has none is coloured by its source', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const of = (more: Partial<Entry>) => entryColor({ source: 'work', ...more } as Entry, 'kind', kinds);
  expect(new Set(kinds.map((kind) => of({ kind }))).size).toBe(kinds.length);
  expect(of({})).toBe(of({ kind: 'gone' }));
});

test('a person keeps one colour whatever he does', () => {
  const of = (id: string, kind: string) =>
    entryColor({ source: 'work', kind, owner: { id, label: '' } } as Entry, 'person', ['call', 'visit']);
  expect(of('1', 'call')).toBe(of('1', 'visit'));
  expect(of('1', 'call')).not.toBe(of('2', 'call'));
});
