import { useRef } from 'react';

const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((each, i) => each === other[i]);

/** A list as it was the last time, as long as the same is in it: what is made of it is not made again. */
export function useSame<T>(now: T[]): T[] {
  const kept = useRef(now);
  if (!isSame(kept.current, now)) kept.current = now;
  return kept.current;
}
