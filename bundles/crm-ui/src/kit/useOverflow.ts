import { useLayoutEffect, useState } from 'react';

/** Whether there is more in a line than it has room for, also when the line or the number of those in it changes. */
export function useOverflow(line: HTMLElement | null, number: number): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    if (!line || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(() => setOverflows(line.scrollWidth > line.clientWidth));
    for (const one of [line, ...line.children]) watch.observe(one);
    return () => watch.disconnect();
  }, [line, number]);
  return overflows;
}
