import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, caller, post, type Problem } from '../src/api/client';

describe('the end of a session', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Asks, is given another session or not, and then refused. */
  async function refused(next: string) {
    let answer: (response: Response) => void = () => {};
    const answers = [new Promise<Response>((given) => (answer = given)), Promise.resolve(new Response('[]'))];
    vi.stubGlobal('fetch', () => answers.shift());
    caller.csrf = 'first';
    caller.ended = vi.fn(() => Promise.resolve(false));
    const asked = api('/api/alerts').catch((problem: Problem) => problem.status);
    caller.csrf = next;
    answer(new Response('{}', { status: 401 }));
    expect(await asked).toEqual(next === 'first' ? 401 : []);
    return caller.ended;
  }

  it('shows in what is refused', async () => expect(await refused('first')).toHaveBeenCalledOnce());

  it('is not told by what was asked in the session before', async () =>
    expect(await refused('second')).not.toHaveBeenCalled());

  it('lets what was to be saved wait, and sends it once more when somebody signed in again', async () => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', (_: string, { headers, body }: { headers: Headers; body: string }) => {
      const token = headers.get('X-CSRF-Token') ?? '';
      sent.push(`${token} ${body}`);
      return Promise.resolve(new Response('{"id":"7"}', { status: token === 'new' ? 200 : 401 }));
    });
    caller.csrf = 'old';
    let back: (again: boolean) => void = () => {};
    const ended = vi.fn(() => new Promise<boolean>((on) => (back = on)));
    caller.ended = ended;
    const saved = post('/api/records/lead', { name: 'ก' });
    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
    expect(sent).toHaveLength(1);
    caller.csrf = 'new';
    back(true);
    expect(await saved).toEqual({ id: '7' });
    expect(sent).toEqual(['old {"name":"ก"}', 'new {"name":"ก"}']);
  });
});
