import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caller } from '../src/api/client';
import { listen } from '../src/api/events';
import { bootstrapQuery, queryClient } from '../src/api/queries';

/** The stream of a server that the test takes away and brings back. */
class Stream extends EventTarget {
  static CLOSED = 2;
  static last: Stream;
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  close = () => {};
  constructor(readonly url: string) {
    super();
    Stream.last = this;
  }
  tell(type: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(type, { data }));
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
  const stop = listen(away);
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
  const stop = listen(away);
  Stream.last.onerror();
  Stream.last.onopen();
  vi.advanceTimersByTime(10_000);
  expect(away).not.toHaveBeenCalledWith(true);
  stop();
});

it('tells at once of a network that is gone, and that it is back unless the server is away too', () => {
  const away = vi.fn();
  const stop = listen(away);
  dispatchEvent(new Event('offline'));
  expect(away).toHaveBeenLastCalledWith(true);
  dispatchEvent(new Event('online'));
  expect(away).toHaveBeenLastCalledWith(false);
  dispatchEvent(new Event('offline'));
  Stream.last.onerror();
  dispatchEvent(new Event('online'));
  expect(away).toHaveBeenLastCalledWith(true);
  stop();
});

it('believes that a session is over only when a call of the one of now is refused', async () => {
  const answers = [Response.json({ csrf: 'new' }), Response.json({ csrf: 'new' }), Response.json({}, { status: 401 })];
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()));
  const ended = vi.spyOn(caller, 'ended');
  const stop = listen(() => {});
  const leave = new QueryObserver(queryClient, { ...bootstrapQuery, retry: false }).subscribe(() => {});
  await vi.waitFor(() => expect(caller.csrf).toBe('new'));
  const told = () => Stream.last.dispatchEvent(new MessageEvent('session', { data: '{"ended":true}' }));
  told();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  expect(ended).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  told();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  leave();
  stop();
});

it('shows the note of a colleague on the record that is open, and leaves lists alone', () => {
  const stop = listen(() => {});
  const parts = [
    ['record', 'lead', '7', 'timeline', {}],
    ['record', 'lead', '8', 'timeline', {}],
    ['records', 'lead', 'rows', {}],
  ];
  for (const key of parts) queryClient.setQueryData(key, []);
  Stream.last.dispatchEvent(new MessageEvent('attached', { data: '{"entity":"lead","id":"7"}' }));
  vi.advanceTimersByTime(1000);
  expect(parts.map((key) => queryClient.getQueryState(key)?.isInvalidated)).toEqual([true, false, false]);
  stop();
});

it('asks anew for what was told of between its first question and the opening of the line', () => {
  const stop = listen(() => {});
  expect(Stream.last.url).toMatch(/\/api\/events\?age=\d+$/);
  queryClient.setQueryData(['alerts', 'bell'], []);
  Stream.last.tell('missed');
  expect(queryClient.getQueryState(['alerts', 'bell'])?.isInvalidated).toBe(true);
  stop();
});

it('tells a further tab that the line it shares has told of something since that tab asked', async () => {
  vi.stubGlobal('self', {});
  await import('../src/api/events.worker');
  const tab = () => {
    const port = { postMessage: vi.fn(), onmessage: (_: { data: 'bye' | number }) => {} };
    (self as unknown as { onconnect: (event: object) => void }).onconnect({ ports: [port] });
    return port;
  };
  const [first, second, third] = [tab(), tab(), tab()];
  first.onmessage({ data: Date.now() - 300 });
  expect(Stream.last.url).toBe('/api/events?age=300');
  vi.advanceTimersByTime(10_000);
  Stream.last.tell('alert');
  first.postMessage.mockClear();
  vi.advanceTimersByTime(1000);
  second.onmessage({ data: Date.now() - 500 });
  third.onmessage({ data: Date.now() - 1500 });
  expect([second, third].map((tab) => tab.postMessage.mock.calls.flat())).toEqual([
    [{ type: 'alert', data: '{}' }],
    [{ type: 'alert', data: '{}' }, { type: 'missed' }],
  ]);
});
