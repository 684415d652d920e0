import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, at, post } from '../api/client';
import type { Import } from '../api/imports';
import { isOver, jobQuery } from '../api/queries';
import type { EntityName, Job } from '../api/types';
import { useApp } from '../app';
import { FileDrop } from '../form/FileDrop';
import { Progress, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { dropped } from '../shell/useDropToImport';
import { useTitle } from '../shell/useTitle';
import { begin } from './begin';
import { Former } from './Former';
import { Mapping } from './Mapping';
import { Problems } from './Problems';
import { Result } from './Result';

type Step = 'map' | 'checking' | 'check' | 'running' | 'result';
const numbers: Record<Step | 'file', number> = { file: 1, map: 2, checking: 3, check: 3, running: 4, result: 5 };

/** Where somebody comes in who left the page meanwhile. */
const arrivedAt: Record<string, Step> = {
  checking: 'checking',
  checked: 'check',
  running: 'running',
  stopped: 'result',
  done: 'result',
};

/** Brings customer data in from a file: map, check every row, run, see what was refused and why. */
export default function ImportPage() {
  const { t } = useApp();
  const { id } = useSearch({ from: '/import' });
  useTitle(t('imports.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('imports.title')}</h1>
      </div>
      {id ? <Running key={id} id={id} /> : <ChooseFile />}
    </div>
  );
}

function Steps({ at: step }: { at: Step | 'file' }) {
  const { t } = useApp();
  const now = numbers[step];
  const words = [t('imports.step1'), t('imports.step2'), t('imports.step3'), t('imports.step4'), t('imports.step5')];
  return (
    <ol className="steps" aria-label={t('imports.steps')} tabIndex={0}>
      {words.map((word, i) => (
        <li
          key={word}
          className={i + 1 === now ? 'now' : i + 1 < now ? 'done' : ''}
          aria-current={i + 1 === now ? 'step' : undefined}
        >
          <b>{i + 1}</b> <span>{word}</span>
        </li>
      ))}
    </ol>
  );
}

/** The kind one comes from; else customers come first, as an office begins with them. */
const firstOf = (offered: EntityName[], from: string | undefined) =>
  (offered.find((one) => one.name === from) ?? offered.find((one) => one.name === 'account') ?? offered[0])?.name ??
  null;

function ChooseFile() {
  const { t, l, boot } = useApp();
  const navigate = useNavigate();
  const search = useSearch({ from: '/import' });
  const offered = boot.entities.filter((one) => one.import);
  const [entity, setEntity] = useState<string | null>(firstOf(offered, search.entity));
  const given = dropped.use();
  useEffect(() => () => dropped.set(null), []);
  const send = async (file: File) => {
    if (!entity) return;
    const { id } = await begin(entity, file);
    await navigate({ to: '/import', search: { entity, id } });
  };
  return (
    <>
      <Steps at="file" />
      <div className="card pad stack narrow">
        <Field label={given ? t('imports.holds', { file: given.name }) : t('imports.what')}>
          {(ids) => (
            <Select
              id={ids.id}
              value={entity}
              options={offered.map((one) => ({ value: one.name, label: l(one.plural) }))}
              onChange={setEntity}
            />
          )}
        </Field>
        {given ? (
          <Given file={given} send={send} other={() => dropped.set(null)} />
        ) : (
          <FileDrop label={t('imports.drop')} accept=".csv,.txt,.xlsx,.vcf" send={send} />
        )}
        {entity && (
          <a className="btn quiet" href={at('imports', 'template', `${entity}.xlsx`)} download>
            <Icon name="download" size={16} />
            <span className="btn-text">{t('imports.template')}</span>
          </a>
        )}
      </div>
      <Former />
    </>
  );
}

/** A file that came by itself: what it holds is chosen above, then it is sent. */
function Given({ file, send, other }: { file: File; send: (file: File) => Promise<void>; other: () => void }) {
  const { t } = useApp();
  const [busy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    send(file).catch((problem: Error) => {
      toast(problem.message, 'danger');
      setBusy(false);
    });
  };
  return (
    <div className="row-gap end">
      <Button onClick={other}>{t('imports.otherFile')}</Button>
      <Button look="solid" busy={busy} onClick={go}>
        {t('imports.takeUp')}
      </Button>
    </div>
  );
}

function Running({ id }: { id: string }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id],
    queryFn: () => api<Import>(at('imports', id)),
  });
  const [chosen, setStep] = useState<Step | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [last, setLast] = useState<Job | null>(null);
  const [busy, setBusy] = useState(false);
  if (error && !data) return <Failed error={error} again={refetch} />;
  if (!data) return <Skeleton lines={6} />;
  const step = chosen ?? arrivedAt[data.state] ?? 'map';
  const working = job ?? data.job;
  const start = async (verb: 'check' | 'run') => {
    setBusy(true);
    try {
      setJob((await post<{ job: string }>(at('imports', id, verb))).job);
      setStep(verb === 'check' ? 'checking' : 'running');
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const finished = (over: Job) => {
    setLast(over);
    setJob(null);
    if (over.state === 'failed') toast(over.message || t('imports.wrong'), 'danger');
    setStep(over.state !== 'done' ? null : step === 'checking' ? 'check' : 'result');
    void client.invalidateQueries({ queryKey: ['import', id] });
    void client.invalidateQueries({ queryKey: ['records', data.entity] });
  };
  return (
    <>
      <Steps at={step} />
      {step === 'map' && <Mapping given={data} starting={busy} check={() => void start('check')} />}
      {(step === 'checking' || step === 'running') && working && (
        <Waiting
          job={working}
          label={t(step === 'checking' ? 'imports.checking' : 'imports.running')}
          finished={finished}
        />
      )}
      {step === 'check' && (
        <Problems
          given={data}
          starting={busy}
          back={() => setStep('map')}
          again={() => void start('check')}
          run={() => void start('run')}
        />
      )}
      {step === 'result' && <Result given={data} job={last} starting={busy} goOn={() => void start('run')} />}
    </>
  );
}

function Waiting({ job: id, label, finished }: { job: string; label: string; finished: (job: Job) => void }) {
  const { t, fmt } = useApp();
  const { data: job } = useQuery(jobQuery(id));
  const over = isOver(job);
  useEffect(() => {
    if (job && over) finished(job);
    // Told once, when the job ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);
  const stop = () => api(at('jobs', id), { method: 'DELETE' }).catch((error: Error) => toast(error.message, 'danger'));
  return (
    <div className="card pad stack narrow" role="status">
      <div className="row-gap">
        <strong className="grow">{label}</strong>
        <span className="num dim">{job?.total ? `${fmt.number(job.done)} / ${fmt.number(job.total)}` : ''}</span>
      </div>
      <Progress value={job?.done ?? 0} total={job?.total} label={label} />
      <p className="dim">{t('imports.leave')}</p>
      <div className="row-gap end">
        <Button onClick={() => void stop()}>{t('imports.cancel')}</Button>
      </div>
    </div>
  );
}
