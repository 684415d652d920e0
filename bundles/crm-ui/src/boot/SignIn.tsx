import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, caller, post, Problem, put } from '../api/client';
import type { Locale, Session, SignInFacts } from '../api/types';
import { switchLanguage } from '../i18n';
import { Avatar, Segments } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/Input';
import { Logo } from '../kit/Logo';
import { ChangePassword } from './ChangePassword';

interface Props {
  entered: (session: Session) => void;
  mustChange: boolean;
}

async function facts(): Promise<SignInFacts> {
  try {
    // Signed in already, with a password that must be changed first.
    caller.csrf = (await api<Session>('/api/session')).csrf;
    return {};
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return error.body as SignInFacts;
    throw error;
  }
}

const factsQuery = queryOptions({ queryKey: ['session', 'facts'], queryFn: facts, retry: false });

/** The sign-in page: name and password, the personas of a demonstration, the language. */
export default function SignIn({ entered, mustChange }: Props) {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'th';
  const { data } = useQuery(factsQuery);
  const [changing, setChanging] = useState(mustChange);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Locale | null>(null);
  const choose = (next: Locale) => {
    setChosen(next);
    void switchLanguage(next);
  };
  const inside = async (session: Session, language = chosen) => {
    caller.csrf = session.csrf;
    // Who has just chosen a language goes on in it; nobody is kept out because that could not be written down.
    if (language) await put('/api/settings', { locale: language }).catch(() => undefined);
    entered(session);
  };
  const signedIn = (session: Session, password: string) => {
    caller.csrf = session.csrf;
    setTyped(password);
    if (session.mustChangePassword) setChanging(true);
    else void inside(session);
  };
  return (
    <main className="gate">
      <div className="gate-card">
        <header>
          <Logo size={34} />
          <div className="grow">
            <strong>Sala CRM</strong>
            <div className="dim gate-company">{data?.company?.name[locale]}</div>
          </div>
          <Segments
            label={t('user.language')}
            value={locale}
            onChange={choose}
            options={[
              { value: 'th', label: 'ไทย' },
              { value: 'en', label: 'EN' },
            ]}
          />
        </header>
        {changing ? (
          <div className="stack">
            <h1>{t('signIn.changeTitle')}</h1>
            <p className="dim">{t('signIn.changeWhy')}</p>
            <ChangePassword entered={(session) => void inside(session)} known={typed} />
          </div>
        ) : (
          <PasswordForm entered={signedIn} />
        )}
        {/* A visitor stays in his language, whoever he tries to be. */}
        {!changing && <Personas entered={(session) => void inside(session, locale)} />}
      </div>
    </main>
  );
}

/** The people of a demonstration, who come in without a password. */
export function Personas({ entered }: { entered: (session: Session) => void }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(factsQuery);
  const personas = data?.personas ?? [];
  if (personas.length === 0) return null;
  return (
    <section aria-labelledby="personas">
      <h2 id="personas">{t('signIn.personas')}</h2>
      <div className="personas">
        {personas.map((persona) => (
          <Persona key={persona.id} persona={persona} locale={i18n.language === 'en' ? 'en' : 'th'} entered={entered} />
        ))}
      </div>
    </section>
  );
}

interface PersonaProps {
  persona: NonNullable<SignInFacts['personas']>[number];
  locale: Locale;
  entered: (session: Session) => void;
}

function Persona({ persona, locale, entered }: PersonaProps) {
  const [error, setError] = useState('');
  const enter = () =>
    post<Session>('/api/session/persona', { persona: persona.id })
      .then(entered)
      .catch((problem: Error) => setError(problem.message));
  return (
    <button type="button" className="persona" onClick={() => void enter()}>
      <Avatar name={persona.name[locale]} size={32} />
      <span className="two-lines">
        <span>{persona.name[locale]}</span>
        <small>{error || persona.role[locale]}</small>
      </span>
    </button>
  );
}

interface PasswordProps {
  entered: (session: Session, password: string) => void;
  login?: string;
}

export function PasswordForm({ entered, login: given = '' }: PasswordProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState(given);
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The browser would say so in its own language.
    if (login.trim() === '' || password === '') return setError(t('signIn.missing'));
    setBusy(true);
    try {
      entered(await post<Session>('/api/session', { login, password }), password);
    } catch (problem) {
      setError((problem as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="stack">
      <h1>{t('signIn.title')}</h1>
      <Field label={t('signIn.login')}>
        {(ids) => (
          <TextInput
            {...ids}
            invalid={Boolean(error) && login.trim() === ''}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            autoFocus={!given}
            required
          />
        )}
      </Field>
      <Field label={t('signIn.password')} error={error || undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            autoFocus={Boolean(given)}
            required
          />
        )}
      </Field>
      <Button look="solid" type="submit" busy={busy}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
