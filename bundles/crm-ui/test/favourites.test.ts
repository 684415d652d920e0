import { afterEach, expect, it, vi } from 'vitest';
import { preferenceQuery, queryClient } from '../src/api/queries';
import { favour, type Favourite } from '../src/shell/favourites';

const { queryKey } = preferenceQuery<Favourite[]>('menu.favourites');
const lead: Favourite = { entity: 'lead', id: '7', label: 'มานี' };
const account: Favourite = { entity: 'account', id: '7', label: 'สยาม' };
const t = ((key: string) => key) as unknown as Parameters<typeof favour>[2];

afterEach(() => vi.unstubAllGlobals());

it('a favourite is added to what another window has kept meanwhile, and taken away again', async () => {
  let kept: unknown = [account];
  vi.stubGlobal('fetch', (_url: string, call: RequestInit) => {
    if (call.method === 'PUT') kept = JSON.parse(String(call.body));
    return Promise.resolve(call.method === 'PUT' ? new Response(null, { status: 204 }) : Response.json(kept));
  });
  queryClient.setQueryData(queryKey, []);
  await favour(lead, true, t);
  expect(kept).toEqual([account, lead]);
  await favour(account, false, t);
  expect(kept).toEqual([lead]);
  expect(queryClient.getQueryData(queryKey)).toEqual([lead]);
});
