import { useState } from 'react';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { answer } from './api';

export type Said = 'none' | 'accepted' | 'declined';

/** Says whether one takes part in an activity, or changes what one said. */
export function Answer({ activity, said = 'none' }: { activity: string; said?: Said }) {
  const { t } = useApp();
  const [busy, setBusy] = useState(false);
  const say = async (now: Exclude<Said, 'none'>) => {
    setBusy(true);
    try {
      await answer(activity, now);
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row-gap">
      {said !== 'accepted' && (
        <Button icon="check" busy={busy} onClick={() => void say('accepted')}>
          {t('alert.accept')}
        </Button>
      )}
      {said !== 'declined' && (
        <Button look="quiet" disabled={busy} onClick={() => void say('declined')}>
          {t('alert.decline')}
        </Button>
      )}
    </div>
  );
}
