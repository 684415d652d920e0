import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { at, Problem, put } from '../api/client';
import { pickListQuery, pickListsQuery } from '../api/queries';
import type { PickRow } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { ErrorText } from '../kit/ErrorText';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { arrayMove } from '../kit/dnd';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { Select } from '../kit/Select';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';
import { listsOf } from './lists';
import { PickLine } from './PickLine';

/** The words the company chooses from, in both languages. */
export default function PickListsPage() {
  const { t, l } = useApp();
  const { data, error, refetch } = useQuery(pickListsQuery);
  const lists = listsOf(data);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = chosen ?? lists[0]?.list;
  useTitle(t('picks.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('picks.title')}</h1>
      </div>
      {error && !data && <Failed error={error} again={refetch} />}
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
        <Block key={list}>{list && <ListEditor list={list} />}</Block>
      </div>
    </div>
  );
}

function ListEditor({ list }: { list: string }) {
  const { data, error, refetch } = useQuery(pickListQuery(list));
  if (error && !data) return <Failed error={error} again={refetch} />;
  return data ? <Rows list={list} given={data} /> : <Skeleton />;
}

/** What the server says of each row, with the code it stands under. */
function reasons(problem: Error, rows: PickRow[]): string {
  const errors = problem instanceof Problem ? problem.errors : [];
  const said = errors.map(({ field, message }) => {
    const row = rows[Number(/^items\[(\d+)\]/.exec(field)?.[1])];
    return row ? `${row.code}: ${message}` : message;
  });
  return said.join(' · ') || problem.message;
}

function Rows({ list, given }: { list: string; given: PickRow[] }) {
  const { t } = useApp();
  const client = useQueryClient();
  const [rows, setRows] = useState(() => [...given].sort((a, b) => a.order - b.order));
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const kept = new Set(given.map((row) => row.code));
  const phases = [...new Set(given.flatMap((row) => row.phase || []))];
  const percents = given.some((row) => typeof row.percent === 'number');
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
      setError(reasons(problem as Error, rows));
    } finally {
      setBusy(false);
    }
  };
  const add = () => setRows([...rows, { code: '', label: { th: '', en: '' }, order: rows.length, active: true }]);
  const heads = [
    t('picks.order'),
    t('picks.code'),
    t('picks.th'),
    t('picks.en'),
    ...(phases.length > 0 ? [t('picks.phase')] : []),
    ...(percents ? [t('picks.percent')] : []),
    t('picks.tone'),
    t('picks.active'),
  ];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Table label={t('picks.title')} heads={heads} look="picks">
        {rows.map((row, i) => (
          <PickLine
            key={i}
            row={row}
            saved={kept.has(row.code)}
            phases={phases}
            percents={percents}
            change={(next) => change(i, next)}
            up={i > 0 ? () => setRows(arrayMove(rows, i, i - 1)) : undefined}
            down={i < rows.length - 1 ? () => setRows(arrayMove(rows, i, i + 1)) : undefined}
          />
        ))}
      </Table>
      <ErrorText>{error}</ErrorText>
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
