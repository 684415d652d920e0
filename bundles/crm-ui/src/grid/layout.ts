import { useQuery } from '@tanstack/react-query';
import type { ColumnOrderState, ColumnSizingState } from '@tanstack/react-table';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepPreference, preferenceQuery } from '../api/queries';
import type { RecordType, View } from '../api/types';
import type { Column } from '../meta/paths';

type Kept = { columns?: string[]; widths?: Record<string, number> };
const kept = (layout: Kept) => layout as Record<string, string[]>;

const widthByKind: Partial<Record<Column['field']['kind'], number>> = {
  int: 90,
  decimal: 110,
  money: 130,
  percent: 110,
  bool: 80,
  date: 115,
  datetime: 150,
  pick: 196,
  phone: 130,
  textarea: 240,
};
/** About how wide words are drawn; marks above and below a Thai letter take no room of their own. */
const drawn = (words: string) => words.replace(/\p{M}/gu, '').length * 6.6;

/** Wide enough for what usually stands in it and for its heading, with room for the arrow of the order. */
export const widthOf = (column: Column, title: string) =>
  column.path === title
    ? 280
    : Math.max(
        widthByKind[column.field.kind] ?? (column.field.ref === 'user' ? 130 : 170),
        Math.min(240, Math.round(drawn(column.label) + 36)),
      );

/** Which columns a person sees in a view, in which order and how wide; kept for him alone. */
export function useLayout(type: RecordType, view: View) {
  const key = `list.${type.name}.${view.id}`;
  const { data, isPending } = useQuery(preferenceQuery<Kept>(key));
  const [order, setOrder] = useState<ColumnOrderState>(view.columns);
  const [sizing, setSizing] = useState<ColumnSizingState>({});
  useEffect(() => {
    const own = data?.columns?.filter((path) => path.includes('.') || type.fields.some((f) => f.name === path));
    const next = own && own.length > 0 ? own : view.columns;
    // The answer to what was just kept must not disturb a column that is being dragged meanwhile.
    setOrder((now) => (now.join() === next.join() ? now : next));
    setSizing(data?.widths ?? view.widths ?? {});
  }, [data, view, type]);
  const keepLater = useLater((next: Kept) => void keepPreference(key, kept(next)));
  const changeOrder = useCallback(
    (columns: ColumnOrderState) => {
      setOrder(columns);
      void keepPreference(key, kept({ columns, widths: sizing }));
    },
    [key, sizing],
  );
  const changeSizing = useCallback(
    (widths: ColumnSizingState) => {
      setSizing(widths);
      keepLater({ columns: order, widths });
    },
    [keepLater, order],
  );
  const reset = useCallback(() => {
    setOrder(view.columns);
    setSizing(view.widths ?? {});
    void keepPreference(key, {});
  }, [key, view]);
  return { ready: !isPending, order, sizing, changeOrder, changeSizing, reset };
}

/** Runs half a second after the last call, so that dragging an edge writes once. */
function useLater<T>(work: (value: T) => void): (value: T) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef(work);
  useEffect(() => {
    now.current = work;
  });
  return useCallback((value: T) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => now.current(value), 500);
  }, []);
}
