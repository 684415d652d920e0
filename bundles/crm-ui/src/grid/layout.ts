import { useQuery } from '@tanstack/react-query';
import type { ColumnOrderState, ColumnSizingState } from '@tanstack/react-table';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keepPreference, preferenceQuery, queryClient } from '../api/queries';
import type { Bootstrap, RecordType, View } from '../api/types';
import { isToned, type Column } from '../meta/paths';
import { metrics } from '../theme/skins';

type Kept = { columns?: string[]; widths?: Record<string, number>; pinned?: string[] };
const kept = (layout: Kept) => layout as Record<string, string[]>;

/** How much larger than the ordinary ones somebody's letters are. */
export const lettersOf = ({ density, fontScale }: Bootstrap['settings']) => metrics(density, fontScale).font / 13;

/** Widths of the first and the last column, which are the grid's own. */
export const selectWidth = 40;
export const menuWidth = 40;

/** At the ordinary size of letters. */
const widthByKind: Partial<Record<Column['field']['kind'], number>> = {
  int: 90,
  decimal: 110,
  money: 130,
  percent: 110,
  bool: 80,
  date: 115,
  datetime: 150,
  phone: 130,
  textarea: 240,
  next: 160,
};
/** About how wide words are drawn; marks above and below a Thai letter take no room of their own. */
const drawn = (words: string) => words.replace(/\p{M}/gu, '').length * 6.6;

/** The longest of what can be chosen, as far as that leaves room for others; a state stands in its tint. */
const widestOption = (field: Column['field']) => {
  const words = (field.options ?? []).flatMap(({ label }) => Object.values(label).map(drawn));
  return Math.max(90, isToned(field) ? Math.min(170, 56 + Math.max(...words)) : Math.min(130, 22 + Math.max(...words)));
};

function widthByField(field: Column['field']): number {
  if (field.kind === 'pick') return widestOption(field);
  return widthByKind[field.kind] ?? (field.ref === 'user' ? 130 : field.unique && field.kind === 'text' ? 90 : 170);
}

/** Wide enough for what usually stands in it and for its heading, with room for the arrow of the order. */
export const widthOf = (column: Column, title: string, scale = 1) =>
  Math.round(
    scale *
      (column.path === title ? 280 : Math.max(widthByField(column.field), Math.min(240, drawn(column.label) + 36))),
  );

/** The name stays in sight, with the code before it; a name further back stays where it is. */
const usuallyPinned = (type: RecordType, columns: string[]) =>
  columns.slice(0, columns.slice(0, 2).indexOf(type.titleField) + 1);

/** What a person keeps of the layout of a view. */
export const layoutQuery = (type: RecordType, view: View) => preferenceQuery<Kept>(`list.${type.name}.${view.id}`);

function orderOf(type: RecordType, view: View, own: Kept | null | undefined): ColumnOrderState {
  const known = (path: string) => [...type.fields, ...(type.workedOut ?? [])].some((field) => field.name === path);
  const columns = own?.columns?.filter((path) => path.includes('.') || known(path));
  return columns && columns.length > 0 ? columns : view.columns;
}

const ordinary: ColumnSizingState = {};
const sizingOf = (view: View, own: Kept | null | undefined) => own?.widths ?? view.widths ?? ordinary;

/** Which columns a person sees in a view, in which order, how wide and which stay in sight; kept for him alone. */
export function useLayout(type: RecordType, view: View) {
  const key = `list.${type.name}.${view.id}`;
  const { data, isPending } = useQuery(layoutQuery(type, view));
  const order = useMemo(() => orderOf(type, view, data), [type, view, data]);
  const [sizing, setSizing] = useState(() => sizingOf(view, data));
  const pinned = data?.pinned ?? view.pinned ?? usuallyPinned(type, order);
  useEffect(() => setSizing(sizingOf(view, data)), [data, view]);
  const keep = useCallback(
    (change: Kept) =>
      void keepPreference(key, kept({ ...queryClient.getQueryData<Kept>(preferenceQuery(key).queryKey), ...change })),
    [key],
  );
  const keepLater = useLater(keep);
  const changeOrder = useCallback((columns: ColumnOrderState) => keep({ columns }), [keep]);
  const changeSizing = useCallback(
    (widths: ColumnSizingState) => {
      setSizing(widths);
      keepLater({ widths });
    },
    [keepLater],
  );
  const pin = useCallback(
    (path: string) =>
      keep({ pinned: pinned.includes(path) ? pinned.filter((one) => one !== path) : [...pinned, path] }),
    [keep, pinned],
  );
  const reset = useCallback(() => {
    setSizing(sizingOf(view, null));
    void keepPreference(key, {});
  }, [key, view]);
  return { ready: !isPending, order, sizing, pinned, changeOrder, changeSizing, pin, reset };
}

/** Runs half a second after the last call, so that dragging an edge writes once. */
function useLater<T>(work: (value: T) => void): (value: T) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    (value: T) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => work(value), 500);
    },
    [work],
  );
}
