import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useMore } from '../src/api/useMore';

it('brings the page that was asked for, though somebody changed something while it was on its way', async () => {
  const client = new QueryClient();
  const asked: [number, () => void][] = [];
  const around = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children);
  const { result } = renderHook(
    () => {
      const pages = useInfiniteQuery({
        queryKey: ['rows'],
        queryFn: ({ pageParam }) => new Promise<number>((answer) => asked.push([pageParam, () => answer(pageParam)])),
        initialPageParam: 0,
        getNextPageParam: (last) => last + 1,
      });
      return { pages: pages.data?.pages, more: useMore(pages) };
    },
    { wrapper: around },
  );
  const answer = async (number: number) => {
    await waitFor(() => expect(asked.map(([page]) => page)).toEqual([number]));
    await act(async () => asked.shift()?.[1]());
  };
  await answer(0);
  await waitFor(() => expect(result.current.pages).toEqual([0]));
  act(() => result.current.more());
  await waitFor(() => expect(asked.map(([page]) => page)).toEqual([1]));
  asked.length = 0; // never answered: what is asked anew takes its place
  void client.invalidateQueries({ queryKey: ['rows'] });
  await answer(0);
  await answer(1);
  await waitFor(() => expect(result.current.pages).toEqual([0, 1]));
  expect(asked).toEqual([]);
});
