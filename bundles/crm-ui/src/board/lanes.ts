import { hashKey, type InfiniteData, type Query as Asked } from '@tanstack/react-query';
import { pagesQuery, queryClient } from '../api/queries';
import type { Filter, Page, Query, RecordType, Sort } from '../api/types';
import { allOf } from '../meta/filter';

type Pages = InfiniteData<Page, string>;

/** What the cards of a board show, which of them there are, and in what order. */
export interface Wish {
  paths: string[];
  filter: Filter | undefined;
  sort: Sort[];
}

/** What a lane asks for: the cards of one state among those of the board, 25 at a time. */
export const laneQuery = (type: RecordType, field: string, code: string, wish: Wish): Query => {
  const own: Filter = { field, op: '=', value: code };
  return {
    fields: [...new Set([type.titleField, field, ...wish.paths])],
    filter: allOf(wish.filter, own) ?? own,
    sort: wish.sort,
    limit: 25,
    may: 'update',
    count: false,
  };
};

/**
 * A card stands in one lane only. The lanes are asked one by one, so for a moment the one it left may still hold it: the
 * lane that answered last has it, and the others let go of it. Works until the returned function is called.
 */
export function keepApart(entity: string, lanes: Query[]): () => void {
  const hashes = lanes.map((query) => hashKey(pagesQuery(entity, query).queryKey));
  const cache = queryClient.getQueryCache();
  return cache.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    const { query } = event;
    if (!hashes.includes(query.queryHash)) return;
    const arrived = new Set(cardsOf(query).map((card) => card.id));
    for (const hash of hashes) if (hash !== query.queryHash) letGo(cache.get(hash), arrived);
  });
}

const cardsOf = (lane: Asked) => (lane.state.data as Pages | undefined)?.pages.flatMap((page) => page.items) ?? [];

function letGo(lane: Asked | undefined, gone: ReadonlySet<string>): void {
  if (!lane || !cardsOf(lane).some((card) => gone.has(card.id))) return;
  const { data, isInvalidated, dataUpdatedAt } = lane.state as Asked<Pages>['state'];
  const pages = data?.pages.map((page) => ({ ...page, items: page.items.filter((card) => !gone.has(card.id)) }));
  lane.setData({ ...data, pages }, { updatedAt: dataUpdatedAt, manual: true });
  // It is no fresher for that.
  if (isInvalidated) lane.invalidate();
}
