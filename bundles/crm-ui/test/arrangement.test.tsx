import { act, render, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { arranged, news, useArrangement } from '../src/home/arrangement';
import type { Alert, HomeBlock } from '../src/api/types';
import { Toasts } from '../src/kit/Toast';

const answered = { order: ['a'], hidden: [] };
const chosen = { order: ['b', 'a'], hidden: [] };

afterEach(() => vi.unstubAllGlobals());

test('what could not be kept is told and shown no longer', async () => {
  let answer = (_: Response) => {};
  vi.stubGlobal('fetch', () => new Promise<Response>((then) => (answer = then)));
  render(<Toasts closeLabel="Close" />);
  const { result } = renderHook(() => useArrangement(answered));
  act(() => result.current.keep(chosen));
  expect(result.current.value).toEqual(chosen);
  await act(async () => answer(Response.json({ title: 'No room left' }, { status: 507 })));
  expect(result.current.value).toEqual(answered);
  expect(screen.getByText('No room left')).toBeTruthy();
});

test('what stands in a block is not told of beside it, but what somebody did about it is', () => {
  const told = (id: string, by?: string) =>
    ({ id, record: { entity: 'activity', id: '1' }, by: by && { id: by } }) as unknown as Alert;
  const [due, mention] = [told('due'), told('mention', 'somebody')];
  const blocks = [{ entity: 'activity', rows: [{ id: '1' }] }] as unknown as HomeBlock[];
  expect(news([due, mention], blocks)).toEqual([mention]);
  expect(news([due, mention], [])).toEqual([due, mention]);
});

test('what somebody arranged before a part was there leaves it where it stands by nature', () => {
  const parts = ['today', 'alerts', 'leads', 'deals', 'recent'].map((id) => ({ id }));
  const order = (order: string[], hidden: string[] = []) => arranged(parts, { order, hidden }).map(({ id }) => id);
  expect(order([])).toEqual(['today', 'alerts', 'leads', 'deals', 'recent']);
  expect(order(['deals', 'leads', 'today'])).toEqual(['deals', 'alerts', 'leads', 'today', 'recent']);
  expect(order(['recent', 'deals', 'gone', 'leads', 'today', 'alerts'], ['leads'])).toEqual([
    'recent',
    'deals',
    'today',
    'alerts',
  ]);
});
