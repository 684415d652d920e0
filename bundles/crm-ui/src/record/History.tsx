import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { historyQuery } from '../api/queries';
import type { HistoryItem, RecordType } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp, type App } from '../app';
import { Avatar, Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { lazily } from '../kit/lazily';
import { Changes, useVerb } from './Changes';

const Recent = lazily(() => import('../merge/Recent'));

/** Who did it: a person, or Sala by itself. */
const byOf = (item: HistoryItem, { called }: Pick<App, 'called'>) => called(item.by) || 'Sala CRM';

/** Who changed what, and when. */
export function History({ type, id }: { type: RecordType; id: string }) {
  const app = useApp();
  const { t, fmt } = app;
  const verbOf = useVerb();
  const query = useInfiniteQuery(historyQuery(type.name, id));
  const more = useMore(query);
  if (!query.data) return query.error ? <Failed error={query.error} again={query.refetch} /> : <Skeleton />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty icon="history" title={t('history.none')} />;
  return (
    <div className="stack">
      {type.duplicates && (
        <Suspense>
          <Recent entity={type.name} id={id} />
        </Suspense>
      )}
      <ol className="timeline">
        {items.map((item) => (
          <li key={item.id}>
            <Avatar name={byOf(item, app)} id={item.by?.id} />
            <div className="grow">
              <span className="strong">{byOf(item, app)}</span> <span>{verbOf(item.verb, item.verbLabel, true)}</span>{' '}
              <small className="dim">{fmt.moment(item.at)}</small>
              {item.verb === 'erase' && <div className="dim">{item.source}</div>}
              <Changes type={type} id={id} verb={item.verb} changes={item.changes} />
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage && <Button onClick={more}>{t('history.more')}</Button>}
    </div>
  );
}
