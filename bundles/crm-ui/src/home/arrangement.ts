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

/** A part of the page: a list, or what stands beside the lists. */
export interface Part {
  id: string;
  label: string;
  block?: HomeBlock;
}

/** All parts in the order wished for, also those left out; one that is new stands where it stands by nature. */
export function inOrder<P extends { id: string }>(parts: P[], { order }: Arrangement): P[] {
  const all = parts.filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  parts.forEach((part, at) => {
    if (!order.includes(part.id)) all.splice(at, 0, part);
  });
  return all;
}

export const arranged = <P extends { id: string }>(parts: P[], arrangement: Arrangement): P[] =>
  inOrder(parts, arrangement).filter(({ id }) => !arrangement.hidden.includes(id));

/** Alerts without those that time alone brought up about what stands in one of the blocks anyway. */
export function news(alerts: Alert[], blocks: HomeBlock[]): Alert[] {
  const standing = new Set(blocks.flatMap(({ entity, rows }) => rows.map(({ id }) => `${entity}/${id}`)));
  return alerts.filter(({ by, record }) => by !== undefined || !standing.has(`${record.entity}/${record.id}`));
}
