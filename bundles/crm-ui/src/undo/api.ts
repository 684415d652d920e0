import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, at, post } from '../api/client';
import type { L10n, Person } from '../api/types';

/** How an undo of many records stands (docs/http.md, Import and jobs). */
export interface UndoState {
  id: string;
  until: string;
  steps: number;
  undone: boolean;
}

/** A record that was not put back, or some of its fields. */
export interface LeftRecord {
  step: string;
  entity: string;
  record: string;
  label: string;
  verb: 'create' | 'update' | 'delete' | 'pick' | 'share' | 'note' | 'file';
  by?: Person;
  at?: string;
  fields: LeftField[];
}
export interface LeftField {
  field: string;
  label: L10n;
  before: unknown;
  made: unknown;
  now: unknown;
}
interface LeftPage {
  items: LeftRecord[];
  next?: string;
}

export interface Choice {
  step: string;
  fields: string[];
}

export const undoQuery = (id: string) =>
  queryOptions({ queryKey: ['undo', id], queryFn: () => api<UndoState>(at('undos', id)), retry: false });

export const leftQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['undo', id, 'left'],
    queryFn: ({ pageParam }) => api<LeftPage>(`${at('undos', id, 'left')}?after=${pageParam}`),
    initialPageParam: '0',
    getNextPageParam: (page) => page.next,
  });

export const startUndo = (id: string) => post<{ job: string }>(at('undos', id));
export const insist = (id: string, items: Choice[]) => post<{ job: string }>(at('undos', id, 'insist'), { items });
