import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caller, Problem } from '../src/api/client';
import { send } from '../src/api/sending';

/** A request whose network is what a test makes of it. */
class Line {
  static last: Line;
  upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  status = 0;
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
  Line.last.onload?.();
  await expect(sent).resolves.toBeUndefined();
});
