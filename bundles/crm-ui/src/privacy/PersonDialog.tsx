import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { api, at, post } from '../api/client';
import type { L10n, RecordType } from '../api/types';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Dialog } from '../kit/Dialog';
import { ErrorText } from '../kit/ErrorText';
import { Failed } from '../kit/Failed';
import { Field } from '../kit/Field';
import { Icon } from '../kit/Icon';
import { TextInput } from '../kit/Input';
import { Table } from '../kit/Table';
import { watchJob } from '../shell/Jobs';

interface Fate {
  entity: string;
  records: number;
  way: 'empty' | 'delete' | 'keep';
  why?: L10n;
}

interface Props {
  type: RecordType;
  id: string;
  name: string;
  close: () => void;
}

/** What the law gives a person: all that is known of him as one file, and to be forgotten. */
export default function PersonDialog({ type, id, name, close }: Props) {
  const { t } = useApp();
  const form = useId();
  const place = at('records', type.name, id, 'personal-data');
  const { written, change, forget, restored } = useWritten(`erase/${id}`, { reason: '' });
  const [lacking, setLacking] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    setLacking(written.reason.trim() ? '' : t('form.required', { field: t('person.reason') }));
    if (!written.reason.trim()) return;
    const sure = { title: t('person.sure', { name }), text: t('person.forGood'), ok: t('person.erase'), danger: true };
    if (!(await confirm(sure))) return;
    setBusy(true);
    setProblem(null);
    try {
      watchJob((await post<{ job: string }>(`${place}/erasure`, { reason: written.reason })).job);
      forget();
      close();
    } catch (error) {
      setProblem(error as Error);
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={close}>{t('act.close')}</Button>
      <Button look="danger" type="submit" form={form} busy={busy}>
        {t('person.erase')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('person.title', { name })} onClose={close} footer={footer} width={640}>
      <form id={form} className="stack" noValidate onSubmit={(event) => void erase(event)}>
        <Restored shown={restored} discard={forget} />
        <h3>{t('person.known')}</h3>
        <p className="dim">{t('person.knownText')}</p>
        <div>
          <a className="btn plain" href={place} download>
            <Icon name="download" size={16} />
            <span className="btn-text">{t('person.file')}</span>
          </a>
        </div>
        <h3>{t('person.forget')}</h3>
        <p className="dim">{t('person.forgetText')}</p>
        <Fates place={`${place}/erasure`} />
        <Field label={t('person.reason')} required error={lacking} help={t('person.reasonHelp')}>
          {(ids) => (
            <TextInput {...ids} maxLength={110} value={written.reason} onChange={(reason) => change({ reason })} />
          )}
        </Field>
        <ErrorText>{problem?.message}</ErrorText>
      </form>
    </Dialog>
  );
}

/** What becomes of the records that name him, each kind in a line. */
function Fates({ place }: { place: string }) {
  const { t, l, fmt, entity } = useApp();
  const { data, error, refetch } = useQuery({
    queryKey: ['person', place],
    queryFn: () => api<{ fates: Fate[] }>(place),
    staleTime: 0,
  });
  if (error && !data) return <Failed error={error} again={refetch} />;
  if (!data) return <Skeleton />;
  return (
    <Table label={t('person.forget')} heads={[t('person.kind'), t('person.records'), t('person.fate')]}>
      {data.fates.map((fate) => (
        <tr key={fate.entity}>
          <th scope="row">{l(entity(fate.entity)?.plural) || fate.entity}</th>
          <td className="num">{fmt.number(fate.records)}</td>
          <td>
            {t(`person.${fate.way}`)}
            <div className="dim">{fate.way === 'keep' ? l(fate.why) || t('person.onlyRefers') : ''}</div>
          </td>
        </tr>
      ))}
    </Table>
  );
}
