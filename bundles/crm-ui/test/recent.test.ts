import { afterEach, expect, it, vi } from 'vitest';
import { preferenceQuery, queryClient } from '../src/api/queries';
import { forget, type Recent } from '../src/shell/recent';

const { queryKey } = preferenceQuery<Recent[]>('recent');
const lead: Recent = { entity: 'lead', id: '7', label: 'มานี' };
const account: Recent = { entity: 'account', id: '7', label: 'สยาม' };

afterEach(() => vi.unstubAllGlobals());

it('a record that is gone is offered no longer, and is kept so', async () => {
  const calls: unknown[] = [];
  vi.stubGlobal('fetch', (url: string, call: RequestInit) => {
    calls.push([url, call.body]);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  queryClient.setQueryData(queryKey, [lead, account]);
  forget('lead', '7');
  forget('lead', '7');
  expect(queryClient.getQueryData(queryKey)).toEqual([account]);
  await vi.waitFor(() => expect(calls).not.toEqual([]));
  expect(calls).toEqual([['/api/preferences/recent', JSON.stringify([account])]]);
});
