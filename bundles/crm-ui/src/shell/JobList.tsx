import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { fetchFile } from '../api/download';
import { isOver, jobsQuery } from '../api/queries';
import type { Job, Tone } from '../api/types';
import { useApp } from '../app';
import { useNames } from '../form/useNames';
import { Empty, Pill, Progress, Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Failed } from '../kit/Failed';
import { lazily } from '../kit/lazily';
import { WayBack } from '../undo/WayBack';
import '../undo/undo.css';

const JobResult = lazily(() => import('./JobResult'));

const tones: Record<Job['state'], Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
};

/** What one has done to many records: how far it is, what became of it, its file and the way back; also of others. */
export default function JobList({ close }: { close: () => void }) {
  const { t, boot } = useApp();
  const [of, setOf] = useState<'me' | 'all'>('me');
  const { data, error, refetch } = useQuery(jobsQuery(of));
  const whose = useNames('user', of === 'all' ? [...new Set(data?.items.map(({ user }) => user))] : []);
  const [shown, show] = useState<Job>();
  if (shown)
    return (
      <Suspense>
        <JobResult job={shown} close={() => show(undefined)} />
      </Suspense>
    );
  return (
    <Dialog title={t(of === 'all' ? 'job.all' : 'job.mine')} onClose={close} width={720}>
      {boot.user.admin && (
        <Segments
          label={t('job.of')}
          value={of}
          onChange={setOf}
          options={[
            { value: 'me', label: t('job.ofMe') },
            { value: 'all', label: t('job.ofAll') },
          ]}
        />
      )}
      {error && !data ? (
        <Failed error={error} again={refetch} />
      ) : !data ? (
        <Skeleton lines={5} />
      ) : data.items.length === 0 ? (
        <Empty icon="history" title={t('job.none')} />
      ) : (
        <ul className="former-list">
          {data.items.map((job) => (
            <Line
              key={job.id}
              job={job}
              who={whose.find(({ id }) => id === job.user)?.label}
              details={() => show(job)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Line({ job, who, details }: { job: Job; who: string | undefined; details: () => void }) {
  const { t, l, fmt } = useApp();
  const label = l(job.label);
  const { done = 0, failed = 0, left = 0, undo, file } = job.result ?? {};
  return (
    <li>
      <strong>{label}</strong>
      <span className="dim">{[job.startedAt && fmt.moment(job.startedAt), who].filter(Boolean).join(' · ')}</span>
      <Pill tone={tones[job.state]}>{t(`job.${job.state}`)}</Pill>
      <span className="grow num">
        {!isOver(job) ? (
          <Progress value={job.done} total={job.total} label={label} />
        ) : (
          job.message || (job.result && t('job.result', { done: fmt.number(done), failed: fmt.number(failed + left) }))
        )}
      </span>
      {failed + left > 0 && <Button onClick={details}>{t('job.details')}</Button>}
      {file && (
        <Button icon="download" onClick={() => fetchFile(job)}>
          {t('job.fetch')}
        </Button>
      )}
      {undo && <WayBack id={undo} question={t('undone.jobTitle', { what: label })} act={t('job.undo')} />}
    </li>
  );
}
