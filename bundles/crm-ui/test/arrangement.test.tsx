import { act, render, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useArrangement } from '../src/home/arrangement';
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
