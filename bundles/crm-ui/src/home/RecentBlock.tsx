import { Link } from '@tanstack/react-router';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { useRecent } from '../shell/recent';
import type { Logging } from './HomePage';
import { useReach } from './reach';
import { Tools } from './Tools';

/** The records a person opened last; whom one can call or write down a call about. */
export function RecentBlock({ log }: { log: (what: Logging) => void }) {
  const { t, l, entity } = useApp();
  const recent = useRecent().recent.slice(0, 10);
  const reach = useReach(recent);
  return (
    <section className="card pad" aria-label={t('home.recent')}>
      <div className="row-gap block-head">
        <Icon name="history" />
        <h2>{t('home.recent')}</h2>
        {recent.length === 0 && <small className="dim">{t('home.noRecent')}</small>}
      </div>
      <ul className="plain-list">
        {recent.map((record) => (
          <li key={record.entity + record.id}>
            <Icon name={entity(record.entity)?.icon} size={16} />
            <Link to="/record/$entity/$id" params={{ entity: record.entity, id: record.id }} className="tx grow">
              {record.label}
            </Link>
            <small className="dim">{l(entity(record.entity)?.label)}</small>
            <Tools reach={reach(record)} who={record.label} log={log} />
          </li>
        ))}
      </ul>
    </section>
  );
}
