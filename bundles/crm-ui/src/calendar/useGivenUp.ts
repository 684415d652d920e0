import { useEffect, useRef } from 'react';

/**
 * Whether the drag that ended last was given up with Esc: the library knows no such thing, so what was dragged goes back
 * when it is let go.
 */
export function useGivenUp() {
  const given = useRef(false);
  const release = useRef(() => {});
  useEffect(() => () => release.current(), []);
  const begin = () => {
    given.current = false;
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') given.current = true;
    };
    addEventListener('keydown', press, true);
    release.current = () => removeEventListener('keydown', press, true);
  };
  const end = () => release.current();
  const drag = { eventDragStart: begin, eventDragStop: end, eventResizeStart: begin, eventResizeStop: end };
  return { drag, isGivenUp: () => given.current };
}
