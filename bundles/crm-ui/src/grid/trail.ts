import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pagesQuery, queryClient } from '../api/queries';
import type { Page, Query, Row } from '../api/types';

interface Kept {
  entity: string;
  query: Query;
}
/** The list somebody looked at last in this tab: the records of its kind are gone through in its order. */
const key = 'sala.trail';

function lastTrail(): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

let trail = lastTrail();

export function keepTrail(entity: string, query: Query): void {
  trail = { entity, query };
  try {
    sessionStorage.setItem(key, JSON.stringify(trail));
  } catch {
    // The store is full: only a reload will not know it.
  }
}

/** A record as some list showed it last, if one did. */
export function listed(entity: string, id: string): Row | undefined {
  for (const [, pages] of queryClient.getQueriesData<InfiniteData<Page>>({ queryKey: ['records', entity, 'pages'] })) {
    const row = pages?.pages.flatMap((page) => page.items).find((one) => one.id === id);
    if (row) return row;
  }
  return undefined;
}

/** Where a record stands in the list one came from, and who its neighbours are; nothing when it is not in it. */
export function useTrail(entity: string, id: string) {
  const own = trail?.entity === entity ? trail.query : undefined;
  const pages = useInfiniteQuery({ ...pagesQuery(entity, own ?? {}), enabled: own !== undefined, staleTime: Infinity });
  const rows = own ? (pages.data?.pages.flatMap((page) => page.items) ?? []) : [];
  const at = rows.findIndex((row) => row.id === id);
  const { hasNextPage, fetchNextPage } = pages;
  const atEnd = at >= 0 && at === rows.length - 1 && hasNextPage;
  useEffect(() => {
    if (atEnd) void fetchNextPage();
  }, [atEnd, fetchNextPage]);
  if (at < 0) return undefined;
  const total = pages.data?.pages[0]?.total;
  return {
    position: at + 1,
    total: hasNextPage ? (total?.value ?? rows.length) : rows.length,
    exact: !hasNextPage || total?.exact !== false,
    before: rows[at - 1]?.id,
    next: rows[at + 1]?.id,
  };
}
