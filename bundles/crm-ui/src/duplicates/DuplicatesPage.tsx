import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isOver, jobQuery, keepPreference, typeQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Empty, Progress, Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { NotFetched, NoRight } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { lastSearchQuery, reasonWords, search } from './api';
import { FoundGroups } from './FoundGroups';
import { Judged } from './Judged';

/** Least scores; without one the rule's own counts. */
const SHARP = { wide: 30, usual: undefined, strict: 85 } as const;
type Sharpness = keyof typeof SHARP;

export default function DuplicatesPage() {
  const { entity } = useParams({ from: '/duplicates/$entity' });
  const { data: type, error, refetch } = useQuery(typeQuery(entity));
  if (error && !type) return <NotFetched error={error} again={refetch} />;
  if (!type) return <Skeleton lines={8} />;
  if (!type.duplicates || !type.access.update) return <NoRight />;
  return <Duplicates key={entity} type={type} />;
}

/** Starts a search over all records, and shows what the person's last one found. */
function Duplicates({ type }: { type: RecordType }) {
  const { t, l } = useApp();
  const [fields, setFields] = useState<string[]>([]);
  const [sharpness, setSharpness] = useState<Sharpness>('usual');
  const last = useQuery(lastSearchQuery(type.name));
  const job = last.data?.job ?? '';
  const title = t('dup.of', { what: l(type.plural) });
  useTitle(title);
  const start = async () => {
    try {
      const least = fields.length > 0 ? undefined : SHARP[sharpness];
      await keepPreference(`duplicates.${type.name}`, await search(type.name, fields, least));
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
  };
  const rules = (type.duplicates ?? []).map(({ name }) => ({ value: name, label: reasonWords(type, [name], l) }));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        <span className="grow" />
        <Link to="/list/$entity" params={{ entity: type.name }} className="btn plain">
          <span className="btn-text">{t('dup.list')}</span>
        </Link>
      </div>
      <div className="card pad finder">
        <label className="grow">
          <span className="dim">{t('dup.by')}</span>
          <Select
            multiple
            label={t('dup.by')}
            placeholder={t('dup.byAll')}
            options={rules}
            value={fields}
            onChange={setFields}
          />
        </label>
        {fields.length === 0 && (
          <Segments
            label={t('dup.sharpness')}
            value={sharpness}
            onChange={setSharpness}
            options={(Object.keys(SHARP) as Sharpness[]).map((value) => ({ value, label: t(`dup.${value}`) }))}
          />
        )}
        <Button look="solid" icon="search" onClick={() => void start()}>
          {t('dup.start')}
        </Button>
      </div>
      {last.isPending ? (
        <Skeleton />
      ) : job ? (
        <Block key={job}>
          <Result type={type} job={job} />
        </Block>
      ) : (
        <Empty icon="search" title={t('dup.never')} />
      )}
      <Block>
        <Judged type={type} />
      </Block>
    </div>
  );
}

function Result({ type, job: id }: { type: RecordType; job: string }) {
  const { t } = useApp();
  const { data: job, error } = useQuery(jobQuery(id));
  // A job that is so old that nobody knows it any more says as much as none.
  if (error) return <Empty icon="search" title={t('dup.never')} />;
  if (!job) return <Skeleton />;
  if (!isOver(job)) {
    return (
      <div className="card pad stack" role="status">
        <span>{t('dup.running')}</span>
        <Progress value={job.done} total={job.total} label={t('dup.running')} />
      </div>
    );
  }
  const found = job.result?.['search'];
  if (typeof found !== 'string') return <Empty icon="warning" title={job.message || t(`job.${job.state}`)} />;
  return <FoundGroups key={found} type={type} search={found} />;
}
