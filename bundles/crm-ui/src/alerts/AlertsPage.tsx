import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { useMore } from '../api/useMore';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { TabPanel, Tabs } from '../kit/Tabs';
import { useTitle } from '../shell/useTitle';
import { AlertLine } from './AlertLine';
import { alertsQuery, markAllRead } from './api';
import { byRecord } from './grouped';

const ChoiceDialog = lazily(() => import('./ChoiceDialog'));
const tabs = ['all', 'unread', 'resource', 'mention'] as const;

/** Everything I was told, by record. */
export default function AlertsPage() {
  const { t } = useApp();
  const [which, setWhich] = useState<string>('unread');
  const [choosing, setChoosing] = useState(false);
  const alerts = useInfiniteQuery(alertsQuery(which));
  const { data, error, refetch, hasNextPage, isFetchingNextPage } = alerts;
  const more = useMore(alerts);
  const groups = byRecord(data?.pages.flatMap((page) => page.alerts) ?? []);
  useTitle(t('alert.title'));
  return (
    <div className="page narrow-page">
      <div className="page-head wrap">
        <h1 className="grow">{t('alert.title')}</h1>
        <Button icon="check" className="short" onClick={() => void markAllRead()}>
          {t('alert.readAll')}
        </Button>
        <Button icon="settings" className="short" onClick={() => setChoosing(true)}>
          {t('alert.choose')}
        </Button>
      </div>
      <Tabs
        label={t('alert.title')}
        value={which}
        onChange={setWhich}
        tabs={tabs.map((id) => ({ id, label: t(`alertTab.${id}`) }))}
      />
      <TabPanel id={which}>
        <div className="card pad">
          {error && !data && <Failed error={error} again={refetch} />}
          {!data && !error && <Skeleton lines={8} />}
          {data && groups.length === 0 && (
            <Empty icon="bell" title={t(which === 'unread' ? 'alert.noneUnread' : 'alert.none')} />
          )}
          <ul className="alert-lines">
            {groups.map((group) => (
              <Block key={group[0].id}>
                <AlertLine group={group} />
              </Block>
            ))}
          </ul>
          {hasNextPage && (
            <Button look="quiet" busy={isFetchingNextPage} onClick={more}>
              {t('alert.older')}
            </Button>
          )}
        </div>
      </TabPanel>
      <Block close={() => setChoosing(false)}>{choosing && <ChoiceDialog close={() => setChoosing(false)} />}</Block>
    </div>
  );
}
