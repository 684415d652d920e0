import { useRef, useState } from 'react';
import { typedOver, useDraft } from './drafts';

/** What is being written at a place; it outlives the tab until it is done with. '' keeps nothing. */
export function useWritten<T extends object>(place: string, fresh: T) {
  const draft = useDraft(place);
  const [begun] = useState(fresh);
  const [written, setWritten] = useState<T>({ ...begun, ...(draft.found as Partial<T> | undefined) });
  // What arrives late, as a file does, is laid over what was typed meanwhile.
  const latest = useRef(written);
  const become = (all: T) => {
    latest.current = all;
    setWritten(all);
  };
  const change = (next: Partial<T> | ((now: T) => Partial<T>)) => {
    become({ ...latest.current, ...(typeof next === 'function' ? next(latest.current) : next) });
    draft.keep(typedOver(latest.current, begun));
  };
  const forget = () => {
    draft.drop();
    become(begun);
  };
  return { written, change, forget, restored: draft.restored };
}
