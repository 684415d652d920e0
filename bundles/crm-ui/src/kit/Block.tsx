import i18next from 'i18next';
import { Component, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { queryClient } from '../api/queries';
import { Empty } from './Bits';
import { Button } from './Button';
import { toast } from './Toast';

const reload = () => location.reload();

/** Something in a part of the page went wrong; the rest of the application goes on. */
export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation();
  const said = error instanceof Problem ? error.message : '';
  return (
    <div role="alert" className="crash">
      <Empty icon="warning" title={said || t('error.page')}>
        {!said && error instanceof Error && <small className="dim">{error.message}</small>}
        <Button onClick={reset}>{t('error.again')}</Button>
        <Button look="quiet" onClick={reload}>
          {t('error.reload')}
        </Button>
      </Empty>
    </div>
  );
}

interface Props {
  children: ReactNode;
  /** of what lies over the page: shuts it */
  close?: () => void;
}
interface State {
  error: Error | null;
}

/**
 * Keeps the fault of one part from taking the others down: it says so in its place and can be tried again. What lies over
 * the page is shut, which is told in the corner; what was typed there is kept as when somebody shuts it.
 */
export class Block extends Component<Props, State> {
  override state: State = { error: null };
  static getDerivedStateFromError(error: Error): State {
    return { error };
  }
  private readonly reset = () => this.setState({ error: null });
  /** What was wrong may have been in an answer of the server: it is asked for anew. */
  private readonly again = async () => {
    queryClient.removeQueries({ type: 'inactive' });
    await queryClient.invalidateQueries();
    this.reset();
  };
  override componentDidCatch() {
    const { close } = this.props;
    if (!close) return;
    toast(i18next.t('error.over'), 'danger', { label: i18next.t('error.reload'), run: reload });
    close();
  }
  override componentDidUpdate(before: Props) {
    const { children, close } = this.props;
    // Once it is shut, something else may be opened in its place.
    if (this.state.error && close && children !== before.children) this.reset();
  }
  override render() {
    const { children, close } = this.props;
    const { error } = this.state;
    if (!close) return error ? <Crash error={error} reset={() => void this.again()} /> : children;
    return error ? null : <Suspense>{children}</Suspense>;
  }
}
