import { useCallback, useRef, type KeyboardEvent, type SyntheticEvent } from 'react';
import { pressed, type shortcuts } from '../kit/shortcuts';

const cardsOf = (lane: Element | undefined) => [...(lane?.querySelectorAll('.kanban-card') ?? [])];

type Step = (typeof shortcuts.board.walk)[number];
const steps: Record<Step, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** From card to card with the arrow keys: within a column, and to the next one that has any, at the same height. */
export function walk(event: KeyboardEvent): void {
  const step = steps[pressed(event) as Step] as (typeof steps)[Step] | undefined;
  const card = (event.target as Element).closest('a')?.closest('.kanban-card');
  const lane = card?.closest('.lane');
  if (!step || !card || !lane) return;
  const lanes = [...event.currentTarget.querySelectorAll('.lane')].filter((one) => cardsOf(one).length > 0);
  const height = cardsOf(lane).indexOf(card) + step[1];
  const cards = cardsOf(lanes[lanes.indexOf(lane) + step[0]]);
  const next = step[0] === 0 ? cards[height] : cards[Math.min(height, cards.length - 1)];
  event.preventDefault();
  next?.querySelector('a')?.focus();
}

/** A card that is moved without the mouse has the focus again where it arrives. */
export function useCarried() {
  const board = useRef<HTMLDivElement>(null);
  const carried = useRef<{ id: string; to: string }>(undefined);
  const carry = (id: string, to: string) => {
    carried.current = { id, to };
  };
  /** Looks after it when a column has changed: the columns are asked one by one. */
  const follow = useCallback(() => {
    if (!carried.current) return;
    const { id, to } = carried.current;
    const card = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] > a`);
    const lane = board.current?.querySelector(`.lane[data-state="${CSS.escape(to)}"]`);
    const now = document.activeElement;
    const arrived = card && lane?.contains(card);
    if (arrived) carried.current = undefined;
    // Not there yet, or among those not shown: where it was, else its column.
    if (now === document.body || (arrived && lane?.contains(now)))
      (card ?? lane?.querySelector<HTMLElement>('.fold'))?.focus();
  }, []);
  /** Whoever takes up something else is not called back. */
  const elsewhere = ({ target }: SyntheticEvent) => {
    if (!carried.current) return;
    const { id, to } = carried.current;
    const own = `[data-card="${CSS.escape(id)}"], .lane[data-state="${CSS.escape(to)}"]`;
    if (!(target as Element).closest(own)) carried.current = undefined;
  };
  return { board: { ref: board, onFocusCapture: elsewhere, onPointerDownCapture: elsewhere }, carry, follow };
}
