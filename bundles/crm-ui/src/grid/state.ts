import { ops } from '../api/asked';
import type { Filter, Sort } from '../api/types';
import { isDay } from '../i18n/days';
import { presets } from '../meta/filter';

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

/** Asks for something else; what is undefined is asked no longer. */
export type Change = (next: Partial<Record<keyof ListState, unknown>>) => void;

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

type Parts = Record<string, unknown>;
const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether something has the shape of a filter, whatever it asks for. */
function isFilter(value: unknown): value is Filter {
  if (!isParts(value)) return false;
  const { all, any, not, exists } = value;
  const several = all ?? any;
  if (several !== undefined) return Array.isArray(several) && several.every(isFilter);
  if (not !== undefined) return isFilter(not);
  if (isParts(exists)) {
    const { entity, via, filter } = exists;
    return typeof entity === 'string' && typeof via === 'string' && (filter === undefined || isFilter(filter));
  }
  return typeof value['field'] === 'string' && ops.some((op) => op === value['op']);
}

const isSort = (value: unknown): value is Sort =>
  isParts(value) && typeof value['path'] === 'string' && ['boolean', 'undefined'].includes(typeof value['desc']);

const isPeriod = (value: unknown): value is Period =>
  isParts(value) &&
  typeof value['field'] === 'string' &&
  (presets.some((preset) => preset === value['preset']) ||
    (isDay(value['from']) && isDay(value['to']) && value['from'] <= value['to']));

const isPlace = (value: unknown): value is number => Number.isInteger(value);

/** What of a list has the right shape, unless that is nothing. */
function those<T>(is: (value: unknown) => value is T, list: unknown): T[] | undefined {
  const right = Array.isArray(list) ? list.filter(is) : [];
  return right.length > 0 ? right : undefined;
}

/** What an address asks, as far as it can be understood: it may be old, cut or typed by hand. */
export function readListState(search: Parts): ListState {
  const state = {
    view: text(search['view']),
    q: text(search['q']) ?? (typeof search['q'] === 'number' ? String(search['q']) : undefined),
    in: text(search['in']),
    by: text(search['by']),
    group: text(search['group']),
    off: those(isPlace, search['off']),
    letter: text(search['letter']),
    filters: those(isFilter, search['filters']),
    sort: those(isSort, search['sort']),
    period: isPeriod(search['period']) ? search['period'] : undefined,
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
