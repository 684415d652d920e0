import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { recordQuery, typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { ErrorText } from '../kit/ErrorText';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { toast } from '../kit/Toast';
import { DeadEnd, NoRight, NotFetched } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { merge, proposalQuery } from './api';
import { changes, fieldsOf, isDifferent, mostComplete, proposed, type Choices } from './choices';
import { fitsMerge, MERGED } from './limits';
import { Moves } from './Moves';
import { takeApart } from './takeApart';
import { SideBySide } from './SideBySide';

export default function MergePage() {
  const { t } = useApp();
  const { entity } = useParams({ from: '/merge/$entity' });
  const { ids, stays } = useSearch({ from: '/merge/$entity' });
  const type = useQuery(typeQuery(entity));
  const records = useQueries({ queries: ids.slice(0, MERGED.most).map((id) => recordQuery(entity, id)) });
  // What is there is looked at on, also where it cannot be asked for again.
  const failed = [type, ...records].find((one) => one.error && !one.data);
  if (failed?.error) return <NotFetched error={failed.error} again={failed.refetch} />;
  if (type.data && !(type.data.access.update && type.data.access.delete)) return <NoRight />;
  if (!fitsMerge(ids.length)) return <DeadEnd title={t('merge.choose', MERGED)} />;
  const rows = records.flatMap((one) => one.data ?? []);
  if (!type.data || rows.length < ids.length) return <Skeleton lines={10} />;
  return <Merging key={ids.join()} type={type.data} rows={rows} from={ids.find((id) => id === stays)} />;
}

interface Props {
  type: RecordType;
  rows: Row[];
  /** the record that somebody stood on, which he means to keep */
  from: string | undefined;
}

/** The records beside each other, the most complete of them chosen, and what becomes of them. */
function Merging({ type, rows, from }: Props) {
  const { t, l, fmt } = useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [stays, setStays] = useState(() => from ?? mostComplete(type, rows));
  const [chosen, setChosen] = useState<Choices>({});
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const inOrder = [...rows].sort((a, b) => Number(b.id === stays) - Number(a.id === stays));
  const proposal = useQuery({
    ...proposalQuery(
      type.name,
      inOrder.map((row) => row.id),
    ),
    // Of what has become one there is nothing to propose any more.
    enabled: !busy,
  });
  const fields = useMemo(() => fieldsOf(type, rows), [type, rows]);
  const choices = { ...proposed(fields, rows, stays, proposal.data), ...chosen };
  const title = t('merge.title', { what: l(type.plural) });
  useTitle(title);
  const keep = (id: string) => {
    setStays(id);
    setChosen({});
  };
  const done = (merged: { merge: string; id: string }) => {
    void client.invalidateQueries({ queryKey: ['records'] });
    void client.invalidateQueries({ queryKey: ['record', type.name, merged.id] });
    const undo = { label: t('merge.undo'), run: () => void takeApart(merged.merge, { t, l }) };
    toast(t('merge.done', { number: fmt.number(rows.length) }), 'success', undo);
    void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id: merged.id }, replace: true });
  };
  const run = async () => {
    setBusy(true);
    try {
      done(await merge(type.name, inOrder, changes(type, rows, stays, choices)));
    } catch (error) {
      toast((error as Error).message, 'danger');
      // Somebody may have changed one of them meanwhile.
      void client.invalidateQueries({ queryKey: ['record', type.name] });
      setBusy(false);
    }
  };
  const shown = all ? fields : fields.filter((field) => isDifferent(field, rows));
  return (
    <div className="page merge-page">
      <div className="page-head sticky">
        <h1>{title}</h1>
        <span className="grow" />
        <span className="row-gap">
          <Button onClick={() => history.back()}>{t('act.cancel')}</Button>
          <Button look="danger" busy={busy} disabled={!proposal.data} onClick={() => void run()}>
            {t('merge.do', { number: fmt.number(rows.length) })}
          </Button>
        </span>
      </div>
      <p className="dim">{t('merge.text')}</p>
      <div className="card pad stack">
        <Check checked={all} onChange={setAll}>
          {t('merge.all')}
        </Check>
        <Block>
          <SideBySide
            {...{ type, rows, stays, keep, choices, fields: shown }}
            choose={(name, ids) => setChosen({ ...chosen, [name]: ids })}
          />
        </Block>
      </div>
      {proposal.error ? (
        <ErrorText>{proposal.error.message}</ErrorText>
      ) : (
        <Block>
          <Moves moves={proposal.data?.moves} />
        </Block>
      )}
    </div>
  );
}
