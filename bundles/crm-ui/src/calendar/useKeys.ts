import { useEffect } from 'react';
import { isPressed, pressed, shortcuts } from '../kit/shortcuts';
import { views, type View } from './state';

const { step, today, view } = shortcuts.calendar;
const own = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu], .cal-people';

interface Ways {
  go: (by: 1 | -1) => void;
  now: () => void;
  look: (view: View) => void;
}

/**
 * Through time by the keyboard, but not in what has arrow keys of its own. Bare digits count within the calendar only, so
 * that nobody who speaks or presses keys by accident is led away from elsewhere.
 */
export function useKeys({ go, now, look }: Ways): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (target.closest(own)) return;
      const shown = target.closest('.cal-page') && views[(view as readonly string[]).indexOf(pressed(event))];
      if (isPressed(event, step)) go(event.key === 'ArrowLeft' ? -1 : 1);
      else if (isPressed(event, today)) now();
      else if (shown) look(shown);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go, now, look]);
}
