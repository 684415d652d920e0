import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, at, post } from '../api/client';
import type { Row } from '../api/types';
import type { Values } from '../form/useForm';

export interface Proposal {
  values: Values;
  moves: Record<string, number>;
}
interface Merged {
  merge: string;
  id: string;
}
export interface Kept {
  entity: string;
  id: string;
  field: string;
}

const seen = (rows: Row[]) => rows.map(({ id, version }) => ({ id, version: Number(version) }));

/** What would come of merging, the one that stays first. */
export const proposalQuery = (entity: string, ids: string[]) =>
  queryOptions({
    queryKey: ['records', entity, 'proposal', ids],
    queryFn: () => post<Proposal>(at('records', entity, 'merge', 'proposal'), { records: ids.map((id) => ({ id })) }),
    placeholderData: keepPreviousData,
  });

export const merge = (entity: string, rows: Row[], values: Values) =>
  post<Merged>(at('records', entity, 'merge'), { records: seen(rows), values });

export const undoMerge = (merge: string) => post<{ changed: Kept[] }>(at('merges', merge, 'undo'));

/** The merges into a record that the person can take back. */
export const recentQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'merges'],
    queryFn: () =>
      api<{ items: { merge: string; at: string; went: number }[] }>(`/api/merges?entity=${entity}&id=${id}`),
  });

export const intoQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'into'],
    queryFn: () => api<{ id: string }>(at('merges', entity, id)),
    retry: false,
  });
