import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { rowsQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { useFound } from '../form/useFound';
import { useNameOf } from '../form/useNames';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { Segments, Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { Failed } from '../kit/Failed';
import { Field } from '../kit/Field';
import { TextArea, TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import type { Which } from '../labels/labels';
import { draftQuery, type MailDraft } from './api';
import { addressesOf, filledQuery, prefers, receiversOf } from './many';
import { SignatureChoice } from './SignatureChoice';
import { below, both } from './signatures';

interface Props {
  type: RecordType;
  which: Which;
  /** how many records were chosen, when that is known */
  chosen: number | undefined;
  close: () => void;
  run: (verb: string, values: object) => Promise<void>;
}

/** Asks what many are written, shows the first e-mail and how many there will be. */
export function MailManyDialog(props: Props) {
  const { t } = useApp();
  const { data, error, refetch } = useQuery(draftQuery(undefined));
  if (data) return <Writing {...props} draft={data} />;
  return (
    <Dialog title={t('mailMany.title')} onClose={props.close} width={900}>
      {error ? <Failed error={error} again={refetch} /> : <Skeleton />}
    </Dialog>
  );
}

type Language = '' | 'th' | 'en';
interface Wish {
  way: 'own' | 'template';
  subject: string;
  body: string;
  template: Row | null;
  language: Language;
  anyway: boolean;
}

function Writing({ type, which, chosen, close, run, draft }: Props & { draft: MailDraft }) {
  const { t, fmt } = useApp();
  const form = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const {
    written: wish,
    change: set,
    forget,
    restored,
  } = useWritten<Wish>(`mail-many/${type.name}`, {
    way: 'own',
    subject: '',
    body: below(draft.signatures, both),
    template: null,
    language: '',
    anyway: false,
  });
  const {
    data: found,
    error,
    isPlaceholderData,
  } = useQuery(rowsQuery(type.name, receiversOf(type, which, wish.anyway)));
  const number = found?.total?.value ?? 0;
  const left = chosen === undefined || !found ? 0 : Math.max(0, chosen - number);
  const { way, template, language, subject, body, anyway } = wish;
  const said = way === 'template' ? template !== null : subject.trim() !== '';
  const ready = said && number > 0 && !isPlaceholderData;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!ready || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const words = way === 'template' ? { template: template?.id, language } : { subject, body };
      await run('mail', { ...words, anyway });
      forget();
    } catch (refused) {
      setProblem(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  const cancel = () => {
    forget();
    close();
  };
  const wrong = problem ?? error;
  const footer = (
    <>
      <Button onClick={cancel}>{t('act.cancel')}</Button>
      <Button look="solid" type="submit" form={form} busy={busy} disabled={!ready}>
        {found ? t('mailMany.send', { number: fmt.number(number) }) : t('mail.send')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('mailMany.title')} onClose={close} footer={footer} width={900}>
      <form id={form} noValidate className="label-dialog" onSubmit={(event) => void send(event)}>
        <div className="stack">
          <Restored shown={restored} discard={forget} />
          {!draft.ready && (
            <p className="warned" role="status">
              {t('mail.notReady')}
            </p>
          )}
          <Words {...{ type, draft, wish, set }} />
          {prefers(type) && (
            <Check checked={anyway} onChange={(on) => set({ anyway: on })}>
              {t('mailMany.anyway')}
            </Check>
          )}
          <ErrorText>{wrong?.message}</ErrorText>
          {found && (
            <p role="status">
              <strong>{t('mailMany.number', { number: fmt.number(number) })}</strong>{' '}
              {left > 0 && t('mailMany.left', { number: fmt.number(left) })}
            </p>
          )}
          <p className="dim">{t('mailMany.final')}</p>
        </div>
        {found?.items[0] && <First {...{ type, draft, wish }} row={found.items[0]} />}
      </form>
    </Dialog>
  );
}

interface WordsProps {
  type: RecordType;
  draft: MailDraft;
  wish: Wish;
  set: (part: Partial<Wish>) => void;
}

function Words({ type, draft, wish, set }: WordsProps) {
  const { t } = useApp();
  return (
    <>
      <Segments
        label={t('mailMany.way')}
        value={wish.way}
        options={[
          { value: 'own', label: t('mailMany.own') },
          { value: 'template', label: t('mail.template') },
        ]}
        onChange={(way) => set({ way })}
      />
      {wish.way === 'template' ? (
        <Template {...{ type, wish, set }} />
      ) : (
        <>
          <Field label={t('mail.subject')} required wide>
            {(ids) => (
              <TextInput {...ids} maxLength={200} value={wish.subject} onChange={(subject) => set({ subject })} />
            )}
          </Field>
          <Field label={t('mail.body')} wide>
            {(ids) => <TextArea {...ids} rows={8} value={wish.body} onChange={(body) => set({ body })} />}
          </Field>
          <SignatureChoice
            signatures={draft.signatures}
            body={wish.body}
            quote={undefined}
            change={(body) => set({ body })}
          />
        </>
      )}
    </>
  );
}

function Template({ type, wish, set }: Omit<WordsProps, 'draft'>) {
  const { t } = useApp();
  const nameOf = useNameOf();
  const { template } = wish;
  const suited = [
    { field: 'entity', op: '=' as const, value: type.name },
    { field: 'active', op: '=' as const, value: true },
  ];
  const { rows, searched, forget } = useFound('mailTemplate', { all: suited }, ['name', 'nameEn', 'bodyEn']);
  const seen = template && !rows.some((one) => one.id === template.id) ? [template, ...rows] : rows;
  return (
    <>
      <Field label={t('mail.template')} required wide>
        {({ id }) => (
          <Select
            {...searched}
            id={id}
            value={template?.id ?? null}
            placeholder={t('mailMany.choose')}
            options={seen.map((one) => ({ value: one.id, label: nameOf(one) }))}
            onChange={(id) => {
              set({ template: seen.find((one) => one.id === id) ?? null, language: '' });
              forget();
            }}
          />
        )}
      </Field>
      {Boolean(template?.['bodyEn']) && (
        <Segments<Language>
          label={t('mailMany.language')}
          value={wish.language}
          options={[
            { value: '', label: t('mailMany.theirs') },
            { value: 'th', label: 'ไทย' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => set({ language })}
        />
      )}
    </>
  );
}

/** The e-mail as the first of them gets it. */
function First({ type, draft, wish, row }: Omit<WordsProps, 'set'> & { row: Row }) {
  const { t } = useApp();
  const template = wish.way === 'template' ? (wish.template?.id ?? '') : '';
  const { data, error } = useQuery(filledQuery(template, type.name, row.id, wish.language));
  const filled = data && { subject: data.subject, body: data.body + below(draft.signatures, data.signatures) };
  const letter = wish.way === 'own' ? wish : template ? filled : undefined;
  const address = addressesOf(type)
    .map((field) => row[field])
    .find(Boolean);
  return (
    <section className="mail-first" aria-label={t('mailMany.first')}>
      <p className="dim">{t('mailMany.first')}</p>
      <p>
        {String(row[type.titleField] ?? '')} <span className="dim">{String(address ?? '')}</span>
      </p>
      <ErrorText>{error?.message}</ErrorText>
      {letter && <strong>{letter.subject}</strong>}
      {letter && <div className="mail-first-text">{letter.body.trim()}</div>}
    </section>
  );
}
