import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { pagesQuery } from '../api/queries';
import type { Query, RecordType, Row } from '../api/types';
import type { Column } from '../meta/paths';
import { useGroups } from './groups';

/** So many bars stand for the first rows while nothing is known of them. */
const bars = 12;
const none: Row[] = [];

/** The rows that answer the question of a list, page by page or by groups, as far as they have come. */
export function useRows(type: RecordType, query: Query, by: Column | undefined, columns: Column[], ready: boolean) {
  const groups = useGroups(type, query, by, columns);
  const whole = useMemo(() => (by ? { ...query, limit: 1 } : query), [by, query]);
  const question = pagesQuery(type.name, whole);
  const enabled = ready && columns.length > 0;
  const client = useQueryClient();
  // Asked before the table is drawn rather than after: the server looks for the rows meanwhile.
  if (enabled && !client.getQueryState(question.queryKey)) void client.prefetchInfiniteQuery(question);
  const pages = useInfiniteQuery({ ...question, enabled });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? none, [pages.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const loaded = rows.length;
  const further = useCallback(
    (_first: number, last: number) => {
      if (loaded > 0 && last >= loaded - 30 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [loaded, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const there = (groups ? groups.groups.length : loaded) > 0;
  const first = pages.data?.pages[0];
  const count = hasNextPage ? Math.max(first?.total?.value ?? 0, loaded + 1) : loaded;
  const waiting = groups ? groups.pending : pages.isPending;
  const lines = waiting
    ? { rows: none, count: bars, more: further }
    : groups
      ? { rows: groups.rows, heads: groups.heads, toggle: groups.toggle, count: groups.rows.length, more: groups.more }
      : { rows, count, more: further };
  return {
    lines,
    groups,
    waiting,
    busy: waiting || pages.isFetching || pages.isPending,
    // What is there stays while it cannot be asked anew: somebody may be typing in it.
    error: there && !pages.isFetchNextPageError ? null : (groups?.error ?? pages.error),
    again: () => void pages.refetch(),
    empty: ready && !waiting && !there,
    /** the first page, which knows how many there are */
    first,
    loaded,
  };
}
