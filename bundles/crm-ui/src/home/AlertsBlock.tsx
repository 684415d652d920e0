import { Link } from '@tanstack/react-router';
import { AlertLine } from '../alerts/AlertLine';
import type { Alert } from '../api/types';
import { byRecord } from '../alerts/grouped';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';

const shown = 5;

/** What I was told and have not read. */
export function AlertsBlock({ alerts }: { alerts: Alert[] }) {
  const { t } = useApp();
  return (
    <section className="card pad" aria-label={t('alert.title')}>
      <div className="row-gap block-head">
        <Icon name="bell" />
        <h2>{t('alert.title')}</h2>
        <span className="grow" />
        <Link to="/alerts">{t('home.all')}</Link>
      </div>
      <ul className="alert-lines">
        {byRecord(alerts)
          .slice(0, shown)
          .map((group) => (
            <AlertLine key={group[0].id} group={group} />
          ))}
      </ul>
    </section>
  );
}
