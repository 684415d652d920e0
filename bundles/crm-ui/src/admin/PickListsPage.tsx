import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { at, put } from '../api/client';
import { pickListQuery, pickListsQuery } from '../api/queries';
import type { PickRow, Tone } from '../api/types';
import { useApp } from '../boot/app';
import { Empty, Pill, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { Check } from '../kit/Check';
import { arrayMove } from '../kit/dnd';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { listsOf } from './lists';

const tones: Tone[] = ['neutral', 'info', 'accent', 'warning', 'success', 'danger'];

/** The words the company chooses from, in both languages. */
export default function PickListsPage() {
  const { t, l } = useApp();
  const { data, error } = useQuery(pickListsQuery);
  const lists = listsOf(data);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = chosen ?? lists[0]?.list;
  useEffect(() => {
    document.title = `${t('picks.title')} – Sala CRM`;
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('picks.title')}</h1>
      </div>
      {error && <Empty icon="warning" title={error.message} />}
      <div className="card pad stack">
        <div className="narrow">
          <Field label={t('picks.list')}>
            {(ids) => (
              <Select
                id={ids.id}
                value={list ?? null}
                options={lists.map((one) => ({ value: one.list, label: l(one.label) || one.list }))}
                onChange={setChosen}
              />
            )}
          </Field>
        </div>
        {list && <ListEditor key={list} list={list} />}
      </div>
    </div>
  );
}

function ListEditor({ list }: { list: string }) {
  const { data, error } = useQuery(pickListQuery(list));
  if (error) return <Empty icon="warning" title={error.message} />;
  return data ? <Rows list={list} given={data} /> : <Skeleton />;
}

function Rows({ list, given }: { list: string; given: PickRow[] }) {
  const { t } = useApp();
  const client = useQueryClient();
  const [rows, setRows] = useState(() => [...given].sort((a, b) => a.order - b.order));
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const kept = new Set(given.map((row) => row.code));
  const change = (i: number, next: Partial<PickRow>) =>
    setRows(rows.map((row, at_) => (at_ === i ? { ...row, ...next } : row)));
  const save = async () => {
    if (rows.some((row) => !row.code.trim() || !row.label.th.trim() || !row.label.en.trim()))
      return setError(t('picks.missing'));
    setBusy(true);
    setError('');
    const ordered = rows.map((row, order) => ({ ...row, order }));
    try {
      await put(at('pick-lists', list), ordered);
      client.setQueryData(pickListQuery(list).queryKey, ordered);
      void client.invalidateQueries({ queryKey: ['type'] });
      toast(t('picks.saved'));
    } catch (problem) {
      setError((problem as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const add = () => setRows([...rows, { code: '', label: { th: '', en: '' }, order: rows.length, active: true }]);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t('picks.title')}>
        <table className="table picks">
          <thead>
            <tr>
              <th scope="col">{t('picks.order')}</th>
              <th scope="col">{t('picks.code')}</th>
              <th scope="col">{t('picks.th')}</th>
              <th scope="col">{t('picks.en')}</th>
              <th scope="col">{t('picks.tone')}</th>
              <th scope="col">{t('picks.active')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <PickLine
                key={i}
                row={row}
                fixed={kept.has(row.code)}
                change={(next) => change(i, next)}
                up={i > 0 ? () => setRows(arrayMove(rows, i, i - 1)) : undefined}
                down={i < rows.length - 1 ? () => setRows(arrayMove(rows, i, i + 1)) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="row-gap">
        <Button look="quiet" icon="plus" onClick={add}>
          {t('picks.add')}
        </Button>
        <span className="grow" />
        <Button look="solid" type="submit" busy={busy}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  row: PickRow;
  /** records already carry this code */
  fixed: boolean;
  change: (next: Partial<PickRow>) => void;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

function PickLine({ row, fixed, change, up, down }: LineProps) {
  const { t, l } = useApp();
  const name = l(row.label) || row.code;
  return (
    <tr>
      <td>
        <span className="row-gap tight">
          <IconButton icon="up" label={t('picks.up', { name })} disabled={!up} onClick={up} />
          <IconButton icon="down" label={t('picks.down', { name })} disabled={!down} onClick={down} />
        </span>
      </td>
      <td>
        {fixed ? (
          <code>{row.code}</code>
        ) : (
          <TextInput aria-label={t('picks.code')} value={row.code} onChange={(code) => change({ code })} />
        )}
      </td>
      <td>
        <TextInput
          aria-label={`${t('picks.th')} ${row.code}`}
          value={row.label.th}
          onChange={(th) => change({ label: { ...row.label, th } })}
        />
      </td>
      <td>
        <TextInput
          aria-label={`${t('picks.en')} ${row.code}`}
          value={row.label.en}
          onChange={(en) => change({ label: { ...row.label, en } })}
        />
      </td>
      <td>
        <span className="row-gap">
          <span className="tone-select">
            <Select
              label={`${t('picks.tone')} ${row.code}`}
              placeholder={t('picks.noTone')}
              clearable
              value={row.tone ?? null}
              options={tones.map((tone) => ({ value: tone, label: t(`tone.${tone}`), tone }))}
              onChange={(tone) => change({ tone: (tone ?? undefined) as Tone | undefined })}
            />
          </span>
          {row.tone && name && <Pill tone={row.tone}>{name}</Pill>}
        </span>
      </td>
      <td>
        <Check
          label={`${t('picks.active')} ${row.code}`}
          checked={row.active}
          onChange={(active) => change({ active })}
        />
      </td>
    </tr>
  );
}
