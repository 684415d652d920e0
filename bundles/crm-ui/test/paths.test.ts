import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Field, RecordType, Row } from '../src/api/types';
import type { App } from '../src/app';
import { useSame } from '../src/kit/useSame';
import { missedAt } from '../src/meta/paths';

afterEach(() => vi.useRealTimers());

const day = { name: 'at', kind: 'date' } as Field;
const moment = { name: 'at', kind: 'datetime' } as Field;
// In Bangkok the 30th has begun already.
const fmt = { today: () => '2026-11-30' } as App['fmt'];
const now = () => vi.useFakeTimers({ now: new Date('2026-11-29T18:00:00Z') });

test('a day is missed when it is over where the company is, a moment when it is past', () => {
  now();
  const missed = (field: Field, at: string) =>
    missedAt({ fields: [field] } as RecordType, { id: '1', at } as Row, field, fmt) !== '';
  expect(['2026-11-29', '2026-11-30'].map((value) => missed(day, value))).toEqual([true, false]);
  expect(['2026-11-29T17:59:00Z', '2026-11-29T18:01:00Z'].map((value) => missed(moment, value))).toEqual([true, false]);
  expect(missed({ ...day, readOnly: true }, '2000-01-01'), 'the day it was made').toBe(false);
});

test('what has an end is missed when that is past, not while it is going on', () => {
  now();
  const due = { name: 'due', kind: 'datetime' } as Field;
  const begins = { ...moment, readOnly: true };
  const type = { fields: [begins, due], ends: { at: 'due' } } as RecordType;
  const missed = (at: string, by: string) => missedAt(type, { id: '1', at, due: by } as Row, begins, fmt);
  expect(missed('2026-11-29T17:30:00Z', '2026-11-29T18:30:00Z')).toBe('');
  expect(missed('2026-11-29T16:30:00Z', '2026-11-29T17:30:00Z')).toBe('2026-11-29T17:30:00Z');
});

test('a list stays the same one as long as the same is in it', () => {
  const [a, b] = [{}, {}];
  const { result, rerender } = renderHook(({ list }) => useSame(list), { initialProps: { list: [a, b] } });
  const first = result.current;
  rerender({ list: [a, b] });
  expect(result.current).toBe(first);
  rerender({ list: [b, a] });
  expect(result.current).toEqual([b, a]);
  expect(result.current).not.toBe(first);
  rerender({ list: [b] });
  expect(result.current).toHaveLength(1);
});
