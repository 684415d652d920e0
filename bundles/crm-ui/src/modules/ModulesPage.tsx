import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { at, post, upload } from '../api/client';
import { jobQuery, modulesQuery } from '../api/queries';
import type { Job, ModuleInfo, Tone } from '../api/types';
import { useApp } from '../app';
import { FileDrop } from '../form/FileDrop';
import { Block } from '../kit/Block';
import { Empty, Pill, Progress, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { confirm } from '../kit/confirm';
import { Icon } from '../kit/Icon';
import { toast } from '../kit/Toast';
import { watchJob } from '../shell/Jobs';
import { useTitle } from '../shell/useTitle';

const tones: Record<ModuleInfo['state'], Tone> = {
  installed: 'success',
  available: 'neutral',
  upgradable: 'info',
  failed: 'danger',
  installing: 'info',
  upgrading: 'info',
  removing: 'info',
};

const isBusy = ({ state }: ModuleInfo) => ['installing', 'upgrading', 'removing'].includes(state);

/** What the product can do more: modules to install and remove while everybody goes on working. */
export default function ModulesPage() {
  const { t } = useApp();
  const { data, error, refetch } = useQuery(modulesQuery);
  const [jobs, setJobs] = useState<Record<string, string>>({});
  const client = useQueryClient();
  useTitle(t('modules.title'));
  const follow = (id: string, job: string) => {
    setJobs((now) => ({ ...now, [id]: job }));
    watchJob(job, () => {
      setJobs((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
      void client.invalidateQueries({ queryKey: ['modules'] });
      void client.invalidateQueries({ queryKey: ['bootstrap'] });
    });
  };
  const run = async (id: string, verb: 'install' | 'uninstall') => {
    try {
      follow(id, (await post<{ job: string }>(at('modules', id, verb))).job);
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  const send = async (file: File) => run((await upload<{ id: string }>('/api/modules', file)).id, 'install');
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('modules.title')}</h1>
      </div>
      {error && !data && <Failed error={error} again={refetch} />}
      {!data && !error && <Skeleton />}
      {data?.length === 0 && <Empty icon="module" title={t('modules.none')} />}
      <div className="module-cards">
        {data?.map((module) => (
          <Block key={module.id}>
            <ModuleCard module={module} job={jobs[module.id]} run={(verb) => void run(module.id, verb)} />
          </Block>
        ))}
        <FileDrop label={t('modules.upload')} accept=".kar" send={send} />
      </div>
    </div>
  );
}

interface CardProps {
  module: ModuleInfo;
  job: string | undefined;
  run: (verb: 'install' | 'uninstall') => void;
}

/** What a build adds for itself tells people nothing. */
const released = (version: string) => version.replace(/[.-]SNAPSHOT$/, '');

function ModuleCard({ module, job, run }: CardProps) {
  const { t, l } = useApp();
  const { data } = useQuery({ ...jobQuery(job ?? ''), enabled: job !== undefined });
  const there = module.state === 'installed' || module.state === 'upgradable';
  const remove = async () => {
    const title = t('modules.uninstallSure', { name: l(module.label) });
    const question = { title, text: t('modules.uninstallText'), ok: t('modules.uninstall'), danger: true };
    if (await confirm(question)) run('uninstall');
  };
  return (
    <section className="card pad module-card" aria-label={l(module.label)}>
      <div className="row-gap">
        <span className="module-icon">
          <Icon name="module" size={22} />
        </span>
        <span className="two-lines grow">
          <strong>{l(module.label)}</strong>
          {module.version && <small>{t('modules.version', { version: released(module.version) })}</small>}
        </span>
        <Pill tone={tones[module.state]}>{t(`modules.${module.state}`)}</Pill>
      </div>
      <p className="grow-y">{l(module.description)}</p>
      {module.message && <p className={module.state === 'failed' ? 'error' : 'dim'}>{module.message}</p>}
      {job !== undefined || isBusy(module) ? (
        <Working job={data} />
      ) : (
        <div className="row-gap end">
          {there && (
            <Button look="danger" onClick={() => void remove()}>
              {t('modules.uninstall')}
            </Button>
          )}
          {module.state === 'upgradable' && (
            <Button look="solid" onClick={() => run('install')}>
              {t('modules.upgrade', { version: released(module.newest ?? '') })}
            </Button>
          )}
          {!there && (
            <Button look="solid" onClick={() => run('install')}>
              {t('modules.install')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Working({ job }: { job: Job | undefined }) {
  const { t } = useApp();
  return (
    <div role="status">
      <p className="dim">{t('modules.working')}</p>
      <Progress value={job?.done ?? 0} total={job?.total} label={t('modules.working')} />
    </div>
  );
}
