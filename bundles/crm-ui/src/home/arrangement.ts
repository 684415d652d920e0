import { useQuery } from '@tanstack/react-query';
import { keepPreference, preferenceQuery } from '../api/queries';
import type { HomeBlock } from '../api/types';

/** How somebody wants the blocks of his day: their order, and which he leaves out. Unknown ones follow behind. */
export type Arrangement = { order: string[]; hidden: string[] };

const natural: Arrangement = { order: [], hidden: [] };
const query = preferenceQuery<Arrangement>('home');

export function useArrangement() {
  const { data } = useQuery(query);
  return { value: data ?? natural, keep: (next: Arrangement) => void keepPreference('home', next) };
}

/** All blocks in the order wished for, also those left out. */
export function inOrder(blocks: HomeBlock[], { order }: Arrangement): HomeBlock[] {
  const place = (block: HomeBlock) => (order.includes(block.id) ? order.indexOf(block.id) : order.length);
  return blocks.toSorted((a, b) => place(a) - place(b));
}

export const arranged = (blocks: HomeBlock[], arrangement: Arrangement): HomeBlock[] =>
  inOrder(blocks, arrangement).filter((block) => !arrangement.hidden.includes(block.id));
