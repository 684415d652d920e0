import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { timelineQuery, typeQuery, type TimelineWish } from '../api/queries';
import type { RecordType, TimelineItem } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { Entry } from './Entry';
import { Pinned } from './Pinned';
import { Planned } from './Planned';
import { TimelineFilter } from './TimelineFilter';

interface Props {
  type: RecordType;
  id: string;
  /** notes may be added and pinned */
  writable: boolean;
}

/** Everything that happened and will happen with a record, what is still to be done first. */
export function Timeline({ type, id, writable }: Props) {
  const { t } = useApp();
  const [wish, setWish] = useState<TimelineWish>({});
  const query = useInfiniteQuery(timelineQuery(type.name, id, wish));
  const more = useMore(query);
  const open = useOpen(type);
  const items = query.data?.pages.flatMap((page) => page.items).filter((item) => !open(item)) ?? [];
  const sought = Object.values(wish).some(Boolean);
  return (
    <div className="stack">
      <TimelineFilter wish={wish} change={setWish} />
      {!wish.text && <Pinned type={type} id={id} writable={writable} />}
      {(!wish.kinds || wish.kinds === 'activity') && <Planned type={type} id={id} wish={wish} />}
      {!query.data ? (
        query.error ? (
          <Failed error={query.error} again={query.refetch} />
        ) : (
          <Skeleton />
        )
      ) : items.length === 0 && !query.hasNextPage ? (
        <Empty icon="history" title={t(sought ? 'timeline.noHit' : 'record.nothing')} />
      ) : (
        <Months items={items} type={type} id={id} writable={writable} />
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={more}>
          {t('history.more')}
        </Button>
      )}
    </div>
  );
}

/** Whether an entry is an activity that is not done: it stands among what is planned. */
function useOpen(type: RecordType): (item: TimelineItem) => boolean {
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: type.features.activities === true });
  const states = activity?.lifecycle?.states;
  return (item) =>
    item.kind === 'activity' && states?.some((state) => state.code === item.state?.code && !state.closed) === true;
}

/** What happened, month by month. */
function Months({ items, type, id, writable }: Props & { items: TimelineItem[] }) {
  const { fmt } = useApp();
  const months = useMemo(() => {
    const groups: { month: string; items: TimelineItem[] }[] = [];
    for (const item of items) {
      const month = fmt.month(item.at);
      if (groups.at(-1)?.month !== month) groups.push({ month, items: [] });
      groups.at(-1)?.items.push(item);
    }
    return groups;
  }, [items, fmt]);
  return months.map(({ month, items: own }) => (
    <section key={month} aria-label={month} className="month">
      <h2 className="dim">{month}</h2>
      <ol className="timeline">
        {own.map((item) => (
          <Entry key={item.kind + item.id} item={item} type={type} id={id} writable={writable} />
        ))}
      </ol>
    </section>
  ));
}
