import { useEffect, useState } from 'react';

const pause = 150;

/** What is typed, once whoever types pauses. */
export function useDebounced(text: string): string {
  const [late, setLate] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLate(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}
