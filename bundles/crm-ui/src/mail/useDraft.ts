import { useState } from 'react';

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
  const change = (next: Partial<Written>) => {
    const all = { ...written, ...next };
    setWritten(all);
    localStorage.setItem(key, JSON.stringify(all));
  };
  const forget = () => {
    localStorage.removeItem(key);
    setWritten(begun);
  };
  return { written, change, forget };
}
