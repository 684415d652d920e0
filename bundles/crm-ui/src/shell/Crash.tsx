import { Link } from '@tanstack/react-router';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { Empty } from '../kit/Bits';
import { Button } from '../kit/Button';
import { useTitle } from './useTitle';

/** Something in a page went wrong; the rest of the application goes on. */
export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation();
  const said = error instanceof Problem ? error.message : '';
  return (
    <div role="alert">
      <Empty icon="warning" title={said || t('error.page')}>
        {!said && error instanceof Error && <small className="dim">{error.message}</small>}
        <Button onClick={reset}>{t('error.again')}</Button>
      </Empty>
    </div>
  );
}

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

interface State {
  error: Error | null;
}

/** Keeps the fault of one block from taking the page down. */
export class Block extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };
  static getDerivedStateFromError(error: Error): State {
    return { error };
  }
  override render() {
    const { error } = this.state;
    return error ? <Crash error={error} reset={() => this.setState({ error: null })} /> : this.props.children;
  }
}
