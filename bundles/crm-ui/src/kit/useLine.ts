import { useLayoutEffect, useState } from 'react';

/** Brings the chosen one into the line's sight without moving the page. */
function showChosen(line: HTMLElement): void {
  const chosen = line.querySelector('[aria-selected="true"], [aria-pressed="true"]');
  if (!chosen) return;
  const [frame, own] = [line.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (own.left < frame.left) line.scrollLeft += own.left - frame.left;
  else if (own.right > frame.right) line.scrollLeft += own.right - frame.right;
}

/**
 * A line of some of which one is chosen: whether there is more in it than it has room for, and the chosen one in sight,
 * also when the line or the number of those in it changes.
 */
export function useLine(chosen: string, number: number) {
  const [line, setLine] = useState<HTMLElement | null>(null);
  const [tooLong, setTooLong] = useState(false);
  useLayoutEffect(() => {
    if (!line || typeof ResizeObserver === 'undefined') return;
    // Asked here nothing has to be laid out for it; what is watched is told once at the beginning.
    const watch = new ResizeObserver(() => {
      setTooLong(line.scrollWidth > line.clientWidth);
      showChosen(line);
    });
    for (const one of [line, ...line.children]) watch.observe(one);
    return () => watch.disconnect();
  }, [line, chosen, number]);
  return { setLine, tooLong };
}
