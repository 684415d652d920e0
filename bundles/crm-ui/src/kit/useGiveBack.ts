import { useEffect, useState } from 'react';

const over = '#layers, .pop, .palette-back';
/** What had the focus last of what no dialog, panel or search box holds. */
let below: Element | null = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && !target.closest(over)) below = target;
});

/**
 * What had the focus before something opened over the page has it again when that goes, unless somebody went on. Where
 * it has gone itself, as a dialog does that only said that another one is coming, it is the last below all of them.
 */
export function useGiveBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const next = [before, below].find((one) => one !== document.body && one?.isConnected);
      if (next instanceof HTMLElement) next.focus();
    },
    [before],
  );
}

/** The same for what is no dialog of the kit. */
export function GiveBack() {
  useGiveBack();
  return null;
}
