import { Link } from '@tanstack/react-router';
import { AlertLine } from '../alerts/AlertLine';
import type { Alert } from '../api/types';
import { byRecord } from '../alerts/grouped';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import type { Logging } from './HomePage';
import { useReach } from './reach';
import { Tools } from './Tools';

const shown = 5;

/** What I was told and have not read. */
export function AlertsBlock({ alerts, log }: { alerts: Alert[]; log: (what: Logging) => void }) {
  const { t } = useApp();
  const groups = byRecord(alerts).slice(0, shown);
  const reach = useReach(groups.map(([{ record }]) => record));
  return (
    <section className="card pad" aria-label={t('alert.title')}>
      <div className="row-gap block-head">
        <Icon name="bell" />
        <h2>{t('alert.title')}</h2>
        <span className="grow" />
        <Link to="/alerts">{t('home.all')}</Link>
      </div>
      <ul className="alert-lines">
        {groups.map((group) => (
          <AlertLine key={group[0].id} group={group}>
            <Tools reach={reach(group[0].record)} who={group[0].record.label} log={log} />
          </AlertLine>
        ))}
      </ul>
    </section>
  );
}
