import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import type { Values } from '../form/useForm';
import { Icon } from '../kit/Icon';
import { compared, matchesQuery } from './api';
import { MatchName, MatchReason } from './MatchWords';

const PAUSE = 400;
const SHOWN = 3;

interface Props {
  type: RecordType;
  form: UseFormReturn<Values>;
  /** values that are saved besides those of the form */
  given: Values;
}

/** Says while somebody types what may be there already; it keeps nobody from anything. */
export default function MatchBar({ type, form, given }: Props) {
  const { t, fmt } = useApp();
  const [values, setValues] = useState<Values>({});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (typed: Values) => {
      clearTimeout(timer);
      timer = setTimeout(() => setValues(compared(type, { ...given, ...typed })), PAUSE);
    };
    look(form.getValues());
    const stop = form.subscribe({ formState: { values: true }, callback: (state) => look(state.values) });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [type, form, given]);
  const asked = Object.keys(values).length > 0;
  const { data } = useQuery({ ...matchesQuery(type.name, values), enabled: asked });
  const matches = (asked && data) || [];
  return (
    <div className="matches" role="status">
      {matches.length > 0 && (
        <>
          <Icon name="warning" size={16} />
          <div className="grow">
            <strong>{t('dup.bar')}</strong>
            <ul>
              {matches.slice(0, SHOWN).map((match, i) => (
                <li key={match.id ?? i}>
                  <MatchName type={type} match={match} /> <MatchReason type={type} match={match} />
                </li>
              ))}
              {matches.length > SHOWN && <li>{t('dup.more', { number: fmt.number(matches.length - SHOWN) })}</li>}
            </ul>
          </div>
        </>
      )}
    </div>
  );
}
