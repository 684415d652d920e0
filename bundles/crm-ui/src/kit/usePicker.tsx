import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Offered {
  key: string;
  words: ReactNode;
}
interface Props {
  label: string;
  offered: Offered[];
  /** the number of the one that is taken */
  choose: (at: number) => void;
  leave: () => void;
}

/** What is offered below a box while somebody types in it, taken with the arrow keys and Enter or with the mouse. */
export function usePicker({ label, offered, choose, leave }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const open = offered.length > 0;
  const now = Math.min(at, offered.length - 1);
  // On a phone the list would open below the edge of the screen.
  useEffect(() => {
    for (const seen of [id, `${id}-${now}`]) document.getElementById(seen)?.scrollIntoView({ block: 'nearest' });
  }, [id, now, open]);
  const take = (i: number) => {
    choose(i);
    setAt(0);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (!open || event.ctrlKey || event.nativeEvent.isComposing) return false;
    if (!['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowDown') setAt((now + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((now - 1 + offered.length) % offered.length);
    else if (event.key === 'Escape') leave();
    else take(now);
    return true;
  };
  const list = open && (
    <ul id={id} className="mentions" role="listbox" aria-label={label}>
      {offered.map(({ key, words }, i) => (
        <li
          key={key}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === now}
          onPointerDown={(event) => {
            event.preventDefault();
            take(i);
          }}
        >
          {words}
        </li>
      ))}
    </ul>
  );
  const area = {
    'aria-autocomplete': 'list' as const,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open ? `${id}-${now}` : undefined,
  };
  return { press, list, area, open };
}
