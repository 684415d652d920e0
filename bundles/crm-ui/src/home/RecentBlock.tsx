import { Link } from '@tanstack/react-router';
import { useApp } from '../boot/app';
import { Empty } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { useRecent } from '../shell/recent';
import { Call } from './Call';
import type { Logging } from './HomePage';

/** The records a person opened last; whom one can call or write down a call about. */
export function RecentBlock({ log }: { log: (what: Logging) => void }) {
  const { t, l, entity } = useApp();
  const { recent } = useRecent();
  return (
    <section className="card pad" aria-label={t('home.recent')}>
      <div className="row-gap block-head">
        <Icon name="history" />
        <h2>{t('home.recent')}</h2>
      </div>
      {recent.length === 0 && <Empty icon="history" title={t('home.noRecent')} />}
      <ul className="plain-list">
        {recent.slice(0, 10).map((record) => (
          <li key={record.entity + record.id}>
            <Icon name={entity(record.entity)?.icon} size={16} />
            <Link to="/record/$entity/$id" params={{ entity: record.entity, id: record.id }} className="tx grow">
              {record.label}
            </Link>
            <small className="dim">{l(entity(record.entity)?.label)}</small>
            {record.phone && <Call number={record.phone} who={record.label} />}
            {record.logs && entity('activity')?.create && (
              <IconButton
                icon="note"
                label={t('log.about', { what: record.label })}
                onClick={() => log({ about: { entity: record.entity, id: record.id, label: record.label } })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
