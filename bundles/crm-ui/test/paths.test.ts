import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Field } from '../src/api/types';
import type { App } from '../src/boot/app';
import { useSame } from '../src/kit/useSame';
import { isMissed } from '../src/meta/paths';

afterEach(() => vi.useRealTimers());

test('a day is missed when it is over where the company is, a moment when it is past', () => {
  // In Bangkok the 30th has begun already.
  vi.useFakeTimers({ now: new Date('2026-11-29T18:00:00Z') });
  const fmt = { today: () => '2026-11-30' } as App['fmt'];
  const day = { kind: 'date' } as Field;
  const moment = { kind: 'datetime' } as Field;
  expect(['2026-11-29', '2026-11-30'].map((value) => isMissed(day, value, fmt))).toEqual([true, false]);
  expect(['2026-11-29T17:59:00Z', '2026-11-29T18:01:00Z'].map((value) => isMissed(moment, value, fmt))).toEqual([
    true,
    false,
  ]);
  expect(isMissed({ ...day, readOnly: true }, '2000-01-01', fmt), 'the day it was made').toBe(false);
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
