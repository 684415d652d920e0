import { Problem } from '../api/client';
import { useApp } from '../app';
import { isTyped } from '../form/drafts';
import { Icon } from '../kit/Icon';

export const isGone = (error: Error | null) => error instanceof Problem && error.code === 'module.absent';

/** The module was taken away while somebody worked with its records: what he typed stays below and waits for it. */
export function Gone({ entity, id }: { entity: string; id?: string }) {
  const { t, boot } = useApp();
  return (
    <div role="alert" className="gone">
      <Icon name="module" size={22} />
      <p>
        <strong>{t('record.gone')}</strong>{' '}
        {isTyped(boot.user.id, entity, id) && <span className="dim">{t('record.goneText')}</span>}
      </p>
    </div>
  );
}
