import { useRef, useState } from 'react';

export interface Written {
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  body: string;
  files: string[];
}

const read = (key: string): Partial<Written> => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Written>;
  } catch {
    return {};
  }
};

/** What is being written to somebody; it outlives the tab until it is sent. */
export function useDraft(place: string, fresh: Partial<Written>) {
  const key = `mail.${place}`;
  const begun = { to: '', cc: '', bcc: '', subject: '', body: '', files: [], ...fresh };
  const [written, setWritten] = useState<Written>(() => ({ ...begun, ...read(key) }));
  // What arrives late, as a file does, is laid over what was typed meanwhile.
  const latest = useRef(written);
  const become = (all: Written) => {
    latest.current = all;
    setWritten(all);
  };
  const change = (next: Partial<Written> | ((now: Written) => Partial<Written>)) => {
    become({ ...latest.current, ...(typeof next === 'function' ? next(latest.current) : next) });
    localStorage.setItem(key, JSON.stringify(latest.current));
  };
  const forget = () => {
    localStorage.removeItem(key);
    become(begun);
  };
  return { written, change, forget };
}
