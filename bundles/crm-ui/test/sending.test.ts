import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caller, Problem } from '../src/api/client';
import { send } from '../src/api/sending';

/** A request whose network is what a test makes of it. */
class Line {
  static last: Line;
  upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  status = 0;
  statusText = '';
  responseText = '';
  onload?: () => void;
  onloadend?: () => void;
  onabort?: () => void;
  open() {}
  setRequestHeader() {}
  send() {
    Line.last = this;
  }
  abort() {
    this.onabort?.();
  }
}

const half = 15_000;
const file = new File(['x'], 'x.bin');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', Line);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a file that no longer moves is given up as out of reach', async () => {
  const sent = send('/api/files', file, () => undefined).catch((problem: unknown) => problem);
  await vi.advanceTimersByTimeAsync(half);
  Line.last.upload.onprogress?.({ loaded: 5 });
  await vi.advanceTimersByTimeAsync(2 * half);
  const problem = (await sent) as Problem;
  expect(problem).toBeInstanceOf(Problem);
  expect([problem.status, problem.message]).toEqual([0, caller.unreachable]);
});

it('a file that moves slowly, and a server that thinks about it, are waited for', async () => {
  const sent = send('/api/files', file, () => undefined);
  for (let loaded = 1; loaded < 6; loaded++) {
    await vi.advanceTimersByTimeAsync(half);
    Line.last.upload.onprogress?.({ loaded });
  }
  Line.last.upload.onload?.();
  await vi.advanceTimersByTimeAsync(10 * half);
  Line.last.status = 201;
  Line.last.responseText = '{"id":"7"}';
  Line.last.onload?.();
  await expect(sent).resolves.toEqual({ id: '7' });
});

it.each([
  [
    'what is wrong with each value',
    { title: 'Refused', errors: [{ message: 'Too large' }, { message: 'No name' }] },
    'Too large No name',
  ],
  ['what is wrong at all', { title: 'Refused', detail: 'for want of room' }, 'Refused for want of room'],
])('a refusal says %s, as with every call', async (_, body, words) => {
  const sent = send('/api/files', file, () => undefined).catch((problem: unknown) => problem);
  Object.assign(Line.last, { status: 422, responseText: JSON.stringify(body) });
  Line.last.onload?.();
  expect(((await sent) as Error).message).toBe(words);
});

it('an answer that is no refusal of ours says its status', async () => {
  const sent = send('/api/files', file, () => undefined).catch((problem: unknown) => problem);
  Object.assign(Line.last, { status: 413, statusText: 'Content Too Large', responseText: '<html>' });
  Line.last.onload?.();
  expect(((await sent) as Error).message).toBe('413 Content Too Large');
});
