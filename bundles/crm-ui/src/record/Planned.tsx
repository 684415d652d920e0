import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { pagesQuery, typeQuery, type TimelineWish } from '../api/queries';
import type { Filter, RecordType, RelatedList, Row } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { useMore } from '../api/useMore';
import { allOf } from '../meta/filter';
import { ActivityEntry, entryFields } from './ActivityEntry';
import { activityList } from './Composer';

const LogDialog = lazily(() => import('./LogDialog'));

/** The activities about a record, and about anything else of the same customer. */
export const activitiesAbout = (list: RelatedList | undefined, id: string): Filter => ({
  any: [list?.via ?? 'regarding', 'regarding'].map((field) => ({ field, op: '=', value: id })),
});

/** What is still to be done about a record, the longest overdue first. */
export function Planned({ type, id, wish }: { type: RecordType; id: string; wish: TimelineWish }) {
  const { t } = useApp();
  const list = activityList(type);
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: list !== undefined });
  const [done, setDone] = useState<Row>();
  const query = {
    fields: entryFields,
    filter: allOf(
      activitiesAbout(list, id),
      { field: 'open', op: '=', value: true },
      wish.person ? { field: 'owner', op: '=', value: wish.person } : undefined,
    ),
    ...(wish.text ? { text: wish.text } : {}),
    sort: [{ path: 'plannedAt' }],
    limit: 30,
  };
  const pages = useInfiniteQuery({ ...pagesQuery('activity', query as never), enabled: activity !== undefined });
  const more = useMore(pages);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  // Whoever is writing what came of the last one goes on, though somebody else was done with it.
  if (!activity || (rows.length === 0 && !done)) return null;
  return (
    <section aria-label={t('timeline.planned')} className="planned">
      <h2 className="dim">{t('timeline.planned')}</h2>
      <ol className="timeline">
        {rows.map((row) => (
          <ActivityEntry key={row.id} row={row} type={activity} log={() => setDone(row)} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={more}>
          {t('history.more')}
        </Button>
      )}
      <Block close={() => setDone(undefined)}>
        {done && <LogDialog activity={done} close={() => setDone(undefined)} />}
      </Block>
    </section>
  );
}
