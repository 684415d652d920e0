import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchFile } from '../api/download';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { isOver, jobQuery, queryClient } from '../api/queries';
import type { Job } from '../api/types';
import { useApp } from '../app';
import { Progress } from '../kit/Bits';
import { store } from '../kit/store';
import { toast } from '../kit/Toast';
import { startUndo } from '../undo/api';

const JobResult = lazily(() => import('./JobResult'));

interface Watched {
  id: string;
  done?: ((job: Job) => void) | undefined;
}

const jobs = store<Watched[]>([]);

/** Shows the progress of a job of the server in a corner while the person goes on working. */
export function watchJob(id: string, done?: (job: Job) => void): void {
  jobs.set([...jobs.now(), { id, done }]);
}

/** Puts back what a job changed, as far as nobody changed it since. */
export async function takeBack(undo: string, over?: () => void): Promise<void> {
  try {
    watchJob((await startUndo(undo)).job, over);
  } catch (error) {
    over?.();
    toast((error as Error).message, 'danger');
  }
}

export function JobWatch() {
  const [ended, end] = useState<Job>();
  const all = jobs.use();
  return (
    <div className="jobs">
      {all.map((job) => (
        <JobLine key={job.id} watched={job} end={end} />
      ))}
      <Block close={() => end(undefined)}>{ended && <JobResult job={ended} close={() => end(undefined)} />}</Block>
    </div>
  );
}

function JobLine({ watched, end }: { watched: Watched; end: (job: Job) => void }) {
  const { t, l, fmt } = useApp();
  const { data: job, error } = useQuery(jobQuery(watched.id));
  useEffect(() => {
    if (!isOver(job) && !error) return;
    jobs.set(jobs.now().filter((other) => other.id !== watched.id));
    if (error) toast(error.message, 'danger');
    if (!job || !isOver(job)) return;
    const words = [l(job.label), job.message || t(`job.${job.state}`)].filter(Boolean).join(': ');
    const told = job.kind === 'bulk' || job.kind === 'undo';
    if (told && (job.result?.failed ?? 0) + (job.result?.left ?? 0) > 0) end(job);
    else {
      const { undo, file } = job.result ?? {};
      const back = undo
        ? { label: t('job.undo'), run: () => void takeBack(undo) }
        : file
          ? { label: t('job.fetch'), run: () => fetchFile(job) }
          : undefined;
      const number = told ? ` (${fmt.number(job.result?.done ?? 0)})` : '';
      toast(words + number, job.state === 'done' ? 'success' : job.state === 'failed' ? 'danger' : 'warning', back);
    }
    watched.done?.(job);
    void queryClient.invalidateQueries({ queryKey: ['records'] });
    void queryClient.invalidateQueries({ queryKey: ['record'] });
    for (const told of job.kind === 'undo' ? ['undo', 'imports', 'jobs'] : [])
      void queryClient.invalidateQueries({ queryKey: [told] });
    // Only the state of the job decides; words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [job?.state, error]);
  const label = job ? l(job.label) : t('job.waiting');
  return (
    <div className="job card">
      <div className="row-gap">
        <span className="grow">{label}</span>
        <span className="dim num">{job?.total ? `${fmt.number(job.done)} / ${fmt.number(job.total)}` : ''}</span>
      </div>
      <Progress value={job?.done ?? 0} total={job?.total} label={label} />
    </div>
  );
}
