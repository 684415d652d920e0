import { useCallback, useEffect, useState } from 'react';

export interface Selection {
  selected: ReadonlySet<string>;
  /** every record that the question answers, seen or not */
  allSelected: boolean;
  any: boolean;
  select: (ids: string[], on: boolean) => void;
  selectAll: () => void;
  clear: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** Chosen rows; another question chooses nothing. */
export function useSelection(question: string): Selection {
  const [selected, setSelected] = useState(nothing);
  const [allSelected, setAll] = useState(false);
  const clear = useCallback(() => {
    setSelected(nothing);
    setAll(false);
  }, []);
  useEffect(clear, [question, clear]);
  const select = useCallback((ids: string[], on: boolean) => {
    setAll(false);
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const selectAll = useCallback(() => setAll(true), []);
  return { selected, allSelected, any: allSelected || selected.size > 0, select, selectAll, clear };
}
