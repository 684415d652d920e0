import { useInfiniteQuery } from '@tanstack/react-query';
import { historyQuery } from '../api/queries';
import type { Change, RecordType } from '../api/types';
import { useApp } from '../boot/app';
import { Avatar, Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { wordsOf } from '../meta/Value';

const verbs = ['create', 'update', 'delete', 'restore'] as const;
type Verb = (typeof verbs)[number];

/** Who changed what, and when. */
export function History({ type, id }: { type: RecordType; id: string }) {
  const { t, fmt } = useApp();
  const query = useInfiniteQuery(historyQuery(type.name, id));
  if (query.error) return <Empty icon="warning" title={query.error.message} />;
  if (!query.data) return <Skeleton />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty icon="history" title={t('history.none')} />;
  return (
    <div className="stack">
      <ol className="timeline">
        {items.map((item) => (
          <li key={item.id}>
            <Avatar name={item.by?.label ?? '?'} />
            <div className="grow">
              <span className="strong">{item.by?.label}</span>{' '}
              <span>{verbs.includes(item.verb as Verb) ? t(`history.${item.verb as Verb}`) : item.verb}</span>{' '}
              <small className="dim">{fmt.moment(item.at)}</small>
              <Changes type={type} changes={item.changes} />
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('history.more')}</Button>}
    </div>
  );
}

export function Changes({ type, changes }: { type: RecordType; changes: Change[] }) {
  const app = useApp();
  const words = (name: string, value: unknown) => {
    const field = type.fields.find((one) => one.name === name);
    return (field ? wordsOf(field, value, app) : typeof value === 'object' ? '' : String(value ?? '')) || '–';
  };
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.field}>
          <span className="dim">{app.l(change.label)}</span> {words(change.field, change.old)} →{' '}
          <b>{words(change.field, change.new)}</b>
        </li>
      ))}
    </ul>
  );
}
