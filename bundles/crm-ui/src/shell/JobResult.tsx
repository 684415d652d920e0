import type { Job } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { lazily } from '../kit/lazily';
import { takeBack } from './Jobs';

const LeftList = lazily(() => import('../undo/LeftList'));

/** What a job over several records did, and which it could not do and why. */
export default function JobResult({ job, close }: { job: Job; close: () => void }) {
  const { t, l, fmt } = useApp();
  const { done = 0, failed = 0, left = 0, refusals = [], undo, of } = job.result ?? {};
  const footer = (
    <>
      {undo && (
        <Button
          icon="restore"
          onClick={() => {
            close();
            void takeBack(undo);
          }}
        >
          {t('job.undo')}
        </Button>
      )}
      <Button look="solid" onClick={close}>
        {t('act.close')}
      </Button>
    </>
  );
  return (
    <Dialog title={l(job.label)} onClose={close} footer={footer}>
      <p>{t('job.result', { done: fmt.number(done), failed: fmt.number(failed + left) })}</p>
      <ul className="refusals">
        {refusals.map((refusal) => (
          <li key={refusal.id}>
            <strong>{refusal.label || refusal.id}</strong> <span className="dim">{refusal.message}</span>
          </li>
        ))}
      </ul>
      {failed > refusals.length && (
        <p className="dim">{t('job.more', { number: fmt.number(failed - refusals.length) })}</p>
      )}
      <Block close={close}>{left > 0 && of && <LeftList undo={of} close={close} />}</Block>
    </Dialog>
  );
}
