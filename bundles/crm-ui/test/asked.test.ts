import { describe, expect, it, test } from 'vitest';
import { caller, problemOf } from '../src/api/client';
import type { RecordType } from '../src/api/types';
import { readCalendarState } from '../src/calendar/state';
import { readListState } from '../src/grid/state';
import { askable } from '../src/grid/useList';

describe('an address that is old, cut or typed by hand', () => {
  it.each([
    ['{"field":"createdAt"', 'period'],
    [{ field: 'createdAt' }, 'period'],
    [{ field: 'createdAt', preset: '@zz' }, 'period'],
    [{ field: 'createdAt', from: '2026-13-01', to: '2026-12-01' }, 'period'],
    ['nope', 'sort'],
    [[5, { desc: true }, { path: 'name', desc: 'x' }], 'sort'],
    ['x', 'filters'],
    [[5, null, 'x', {}, { field: 'name' }, { field: 'name', op: 'zz' }, { all: 'x' }, { any: [5] }], 'filters'],
    [[{ not: 'x' }, { exists: {} }, { field: 5, op: '=' }, { field: 'name', op: 'toString' }], 'filters'],
    [['x'], 'off'],
  ])('asks nothing of a list by %j for its %s', (value, name) => {
    expect(readListState({ [name]: value })).toEqual({});
  });

  it('still asks what is right in it', () => {
    const right = {
      view: 'core.all',
      q: 'ก',
      period: { field: 'createdAt', preset: '@today' },
      sort: [{ path: 'name', desc: true }],
      filters: [
        { any: [{ field: 'name', op: 'contains', value: 'x' }, { not: { field: 'phone', op: 'empty' } }] },
        { not: { exists: { entity: 'activity', via: 'regarding', filter: { field: 'status', op: '=', value: 1 } } } },
      ],
      off: [0, 2],
    };
    expect(readListState(right)).toEqual(right);
    expect(readListState({ ...right, filters: [5, ...right.filters], sort: [{}, ...right.sort], more: 1 })).toEqual(
      right,
    );
  });

  it.each(['9999-99-99', '0000-00-00', '2026-02-30', '2026-1-1', '9999-12-31', '0000-01-01', 5, null])(
    'does not lead the calendar to %j',
    (date) => expect(readCalendarState({ date, from: date, to: '2026-12-31' })).toEqual({}),
  );

  it('does not let a period of the calendar end before it begins', () => {
    expect(readCalendarState({ from: '2026-12-02', to: '2026-12-01' })).toEqual({});
    expect(readCalendarState({ from: '2024-02-29', to: '2026-12-01' })).toEqual({
      from: '2024-02-29',
      to: '2026-12-01',
    });
  });
});

test('an order and a period by fields that the records do not have are not asked for', () => {
  const fields = [
    { name: 'name', kind: 'text' },
    { name: 'createdAt', kind: 'datetime' },
  ];
  const type = { fields, workedOut: [{ name: 'next' }] } as unknown as RecordType;
  const order = [{ path: 'name' }, { path: 'next' }, { path: 'gone' }, { path: 'gone.name' }];
  const period = (field: string) => ({ field, preset: '@today' });
  expect(askable(type, { q: 'ก', sort: order, period: period('gone') })).toEqual({ q: 'ก', sort: order.slice(0, 2) });
  expect(askable(type, { period: period('name') })).toEqual({});
  expect(askable(type, { period: period('createdAt') })).toEqual({ period: period('createdAt') });
});

test('who stands between and has no server behind him is told of in plain words', () => {
  caller.unreachable = 'out of reach';
  expect(problemOf({ status: 503, statusText: 'Service Unavailable' }, {}).message).toBe('out of reach');
  expect(problemOf({ status: 418, statusText: 'Teapot' }, {}).message).toBe('418 Teapot');
});

test('what an answer refuses and why are two sentences', () => {
  const said = () => problemOf({ status: 400, statusText: '' }, { title: 'Not understood', detail: 'nope' }).message;
  caller.language = 'en';
  expect(said()).toBe('Not understood. nope');
  caller.language = 'th';
  expect(said()).toBe('Not understood nope');
});
