import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepApart, laneQuery } from '../src/board/lanes';
import { pagesQuery, queryClient } from '../src/api/queries';
import type { Page, RecordType } from '../src/api/types';

const type = { name: 'deal', titleField: 'name' } as RecordType;
const ask = (code: string) => laneQuery(type, 'stage', code, { paths: ['amount'], filter: undefined, sort: [] });
const key = (code: string) => pagesQuery('deal', ask(code)).queryKey;
const cards = (code: string) =>
  queryClient.getQueryData(key(code))?.pages.flatMap((page) => page.items.map((card) => card.id));

/** The server answers what is in a lane. */
const answers = (code: string, ...ids: string[]) =>
  queryClient.fetchInfiniteQuery({
    ...pagesQuery('deal', ask(code)),
    queryFn: () => Promise.resolve<Page>({ items: ids.map((id) => ({ id })) }),
    staleTime: 0,
  });

let apart = () => {};
beforeEach(() => (apart = keepApart('deal', ['new', 'won', 'lost'].map(ask))));
afterEach(() => {
  apart();
  queryClient.clear();
});

test('a card stands only in the lane that answered last, wherever it stood before', async () => {
  await answers('new', '1', '2', '3');
  await answers('lost', '4');
  await answers('won', '2', '4');
  expect([cards('new'), cards('lost'), cards('won')]).toEqual([['1', '3'], [], ['2', '4']]);
});

test('a lane that lost a card is asked again as if nothing had happened', async () => {
  await answers('new', '1', '2');
  await queryClient.invalidateQueries({ queryKey: key('new') });
  const before = queryClient.getQueryState(key('new'));
  await answers('won', '2');
  const after = queryClient.getQueryState(key('new'));
  expect(after?.isInvalidated).toBe(true);
  expect(after?.dataUpdatedAt).toBe(before?.dataUpdatedAt);
});

test('the cards of another board are left alone', async () => {
  const other = { ...ask('new'), filter: { field: 'name', op: 'contains', value: 'x' } as const };
  await queryClient.fetchInfiniteQuery({
    ...pagesQuery('deal', other),
    queryFn: () => Promise.resolve<Page>({ items: [{ id: '2' }] }),
  });
  await answers('won', '2');
  expect(queryClient.getQueryData(pagesQuery('deal', other).queryKey)?.pages[0]?.items).toHaveLength(1);
});
