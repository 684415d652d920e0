import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from '../src/api/events';

/** The stream of a server that the test takes away and brings back. */
class Stream extends EventTarget {
  static CLOSED = 2;
  static last: Stream;
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  close = () => {};
  constructor() {
    super();
    Stream.last = this;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('tells of a server that stays away, and when it is back', () => {
  const away = vi.fn();
  const stop = listen({ ended: () => {}, away });
  Stream.last.onerror();
  vi.advanceTimersByTime(10_000);
  Stream.last.onerror();
  expect(away.mock.calls).toEqual([[true]]);
  Stream.last.onopen();
  expect(away).toHaveBeenLastCalledWith(false);
  stop();
});

it('says nothing of a line that comes back at once', () => {
  const away = vi.fn();
  const stop = listen({ ended: () => {}, away });
  Stream.last.onerror();
  Stream.last.onopen();
  vi.advanceTimersByTime(10_000);
  expect(away).not.toHaveBeenCalledWith(true);
  stop();
});
