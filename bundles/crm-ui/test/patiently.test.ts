import { afterEach, expect, it, vi } from 'vitest';
import { caller } from '../src/api/client';
import { patiently } from '../src/api/patiently';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a part of the client that cannot be had comes when the server is back', async () => {
  vi.useFakeTimers();
  let away = true;
  const answer = (value: unknown) => (away ? Promise.reject(new Error('refused')) : Promise.resolve(value));
  vi.stubGlobal('fetch', () => answer({ status: 401 }));
  const part = patiently(() => answer('the page'))();
  await vi.advanceTimersByTimeAsync(5000);
  away = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(await part).toBe('the page');
});

it('who waits for a part is told so again when the line of events, which opened late, has denied it', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('refused')));
  const told = vi.spyOn(caller, 'away');
  void patiently(() => Promise.reject(new Error('refused')))();
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toHaveBeenLastCalledWith(true);
  caller.away(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(told).toHaveBeenLastCalledWith(true);
});

it('a part that is gone for good is told of', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.resolve({ status: 200 }));
  const told = expect(patiently(() => Promise.reject(new Error('gone')))()).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(10_000);
  await told;
});
