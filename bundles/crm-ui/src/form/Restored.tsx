import { useApp } from '../app';
import { Button } from '../kit/Button';

/** Says that something typed earlier stands here again, and takes it away when it is not wanted. */
export function Restored({ shown, discard }: { shown: boolean; discard: () => void }) {
  const { t } = useApp();
  if (!shown) return null;
  return (
    <p className="restored" role="status">
      {t('draft.restored')} ·{' '}
      <Button look="quiet" onClick={discard}>
        {t('draft.discard')}
      </Button>
    </p>
  );
}
