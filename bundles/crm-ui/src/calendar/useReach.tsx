import { useState, type ReactNode } from 'react';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';

/** One time of what comes back, that and all that follow, or all. */
export type Reach = 'one' | 'onwards' | 'all';

/** Asks how far a change of something that comes back shall reach; null when it shall not be done at all. */
export function useReach(): { askReach: () => Promise<Reach | null>; dialog: ReactNode } {
  const { t } = useApp();
  const [asked, setAsked] = useState<{ answer: (reach: Reach | null) => void } | null>(null);
  const askReach = () =>
    new Promise<Reach | null>((resolve) => {
      setAsked({
        answer: (reach) => {
          setAsked(null);
          resolve(reach);
        },
      });
    });
  const dialog = asked && (
    <Dialog title={t('repeat.which')} onClose={() => asked.answer(null)} width={380}>
      <div className="stack">
        {(['one', 'onwards', 'all'] as const).map((reach) => (
          <Button key={reach} look={reach === 'one' ? 'solid' : 'plain'} onClick={() => asked.answer(reach)}>
            {t(`repeat.${reach}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
  return { askReach, dialog };
}
