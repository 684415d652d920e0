import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, at } from '../api/client';
import type { Import, ProblemPage } from '../api/imports';
import type { Job } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { WayBack } from '../undo/WayBack';
import { Joined } from './Joined';
import { Counts, type Count } from './Problems';

interface Numbers {
  created: number;
  updated: number;
  failed: number;
}

const numbersOf = (job: Job | null): Partial<Numbers> =>
  typeof job?.result === 'object' && job.result !== null && !Array.isArray(job.result)
    ? (job.result as Partial<Record<keyof Numbers, number>>)
    : {};

interface Props {
  given: Import;
  job: Job | null;
  starting: boolean;
  goOn: () => void;
}

/** What came of an import, and the refused rows to correct and bring again. */
export function Result({ given, job, starting, goOn }: Props) {
  const { t } = useApp();
  const { data } = useQuery({
    queryKey: ['import', given.id, 'summary'],
    queryFn: () => api<ProblemPage>(at('imports', given.id, 'problems')),
  });
  const told = numbersOf(job);
  const created = told.created ?? data?.summary.create ?? 0;
  const updated = told.updated ?? data?.summary.update ?? 0;
  const failed = told.failed ?? data?.summary.failed ?? 0;
  const skipped = (rows: number): Count => [t('imports.skipped'), rows, 't-warning'];
  return (
    <div className="stack">
      <h2>{t(given.state === 'stopped' ? 'imports.stoppedTitle' : 'imports.resultTitle')}</h2>
      <Counts
        counts={[
          [t('imports.created'), created, 't-success'],
          [t('imports.updated'), updated, ''],
          ...(data?.summary.skipped ? [skipped(data.summary.skipped)] : []),
          [t('imports.failed'), failed, failed > 0 ? 't-danger' : ''],
        ]}
      />
      {given.state === 'done' && <Joined given={given} />}
      <div className="row-gap wrap">
        {failed > 0 && (
          <a className="btn plain" href={at('imports', given.id, 'failed.xlsx')} download>
            <Icon name="download" size={16} />
            <span className="btn-text">{t('imports.download')}</span>
          </a>
        )}
        {given.state === 'stopped' && (
          <Button busy={starting} onClick={goOn}>
            {t('imports.goOn')}
          </Button>
        )}
        <WayBack id={given.id} question={t('undone.importTitle', { file: given.file })} act={t('undone.import')} />
        <Link to="/import" search={{ entity: given.entity }} className="btn plain">
          {t('imports.again')}
        </Link>
        <Link to="/list/$entity" params={{ entity: given.entity }} className="btn solid">
          {t('imports.open')}
        </Link>
      </div>
    </div>
  );
}
