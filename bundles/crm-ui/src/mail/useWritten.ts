import { useRef, useState } from 'react';
import { typedOver, useDraft } from '../form/drafts';

export interface Written {
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  body: string;
  files: string[];
}

/** What is being written to somebody; it outlives the tab until it is sent. */
export function useWritten(place: string, fresh: Partial<Written>) {
  const draft = useDraft(`mail/${place}`);
  const [begun] = useState<Written>({ to: '', cc: '', bcc: '', subject: '', body: '', files: [], ...fresh });
  const [written, setWritten] = useState<Written>({ ...begun, ...draft.found });
  // What arrives late, as a file does, is laid over what was typed meanwhile.
  const latest = useRef(written);
  const become = (all: Written) => {
    latest.current = all;
    setWritten(all);
  };
  const change = (next: Partial<Written> | ((now: Written) => Partial<Written>)) => {
    become({ ...latest.current, ...(typeof next === 'function' ? next(latest.current) : next) });
    draft.keep(typedOver({ ...latest.current }, { ...begun }));
  };
  const forget = () => {
    draft.drop();
    become(begun);
  };
  return { written, change, forget, restored: draft.restored };
}
