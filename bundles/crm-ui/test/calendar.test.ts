import { expect, test } from 'vitest';
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
