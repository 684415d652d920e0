import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { lazily } from '../kit/lazily';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { Pop } from '../kit/Pop';
import { mostUnread, unreadQuery } from './api';
import { bellOpensBy } from './opening';

const BellPanel = lazily(() => import('./BellPanel'));

/** How much there is that I have not read; its number also stands on the icon of the installed window. */
export function Bell() {
  const { t } = useApp();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  useEffect(() => {
    if (unread > 0) void navigator.setAppBadge?.(unread);
    else void navigator.clearAppBadge?.();
  }, [unread]);
  const number = unread >= mostUnread ? `${mostUnread - 1}+` : String(unread);
  return (
    <Pop
      label={t('alert.title')}
      align="end"
      width={340}
      openedBy={bellOpensBy}
      trigger={(props) => (
        <button
          type="button"
          className="btn quiet icon-only bell"
          {...props}
          aria-label={unread > 0 ? t('alert.unreadOf', { number }) : t('alert.title')}
        >
          <Icon name="bell" size={19} />
          {unread > 0 && <b aria-hidden>{number}</b>}
        </button>
      )}
    >
      {(close) => (
        <Suspense fallback={<Skeleton />}>
          <BellPanel close={close} />
        </Suspense>
      )}
    </Pop>
  );
}
