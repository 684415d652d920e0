import type { KeyboardEvent } from 'react';
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
