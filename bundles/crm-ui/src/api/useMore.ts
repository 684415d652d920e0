import { useEffect, useState } from 'react';

/** What is known of an answer that comes page by page. */
interface Pages {
  data: { pages: unknown[] } | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/**
 * Asks for one page more. When somebody changes something meanwhile, all pages are asked anew and the one on its way is
 * dropped: then it is asked for once again.
 */
export function useMore(pages: Pages): () => void {
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const there = data?.pages.length ?? 0;
  const [asked, ask] = useState(0);
  const dropped = there > 0 && there === asked && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (dropped) void fetchNextPage();
  }, [dropped, fetchNextPage]);
  return () => {
    ask(there);
    void fetchNextPage();
  };
}
