import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { AlertLine } from './AlertLine';
import { byRecord } from './grouped';
import { markAllRead, unreadQuery } from './api';

const shown = 8;

/** The newest that I have not read. */
export default function BellPanel({ close }: { close: () => void }) {
  const { t } = useApp();
  const { data } = useQuery(unreadQuery);
  const groups = byRecord(data?.alerts ?? []).slice(0, shown);
  return (
    <div className="bell-panel">
      <div className="row-gap block-head">
        <h2 className="grow">{t('alert.title')}</h2>
        {groups.length > 0 && (
          <Button look="quiet" icon="check" onClick={() => void markAllRead()}>
            {t('alert.readAll')}
          </Button>
        )}
      </div>
      {!data && <Skeleton />}
      {data && groups.length === 0 && <Empty icon="bell" title={t('alert.noneUnread')} />}
      <ul className="alert-lines">
        {groups.map((group) => (
          <AlertLine key={group[0].id} group={group} onOpen={close} />
        ))}
      </ul>
      <Link to="/alerts" className="all-alerts" onClick={close}>
        {t('alert.all')}
      </Link>
    </div>
  );
}
