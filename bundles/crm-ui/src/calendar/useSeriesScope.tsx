import { useState, type ReactNode } from 'react';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';

/** One time of what comes back, that and all that follow, or all. */
export type SeriesScope = 'one' | 'onwards' | 'all';

/** Asks how far a change of something that comes back shall reach; null when it shall not be done at all. */
export function useSeriesScope(): { askScope: () => Promise<SeriesScope | null>; dialog: ReactNode } {
  const { t } = useApp();
  const [asked, setAsked] = useState<{ answer: (scope: SeriesScope | null) => void } | null>(null);
  const askScope = () =>
    new Promise<SeriesScope | null>((resolve) => {
      setAsked({
        answer: (scope) => {
          setAsked(null);
          resolve(scope);
        },
      });
    });
  const dialog = asked && (
    <Dialog title={t('repeat.which')} onClose={() => asked.answer(null)} width={380}>
      <div className="stack">
        {(['one', 'onwards', 'all'] as const).map((scope) => (
          <Button key={scope} look={scope === 'one' ? 'solid' : 'plain'} onClick={() => asked.answer(scope)}>
            {t(`repeat.${scope}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
  return { askScope, dialog };
}
