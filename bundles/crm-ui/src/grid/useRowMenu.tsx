import { Suspense, useCallback, useState } from 'react';
import type { RecordType } from '../api/types';
import { lazily } from '../kit/lazily';

const RowMenu = lazily(() => import('./RowMenu'));

/** What can be done with a record, beside the button that asked for it. */
export function useRowMenu(type: RecordType) {
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement; turn: number }>();
  const openMenu = useCallback(
    (id: string, anchor: HTMLElement) => setMenu((before) => ({ id, anchor, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  const rowMenu = (
    <Suspense>{menu && <RowMenu key={menu.turn} type={type} id={menu.id} anchor={menu.anchor} />}</Suspense>
  );
  return { openMenu, rowMenu };
}
