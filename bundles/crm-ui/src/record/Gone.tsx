import { Problem } from '../api/client';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';

export const isGone = (error: Error | null) => error instanceof Problem && error.code === 'module.absent';

/** The module was taken away while somebody worked with its records: what he typed stays below and waits for it. */
export function Gone() {
  const { t } = useApp();
  return (
    <div role="alert" className="gone">
      <Icon name="module" size={22} />
      <p>
        <strong>{t('record.gone')}</strong> <span className="dim">{t('record.goneText')}</span>
      </p>
    </div>
  );
}
