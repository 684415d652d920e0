import { useQuery } from '@tanstack/react-query';
import type { ColumnOrderState, ColumnSizingState } from '@tanstack/react-table';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keepPreference, preferenceQuery, queryClient } from '../api/queries';
import type { Bootstrap, RecordType, View } from '../api/types';
import type { App } from '../app';
import { isToned, type Column } from '../meta/paths';
import { metrics } from '../theme/skins';

type Kept = { columns?: string[]; widths?: Record<string, number>; pinned?: string[] };
const kept = (layout: Kept) => layout as Record<string, string[]>;

/** How much larger than the ordinary ones somebody's letters are. */
export const lettersOf = ({ density, fontScale }: Bootstrap['settings']) => metrics(density, fontScale).font / 13;

/** Widths of the first and the last column, which are the grid's own. */
export const selectWidth = 40;
export const menuWidth = 40;
/** What a column may be given by hand. */
export const leastWidth = 60;
const mostWidth = 2000;

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

/** A heading with room for the arrow of the order. */
const headed = (label: string) => Math.min(240, drawn(label) + 36);

/** The longest of what can be chosen, as far as that leaves room for others; a state stands in its tint. */
const widestOption = (field: Column['field'], l: App['l']) => {
  const longest = Math.max(0, ...(field.options ?? []).map(({ label }) => drawn(l(label))));
  return Math.max(90, isToned(field) ? Math.min(230, 56 + longest) : Math.min(200, 22 + longest));
};

function widthByField(field: Column['field'], l: App['l']): number {
  if (field.kind === 'pick') return widestOption(field, l);
  return widthByKind[field.kind] ?? (field.ref === 'user' ? 130 : field.unique && field.kind === 'text' ? 90 : 170);
}

/** Wide enough for what usually stands in it and for its heading. */
const widthOf = (column: Column, title: string, { scale, l }: Pick<Space, 'scale' | 'l'>) =>
  Math.round(scale * (column.path === title ? 280 : Math.max(widthByField(column.field, l), headed(column.label))));

/** How far a column gives way: words may end in "…", a choice only if asked to, numbers and days are read whole. */
function narrowest({ path, label, field }: Column, title: string, choices: boolean): number {
  if (path === title) return 208;
  const least = field.kind === 'pick' ? (choices ? 130 : Infinity) : widthByKind[field.kind] ? Infinity : 110;
  return Math.max(least, headed(label));
}

/** How wide the table may be, how large its letters are, and in which words they are. */
interface Space {
  room: number;
  scale: number;
  l: App['l'];
}

/**
 * Wide enough for each column. What is left over is the name's; what lacks the columns of words give together, then the
 * choices too; the name alone where the rest has to be scrolled to anyway. What was given a width keeps it.
 */
export function widthsOf(columns: Column[], sizing: ColumnSizingState, title: string, space: Space): number[] {
  const widths = columns.map((column) => {
    const wished = sizing[column.path];
    return wished === undefined ? widthOf(column, title, space) : Math.min(Math.max(wished, leastWidth), mostWidth);
  });
  if (space.room <= 0) return widths;
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  const lack = sum(widths) - space.room;
  const name = Math.max(
    0,
    columns.findIndex((column) => column.path === title),
  );
  const given = (i: number) => sizing[columns[i]!.path] !== undefined;
  const gives = (choices: boolean) =>
    widths.map((width, i) =>
      given(i) ? 0 : Math.max(0, width - Math.round(space.scale * narrowest(columns[i]!, title, choices))),
    );
  const enough = lack > 0 && [gives(false), gives(true)].find((some) => sum(some) >= lack);
  if (enough) return widths.map((width, i) => Math.floor(width - (lack * enough[i]!) / sum(enough)));
  return widths.map((width, i) =>
    i !== name || given(i) ? width : lack > 0 ? width - gives(false)[i]! : width - lack,
  );
}

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
