import { useState } from 'react';
import { put } from '../api/client';
import { queryClient } from '../api/queries';
import type { Alert, Arrangement, HomeBlock } from '../api/types';
import { toast } from '../kit/Toast';

const natural: Arrangement = { order: [], hidden: [] };

/**
 * One's own, else what the company chose for one's role, as the server answered it; nothing kept goes back to that. What
 * is chosen shows at once.
 */
export function useArrangement(answered: Arrangement | undefined) {
  const [chosen, setChosen] = useState<Arrangement>();
  const keep = async (next: Arrangement | null) => {
    setChosen(next ?? undefined);
    try {
      await put('/api/preferences/home', next);
      await queryClient.invalidateQueries({ queryKey: ['records', 'home'] });
    } catch (error) {
      setChosen(undefined);
      toast((error as Error).message, 'danger');
    }
  };
  return { value: chosen ?? answered ?? natural, keep: (next: Arrangement | null) => void keep(next) };
}

/** What people with a role begin with. */
export async function keepForRole(role: string, { order, hidden }: Arrangement): Promise<void> {
  await put('/api/home/arrangement', { role, order, hidden });
  await queryClient.invalidateQueries({ queryKey: ['records', 'home'] });
}

export const clearForRole = (role: string) => keepForRole(role, natural);

/** All blocks in the order wished for, also those left out. */
export function inOrder(blocks: HomeBlock[], { order }: Arrangement): HomeBlock[] {
  const place = (block: HomeBlock) => (order.includes(block.id) ? order.indexOf(block.id) : order.length);
  return blocks.toSorted((a, b) => place(a) - place(b));
}

export const arranged = (blocks: HomeBlock[], arrangement: Arrangement): HomeBlock[] =>
  inOrder(blocks, arrangement).filter((block) => !arrangement.hidden.includes(block.id));

/** Alerts without those that time alone brought up about what stands in one of the blocks anyway. */
export function news(alerts: Alert[], blocks: HomeBlock[]): Alert[] {
  const standing = new Set(blocks.flatMap(({ entity, rows }) => rows.map(({ id }) => `${entity}/${id}`)));
  return alerts.filter(({ by, record }) => by !== undefined || !standing.has(`${record.entity}/${record.id}`));
}
