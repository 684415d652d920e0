import { useEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from './queries';

export interface Shown {
  entry: Entry;
  from: HTMLElement;
  near: DOMRect;
  /** it was asked for or taken hold of, not only passed over by the mouse */
  held: boolean;
}

/** Milliseconds: the mouse rests on an entry, and has left it on its way to the card. */
const [rest, way] = [250, 350];

/** The entry whose card is shown: the one that was asked for, or else the one the mouse rests on. */
export function useShown() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef(false);
  const ways = useMemo(() => {
    const stay = () => clearTimeout(timer.current);
    const become = (next: Shown | null) => {
      stay();
      setShown(next);
    };
    const at = (entry: Entry, from: HTMLElement, held: boolean): Shown => ({
      entry,
      from,
      near: from.getBoundingClientRect(),
      held,
    });
    const inPassing = (next: () => Shown | null, ms: number) => {
      stay();
      timer.current = setTimeout(() => setShown((now) => (now?.held ? now : next())), ms);
    };
    return {
      open: (entry: Entry, from: HTMLElement) => become(at(entry, from, true)),
      close: () => become(null),
      hover: (entry: Entry, from: HTMLElement) => {
        if (!pressed.current) inPassing(() => (from.isConnected ? at(entry, from, false) : null), rest);
      },
      leave: () => inPassing(() => null, way),
      /** The mouse has come to the card. */
      stay,
      /** What is pressed in the card is not taken away below the finger. */
      hold: () => setShown((now) => now && { ...now, held: true }),
    };
  }, []);
  useEffect(() => {
    // Who drags an entry or wants to see what is below looks at no card.
    const drop = () => {
      clearTimeout(timer.current);
      setShown((now) => (now?.held ? now : null));
    };
    const press = (event: PointerEvent) => {
      pressed.current = true;
      if (!(event.target as Element).closest('.cal-card')) drop();
    };
    const release = () => (pressed.current = false);
    const key = (event: KeyboardEvent) => event.key === 'Escape' && drop();
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    document.addEventListener('keydown', key);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
      document.removeEventListener('keydown', key);
    };
  }, []);
  return { shown, ...ways };
}

/** How an entry tells that the mouse is over it; a finger only presses. */
export const hovering = (entry: Entry, hover: (entry: Entry, from: HTMLElement) => void, leave: () => void) => ({
  onPointerEnter: ({ pointerType, currentTarget }: React.PointerEvent<HTMLElement>) =>
    pointerType === 'mouse' && hover(entry, currentTarget),
  onPointerLeave: leave,
});
