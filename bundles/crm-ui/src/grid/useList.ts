import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter, Json, Query, RecordType, Sort, View } from '../api/types';
import { useApp } from '../app';
import { toast } from '../kit/Toast';
import { allOf, withCompares } from '../meta/filter';
import { isDate } from '../meta/paths';
import type { Change, ListState, Period } from './state';

const periodFilter = (period: Period): Filter =>
  'preset' in period
    ? { field: period.field, op: 'within', value: period.preset }
    : { field: period.field, op: 'between', value: [period.from, period.to] };

const fallback = (type: RecordType): View => ({
  id: 'all',
  label: type.plural,
  columns: type.fields.filter((field) => field.listed).map((field) => field.name),
  sort: [],
  mode: 'table',
});

export function viewOf(type: RecordType, id: string | undefined): View {
  return type.views.find((view) => view.id === id) ?? type.views[0] ?? fallback(type);
}

const bare = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value ? (value['id'] ?? null) : value;

/** Reference values in chips carry their label; the server needs only the id. */
export const wire = (filter: Filter): Filter =>
  withCompares(filter, (one) =>
    one.value === undefined ? one : { ...one, value: Array.isArray(one.value) ? one.value.map(bare) : bare(one.value) },
  );

/** What a view asks for, part by part: each of them can be left out. */
export const partsOf = (view: View): Filter[] =>
  !view.filter ? [] : 'all' in view.filter ? view.filter.all : [view.filter];

/** The column the rows are grouped by, if any. */
export const groupOf = (view: View, state: ListState): string | undefined =>
  state.group === '-' ? undefined : (state.group ?? (view.mode === 'table' ? view.group : undefined));

/** The question that a view and the person's additions to it ask. */
export function questionOf(
  view: View,
  state: ListState,
  title: string,
): Pick<Query, 'filter' | 'sort' | 'text' | 'textField'> {
  const own = (state.filters ?? []).map(wire);
  const filter = allOf(
    ...(state.off ? partsOf(view).filter((_, i) => !state.off?.includes(i)) : [view.filter]),
    ...own,
    state.period && periodFilter(state.period),
    state.letter ? { field: state.in ?? title, op: 'letter', value: state.letter } : undefined,
  );
  const sort = state.sort ?? view.sort;
  return {
    ...(filter ? { filter } : {}),
    ...(sort.length > 0 ? { sort } : {}),
    ...(state.q ? { text: state.q } : {}),
    ...(state.q && state.in ? { textField: state.in } : {}),
  };
}

/** A view that nobody keeps any more. */
function unkept(view: View): View {
  const left = { ...view };
  delete left.saved;
  return left;
}

/**
 * The view that is looked at and what is asked beside it. Taken away elsewhere it stays as it was until it is left, and
 * can be kept anew; the parts that are left out of it are known by number, so others come with all of them.
 */
export function useView(type: RecordType, asked: ListState, change: Change): { view: View; state: ListState } {
  const { t, l } = useApp();
  const found = viewOf(type, asked.view);
  const [seen, see] = useState(found);
  const isThere = found.id === asked.view || asked.view === undefined;
  const taken = !isThere && asked.view === seen.id;
  if (!taken && found !== seen) see(found);
  const label = l(seen.label);
  useEffect(() => {
    if (taken) toast(t('view.taken', { view: label }), 'danger');
  }, [taken, label, t]);
  const parts = found.id + JSON.stringify(found.filter);
  const last = useRef({ id: found.id, parts });
  useEffect(() => {
    const { current } = last;
    last.current = { id: found.id, parts };
    if (current.id === found.id && current.parts !== parts) change({ off: undefined });
  }, [found.id, parts, change]);
  return useMemo(() => {
    const state = { ...asked };
    if (!isThere && !taken) delete state.off;
    return { view: taken ? unkept(seen) : found, state };
  }, [asked, found, seen, isThere, taken]);
}

/** What can be asked of these records: an order or a period by a field that they do not have would only be refused. */
export function askable(type: RecordType, { sort, period, ...state }: ListState): ListState {
  const known = ({ path }: Sort) => {
    const first = path.split('.')[0];
    return first === 'id' || [...type.fields, ...(type.workedOut ?? [])].some(({ name }) => name === first);
  };
  const kept = sort?.filter(known) ?? [];
  const isKnown = period && type.fields.some((field) => isDate(field) && field.name === period.field);
  return { ...state, ...(kept.length > 0 ? { sort: kept } : {}), ...(isKnown ? { period } : {}) };
}

/** What is asked of a list or board, read from and written to the address. */
export function useListState(route: '/list/$entity' | '/board/$entity') {
  const { entity } = useParams({ from: route });
  const state = useSearch({ from: route });
  const navigate = useNavigate();
  const change = useCallback<Change>(
    (next) =>
      void navigate({
        to: route,
        params: { entity },
        search: (before) => {
          const merged: Record<string, unknown> = { ...before, ...next };
          for (const key of Object.keys(merged)) {
            const value = merged[key];
            if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) delete merged[key];
          }
          return merged as ListState;
        },
        replace: true,
      }),
    [navigate, route, entity],
  );
  return useMemo(() => ({ entity, state, change }), [entity, state, change]);
}
