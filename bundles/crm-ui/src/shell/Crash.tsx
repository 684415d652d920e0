import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAway } from '../api/queries';
import { Empty } from '../kit/Bits';
import { Button } from '../kit/Button';
import { useTitle } from './useTitle';

/** Nothing can be shown at this address, and why; from here it goes home. */
export function DeadEnd({ icon = 'warning', title, children }: { icon?: string; title: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Empty icon={icon} title={title}>
      {children}
      <Link to="/" className="btn solid">
        {t('nav.home')}
      </Link>
    </Empty>
  );
}

/** What a page shows could not be fetched: why, and where it may help a way to ask again. */
export function NotFetched({ error, again }: { error: Error; again: () => unknown }) {
  const { t } = useTranslation();
  return (
    <DeadEnd title={error.message}>
      {isAway(error) && <Button onClick={() => void again()}>{t('error.again')}</Button>}
    </DeadEnd>
  );
}

/** There is nothing at this address; the menu and the way home are still there. */
export function Missing() {
  const { t } = useTranslation();
  useTitle(t('error.noPage'));
  return <DeadEnd icon="search" title={t('error.noPage')} />;
}

/** The page is there, but not for this person. */
export function NoRight({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <DeadEnd icon="lock" title={t('error.noRight')}>
      {children}
    </DeadEnd>
  );
}
