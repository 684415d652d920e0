import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, put } from '../api/client';
import type { Session } from '../api/types';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/Input';

interface Props {
  entered: (session: Session) => void;
  /** the password one has, when it was typed a moment ago */
  known?: string;
}

/** Asks for the password one has and, twice, for the one to come. */
export function ChangePassword({ entered, known = '' }: Props) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState(known);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (next !== again) return setError({ again: t('signIn.notSame') });
    setBusy(true);
    try {
      entered(await put<Session>('/api/session/password', { current, next }));
    } catch (problem) {
      const fields = problem instanceof Problem ? problem.errors.map((e) => [e.field, e.message] as const) : [];
      setError(fields.length > 0 ? Object.fromEntries(fields) : { current: (problem as Error).message });
    } finally {
      setBusy(false);
    }
  };
  const field = (name: string, label: string, value: string, change: (value: string) => void) => (
    <Field label={label} error={error[name]} help={name === 'next' ? t('signIn.passwordHelp') : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          type="password"
          value={value}
          onChange={change}
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          required
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      {(!known || error['current']) && field('current', t('signIn.current'), current, setCurrent)}
      {field('next', t('signIn.next'), next, setNext)}
      {field('again', t('signIn.again'), again, setAgain)}
      <Button look="solid" type="submit" busy={busy}>
        {t('signIn.change')}
      </Button>
    </form>
  );
}
