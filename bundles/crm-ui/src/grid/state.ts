import type { Filter, Sort } from '../api/types';

/** A period on a date field: a named one or two days. */
export type Period = { field: string; preset: string } | { field: string; from: string; to: string };

/** What a person asked of a list; it lives in the address, so that a link or "back" shows the same. */
export interface ListState {
  view?: string;
  q?: string;
  /** column the text is looked for in; all when absent */
  in?: string;
  filters?: Filter[];
  period?: Period;
  letter?: string;
  sort?: Sort[];
  /** field whose words are the columns of a board */
  by?: string;
  /** column the rows are grouped by; `-` for none though the view has one */
  group?: string;
  /** numbers of the parts of a saved view's filter that are left out */
  off?: number[];
}

/** Asks for nothing beside what a view says. */
export const nothing = {
  q: undefined,
  filters: undefined,
  period: undefined,
  letter: undefined,
  in: undefined,
  sort: undefined,
  group: undefined,
  off: undefined,
  by: undefined,
};

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function readListState(search: Record<string, unknown>): ListState {
  const state: ListState = {};
  const view = text(search['view']);
  if (view) state.view = view;
  const q = text(search['q']) ?? (typeof search['q'] === 'number' ? String(search['q']) : undefined);
  if (q) state.q = q;
  const column = text(search['in']);
  if (column) state.in = column;
  const by = text(search['by']);
  if (by) state.by = by;
  const group = text(search['group']);
  if (group) state.group = group;
  if (Array.isArray(search['off']) && search['off'].length > 0) state.off = search['off'] as number[];
  const letter = text(search['letter']);
  if (letter) state.letter = letter;
  if (Array.isArray(search['filters']) && search['filters'].length > 0) state.filters = search['filters'] as Filter[];
  if (Array.isArray(search['sort']) && search['sort'].length > 0) state.sort = search['sort'] as Sort[];
  const period = search['period'] as Period | undefined;
  if (period && typeof period === 'object' && typeof period.field === 'string') state.period = period;
  return state;
}
