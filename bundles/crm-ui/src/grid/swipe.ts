import { useRef, type TouchEvent } from 'react';

/** From so many px on a finger that goes sideways means it. */
const FAR = 72;

interface Held {
  x: number;
  y: number;
  by: number;
  line: HTMLElement;
}

/** Lets a line be drawn sideways by a finger; letting it go far from its place does what lies on that side. */
export function useSwipe() {
  const held = useRef<Held>(null);
  const show = (line: HTMLElement, by: number) => {
    line.style.translate = by === 0 ? '' : `${by}px`;
    line.dataset['drawn'] = Math.abs(by) < FAR ? '' : by > 0 ? 'right' : 'left';
  };
  const end = () => {
    const { line, by } = held.current ?? {};
    held.current = null;
    if (line) show(line, 0);
    return by ?? 0;
  };
  return (right: (line: HTMLElement) => void, left: (() => void) | undefined) => ({
    onTouchStart: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
      const finger = touches[0];
      held.current =
        touches.length === 1 && finger ? { x: finger.clientX, y: finger.clientY, by: 0, line: currentTarget } : null;
    },
    onTouchMove: ({ touches }: TouchEvent<HTMLElement>) => {
      const now = held.current;
      const finger = touches[0];
      if (!now || !finger) return;
      const [across, down] = [finger.clientX - now.x, finger.clientY - now.y];
      // Whoever goes down first scrolls.
      if (now.by === 0 && Math.abs(down) > Math.abs(across)) return void end();
      now.by = across;
      show(now.line, across);
    },
    onTouchCancel: () => void end(),
    onTouchEnd: ({ currentTarget }: TouchEvent<HTMLElement>) => {
      const by = end();
      if (by >= FAR) right(currentTarget);
      if (by <= -FAR) left?.();
    },
  });
}
