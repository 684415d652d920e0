import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { post, Problem } from '../api/client';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { TextArea, TextInput } from '../kit/Input';
import { isPressed, shortcuts } from '../kit/shortcuts';
import { toast } from '../kit/Toast';
import { Addresses } from './Addresses';
import { draftQuery, parted, type MailDraft } from './api';
import type { Letter, Written } from './compose';
import { Enclosures } from './Enclosures';
import { SignatureChoice } from './SignatureChoice';
import { below, both } from './signatures';
import { TemplateChoice } from './TemplateChoice';

interface Props {
  letter: Letter;
  done?: () => void;
}

const lines = ['to', 'cc', 'bcc', 'subject'] as const;
type Line = (typeof lines)[number];
/** What a template fills in. */
type Words = Pick<Written, 'subject' | 'body'>;

/** An e-mail written where the record is. */
export default function MailForm({ letter, done }: Props) {
  const { data, error, refetch } = useQuery(draftQuery(letter.about));
  if (error && !data) return <Failed error={error} again={refetch} />;
  return data ? <Writing key={letter.place} letter={letter} draft={data} done={done} /> : <Skeleton />;
}

function Writing({
  letter,
  draft,
  done,
}: Pick<Props, 'letter'> & { draft: MailDraft; done: Props['done'] | undefined }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { about, answers } = letter;
  const [begun] = useState<Words>({
    subject: letter.subject ?? '',
    body: below(draft.signatures, both, letter.quote),
  });
  const filled = useRef(begun);
  const { written, change, forget, restored } = useWritten<Written>(`mail/${letter.place}`, {
    to: letter.to ?? draft.receivers[0]?.address ?? '',
    cc: letter.cc ?? '',
    bcc: '',
    files: [],
    ...begun,
  });
  const [copies, setCopies] = useState(written.cc !== '' || written.bcc !== '');
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const errors = problem instanceof Problem ? problem.errors : [];
  const said = (field: string) => errors.find((one) => one.field === field)?.message;
  const unsaid = errors.filter((one) => !lines.some((line) => line === one.field));
  const others = draft.receivers.filter((one) => !parted(written.to).includes(one.address));
  const lacks = (name: Line) => tried && written[name].trim() === '';
  const ready = written.to.trim() !== '' && written.subject.trim() !== '';
  const send = async () => {
    if (busy) return;
    if (!ready) return setTried(true);
    setBusy(true);
    setProblem(null);
    try {
      const { to, cc, bcc, subject, body, files } = written;
      const lists = { to: parted(to), cc: parted(cc), bcc: parted(bcc) };
      await post('/api/mail', {
        ...lists,
        subject,
        body,
        files,
        signatures: [], // they stand in the text
        ...(about ? { about } : {}),
        ...(answers ? { answers } : {}),
      });
      forget();
      toast(t(draft.ready ? 'mail.queued' : 'mail.waits'), draft.ready ? 'success' : 'warning');
      void client.invalidateQueries({ queryKey: ['record'] });
      void client.invalidateQueries({ queryKey: ['records', 'activity'] });
      done?.();
    } catch (refused) {
      setProblem(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  const fill = (words: Words) =>
    // As it stands when the template has come: one goes on typing until then.
    change(({ subject, body }) => {
      const typed = ![begun, filled.current].some((one) => one.subject === subject && one.body === body);
      filled.current = words;
      if (typed) toast(t('mail.filled'), 'success', { label: t('undo.act'), run: () => change({ subject, body }) });
      return words;
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isPressed(event, shortcuts.record.send)) {
      event.preventDefault();
      void send();
    }
  };
  const line = (name: Line, required = false) => {
    const Box = name === 'subject' ? TextInput : Addresses;
    return (
      <Field
        label={t(`mail.${name}`)}
        required={required}
        error={said(name) ?? (required && lacks(name) ? t('form.must') : undefined)}
        wide
      >
        {(ids) => <Box {...ids} value={written[name]} readOnly={busy} onChange={(text) => change({ [name]: text })} />}
      </Field>
    );
  };
  return (
    <form
      noValidate
      className="stack tight"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && (
        <ErrorText>{errors.length === 0 ? problem.message : unsaid.map((one) => one.message).join(' ')}</ErrorText>
      )}
      <Restored shown={restored} discard={forget} />
      {!draft.ready && (
        <p className="warned" role="status">
          {t('mail.notReady')}
        </p>
      )}
      {about && (
        <TemplateChoice
          about={about}
          language={draft.language}
          fill={({ subject, body, signatures }) =>
            fill({ subject, body: body + below(draft.signatures, signatures, letter.quote) })
          }
        />
      )}
      {line('to', true)}
      <div className="row-gap wrap receivers">
        {others.slice(0, 6).map((one) => (
          <Button
            key={one.address}
            look="quiet"
            icon="plus"
            title={one.address}
            onClick={() => change({ to: [...parted(written.to), one.address].join(', ') })}
          >
            {one.name || one.address}
          </Button>
        ))}
        {!copies && (
          <Button look="quiet" onClick={() => setCopies(true)}>
            {t('mail.copies')}
          </Button>
        )}
      </div>
      {copies && line('cc')}
      {copies && line('bcc')}
      {line('subject', true)}
      <Field label={t('mail.body')} error={said('description') ?? said('body')} wide>
        {(ids) => (
          <TextArea {...ids} rows={8} value={written.body} readOnly={busy} onChange={(body) => change({ body })} />
        )}
      </Field>
      <SignatureChoice
        signatures={draft.signatures}
        body={written.body}
        quote={letter.quote}
        change={(body) => change({ body })}
      />
      {about && (
        <Enclosures
          {...about}
          chosen={written.files}
          choose={(next) => change((now) => ({ files: next(now.files) }))}
        />
      )}
      <div className="row-gap end">
        <Button
          onClick={() => {
            forget();
            done?.();
          }}
        >
          {t('mail.discard')}
        </Button>
        <Button type="submit" look="solid" busy={busy} disabled={!ready} title="Ctrl+Enter">
          {t('mail.send')}
        </Button>
      </div>
    </form>
  );
}
