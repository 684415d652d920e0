import { useState } from 'react';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { answer } from './api';

/** Says whether one takes part in an activity. */
export function Answer({ activity }: { activity: string }) {
  const { t } = useApp();
  const [busy, setBusy] = useState(false);
  const say = async (said: 'accepted' | 'declined') => {
    setBusy(true);
    try {
      await answer(activity, said);
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row-gap">
      <Button icon="check" busy={busy} onClick={() => void say('accepted')}>
        {t('alert.accept')}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => void say('declined')}>
        {t('alert.decline')}
      </Button>
    </div>
  );
}
