import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post, Problem, put } from '../api/client';
import { useApp } from '../app';
import { useDraft } from '../form/drafts';
import { Restored } from '../form/Restored';
import { Block } from '../kit/Block';
import { ErrorText } from '../kit/ErrorText';
import { Pill, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { TextArea, TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';
import { mailSettingsQuery, type MailSettings } from './api';

const outgoing = ['host', 'port', 'security', 'user', 'password', 'senderAddress', 'senderName', 'signature'] as const;
const returning = [
  'bounceHost',
  'bouncePort',
  'bounceSecurity',
  'bounceUser',
  'bouncePassword',
  'bounceFolder',
] as const;
type Name = (typeof outgoing)[number] | (typeof returning)[number];
const securities = ['none', 'starttls', 'tls'] as const;

const isSecret = (name: string) => name.toLowerCase().includes('password');
/** What may be kept in a browser: no password. */
const open = (changed: Record<string, string>) =>
  Object.fromEntries(Object.entries(changed).filter(([name]) => !isSecret(name)));

/** How the company sends e-mail, and whether that works. */
export default function MailPage() {
  const { t } = useApp();
  const { data, error, refetch } = useQuery(mailSettingsQuery);
  useTitle(t('mail.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('mail.title')}</h1>
      </div>
      {error && !data && <Failed error={error} again={refetch} />}
      {!data && !error && <Skeleton />}
      <Block>{data && <Settings given={data} />}</Block>
    </div>
  );
}

function Settings({ given }: { given: MailSettings }) {
  const { t } = useApp();
  const client = useQueryClient();
  const draft = useDraft('mail-settings');
  const [changed, setChanged] = useState((draft.found ?? {}) as Record<string, string>);
  const change = (name: Name, value: string) => {
    const next = { ...changed, [name]: value };
    setChanged(next);
    draft.keep(open(next));
  };
  const forget = () => {
    setChanged({});
    draft.drop();
  };
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      client.setQueryData(mailSettingsQuery.queryKey, await put<MailSettings>('/api/mail/settings', changed));
      forget();
      toast(t('mail.saved'));
    } catch (refused) {
      setProblem(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  const errors = problem instanceof Problem ? problem.errors : [];
  const line = (name: Name) => (
    <Setting
      key={name}
      name={name}
      value={changed[name] ?? String(given[name] ?? '')}
      kept={given[`${name}Kept`] === true}
      error={errors.find((one) => one.field === name)?.message}
      change={(value) => change(name, value)}
    />
  );
  return (
    <>
      <form noValidate className="card pad stack" onSubmit={(event) => void save(event)}>
        <Restored shown={draft.restored} discard={forget} />
        {problem && errors.length === 0 && <ErrorText>{problem.message}</ErrorText>}
        <h2>{t('mail.outgoing')}</h2>
        <div className="fields">{outgoing.map(line)}</div>
        <h2>{t('mail.returning')}</h2>
        <p className="dim">{t('mail.returningHelp')}</p>
        <div className="fields">{returning.map(line)}</div>
        <div className="row-gap end">
          <Button type="submit" look="solid" busy={busy} disabled={Object.keys(changed).length === 0}>
            {t('act.save')}
          </Button>
        </div>
      </form>
      <Block>
        <Trial />
      </Block>
    </>
  );
}

interface SettingProps {
  name: Name;
  value: string;
  kept: boolean;
  error: string | undefined;
  change: (value: string) => void;
}

function Setting({ name, value, kept, error, change }: SettingProps) {
  const { t } = useApp();
  const secret = isSecret(name);
  const signature = name === 'signature';
  return (
    <Field
      label={t(`mailSet.${name}`)}
      error={error}
      help={secret && kept ? t('mail.passwordKept') : undefined}
      wide={signature}
    >
      {(ids) =>
        name.toLowerCase().includes('security') ? (
          <Select
            id={ids.id}
            value={value}
            options={securities.map((one) => ({ value: one, label: t(`mailSecurity.${one}`) }))}
            onChange={(chosen) => change(chosen ?? 'none')}
          />
        ) : signature ? (
          <TextArea {...ids} value={value} onChange={change} />
        ) : (
          <TextInput
            {...ids}
            type={secret ? 'password' : 'text'}
            autoComplete={secret ? 'new-password' : 'off'}
            value={value}
            onChange={change}
          />
        )
      }
    </Field>
  );
}

/** A real message, and what the server answers to it. */
function Trial() {
  const { t } = useApp();
  const [address, setAddress] = useState('');
  const [answer, setAnswer] = useState<{ sent: boolean; reason: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const test = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      setAnswer(await post<{ sent: boolean; reason: string }>('/api/mail/settings/test', { address }));
    } catch (problem) {
      setAnswer({ sent: false, reason: (problem as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate className="card pad stack" onSubmit={(event) => void test(event)}>
      <h2>{t('mail.test')}</h2>
      <Field label={t('mail.testTo')} help={t('mail.testHelp')}>
        {(ids) => <TextInput {...ids} value={address} onChange={setAddress} />}
      </Field>
      <div className="row-gap wrap">
        <Button type="submit" busy={busy} disabled={!address.includes('@')}>
          {t('mail.test')}
        </Button>
        <span role="status" className="row-gap wrap">
          {answer && (
            <Pill tone={answer.sent ? 'success' : 'danger'}>{t(answer.sent ? 'mail.works' : 'mail.fails')}</Pill>
          )}
          {answer?.reason}
        </span>
      </div>
    </form>
  );
}
