import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, caller } from '../src/api/client';

describe('the end of a session', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Asks, is given another session or not, and then refused. */
  async function refused(next: string) {
    let answer: (response: Response) => void = () => {};
    vi.stubGlobal('fetch', () => new Promise<Response>((given) => (answer = given)));
    caller.csrf = 'first';
    caller.ended = vi.fn();
    const asked = expect(api('/api/alerts')).rejects.toThrow();
    caller.csrf = next;
    answer(new Response('{}', { status: 401 }));
    await asked;
    return caller.ended;
  }

  it('shows in what is refused', async () => expect(await refused('first')).toHaveBeenCalledOnce());

  it('is not told by what was asked in the session before', async () =>
    expect(await refused('second')).not.toHaveBeenCalled());
});
