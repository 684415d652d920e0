import {
  startTransition,
  useCallback,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { pressed, type shortcuts } from '../kit/shortcuts';

interface Cell {
  row: number;
  column: number;
}

/** The cell in which something is; what stands for its whole row has the column in which one was. */
function cellOf(target: EventTarget, column: number): Cell | undefined {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-col]');
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (!cell || row === undefined) return undefined;
  return { row: Number(row), column: cell.dataset['whole'] !== undefined ? column : Number(cell.dataset['col']) };
}

/** One cell of the grid is in the tab order; the arrow keys move it, also beyond what is drawn. Column 0 chooses the row. */
export function useRoving(
  box: RefObject<HTMLElement | null>,
  columns: number,
  rows: number,
  scroll: (row: number) => void,
) {
  const [at, setAt] = useState<Cell>({ row: 0, column: 1 });
  /** The same, known at once: keys may come faster than the focus follows. */
  const stand = useRef(at);
  const go = useCallback(
    (next: Cell) => {
      stand.current = next;
      setAt(next);
      scroll(next.row);
      // The row may have to be drawn first.
      let tries = 10;
      const land = () => {
        const cell = box.current?.querySelector<HTMLElement>(
          `[data-row="${next.row}"] [data-col="${next.column}"], [data-row="${next.row}"] [data-whole]`,
        );
        if (cell) {
          // The browser's own way to what has the focus knows nothing of what covers it.
          cell.focus({ preventScroll: true });
          cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        } else if (tries-- > 0) requestAnimationFrame(land);
      };
      requestAnimationFrame(land);
    },
    [box, scroll],
  );
  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (!target.closest('[data-col]')) return;
    const move = moves[pressed(event) as Move] as (typeof moves)[Move] | undefined;
    if (!move) return;
    const next = move(stand.current, Math.max(1, Math.floor((box.current?.clientHeight ?? 300) / 40)));
    event.preventDefault();
    const within = (value: number, last: number) => Math.max(0, Math.min(value, last));
    go({ row: within(next.row, rows - 1), column: within(next.column, columns) });
  };
  const focus = ({ target }: FocusEvent) => {
    const cell = cellOf(target, stand.current.column);
    if (!cell) return;
    stand.current = cell;
    // Whoever clicks on a name waits for its record, not for the place in the tab order of the list he leaves.
    startTransition(() => setAt(cell));
  };
  return { at, stand, go, press, focus };
}

type Move = (typeof shortcuts.list)['walk' | 'page' | 'ends'][number];

/** Where each key leads from a cell; so many rows are a page. */
const moves: Record<Move, (at: Cell, rows: number) => Cell> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  PageDown: ({ row, column }, rows) => ({ row: row + rows, column }),
  PageUp: ({ row, column }, rows) => ({ row: row - rows, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }) => ({ row, column: Infinity }),
  'Control+Home': ({ column }) => ({ row: 0, column }),
  'Control+End': ({ column }) => ({ row: Infinity, column }),
};
