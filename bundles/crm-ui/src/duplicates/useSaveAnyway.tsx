import { Suspense, useState, type ReactNode } from 'react';
import type { RecordType } from '../api/types';
import type { Values } from '../form/useForm';
import { lazily } from '../kit/lazily';
import { check, compared, type Match } from './api';

const MatchDialog = lazily(() => import('./MatchDialog'));

interface Asking {
  matches: Match[];
  values: Values;
  answer: (anyway: boolean) => void;
}

interface Sure {
  /** true when it shall be saved */
  sure: (values: Values) => Promise<boolean>;
  /** the person is to answer, and nothing is being done meanwhile */
  asking: boolean;
  dialog: ReactNode;
}

/** Asks before a record is saved that may be there already. */
export function useSaveAnyway(type: RecordType): Sure {
  const [asking, setAsking] = useState<Asking>();
  const sure = async (values: Values) => {
    const wanted = compared(type, values);
    if (Object.keys(wanted).length === 0) return true;
    // Whoever may save may save also when nothing can be said about duplicates.
    const matches = await check(type.name, wanted).catch(() => []);
    if (matches.length === 0) return true;
    return new Promise<boolean>((resolve) =>
      setAsking({
        matches,
        values,
        answer: (anyway) => {
          setAsking(undefined);
          resolve(anyway);
        },
      }),
    );
  };
  const dialog = <Suspense>{asking && <MatchDialog type={type} {...asking} />}</Suspense>;
  return { sure, asking: asking !== undefined, dialog };
}
