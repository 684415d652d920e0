import i18next from 'i18next';
import { Component, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { bootstrapQuery, queryClient } from '../api/queries';
import { Empty } from './Bits';
import { Button } from './Button';
import { copied } from './copied';
import { toast } from './Toast';

const reload = () => location.reload();

/** What whoever mends it wants to know: where and when it was, in which version, and what was wrong. */
function reportOf(error: unknown): string {
  const version = queryClient.getQueryData(bootstrapQuery.queryKey)?.version ?? '';
  const where = location.pathname + location.search;
  const asked = error instanceof Problem ? JSON.stringify({ status: error.status, ...error.body }) : '';
  const what = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return [`Sala ${version} · ${new Date().toISOString()}`, where, asked, what].filter(Boolean).join('\n');
}

/** Something in a part of the page went wrong; the rest of the application goes on. */
export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation();
  const said = error instanceof Problem ? error.message : '';
  const [report] = useState(() => reportOf(error));
  return (
    <div role="alert" className="crash">
      <Empty icon="warning" title={said || t('error.page')}>
        <Button onClick={reset}>{t('error.again')}</Button>
        <Button look="quiet" onClick={reload}>
          {t('error.reload')}
        </Button>
        <Button look="quiet" icon="copy" onClick={() => void copied(report, t('error.copied'))}>
          {t('error.copy')}
        </Button>
        <details className="folded">
          <summary>{t('error.details')}</summary>
          <pre>{report}</pre>
        </details>
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
