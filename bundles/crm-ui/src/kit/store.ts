import { useSyncExternalStore } from 'react';

/** A value that lives outside of the components, and is read by those that show it. */
export function store<T>(initial: T) {
  let value = initial;
  const readers = new Set<() => void>();
  const now = () => value;
  const watch = (read: () => void) => {
    readers.add(read);
    return () => readers.delete(read);
  };
  return {
    now,
    set: (next: T) => {
      value = next;
      readers.forEach((read) => read());
    },
    use: () => useSyncExternalStore(watch, now),
  };
}
