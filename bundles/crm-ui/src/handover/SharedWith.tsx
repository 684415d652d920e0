import { useQuery } from '@tanstack/react-query';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { lastDay, levels, sharesQuery } from './sharing';
import { WhyButton } from './WhyButton';

/** With whom a record is shared, where it is at all. */
export function SharedWith({ type, id }: { type: RecordType; id: string }) {
  const { t, fmt, called } = useApp();
  const { data } = useQuery(sharesQuery(type.name, id));
  const now = new Date().toISOString();
  const alive = data?.filter((share) => !share.until || share.until > now) ?? [];
  if (alive.length === 0) return null;
  return (
    <div className="shared-with">
      <Icon name="share" size={16} />
      <span className="dim">{t('share.sharedWith')}</span>
      <ul aria-label={t('share.sharedWith')}>
        {alive.map(({ principal, until, ...share }) => {
          const may = levels.filter((level) => share[level]).map((level) => t(`share.${level}`));
          const end = until ? ` – ${t('share.untilDay', { day: fmt.day(lastDay(until, fmt.dayOf)) })}` : '';
          return (
            <li key={principal.id}>
              <strong>{called(principal)}</strong> <span className="dim">{`${may.join(', ')}${end}`}</span>
            </li>
          );
        })}
      </ul>
      <WhyButton type={type} id={id} />
    </div>
  );
}
