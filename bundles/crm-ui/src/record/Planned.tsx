import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazily } from '../kit/lazily';
import { pagesQuery, typeQuery, type TimelineWish } from '../api/queries';
import type { Filter, Person, RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { Pill } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { useMore } from '../api/useMore';
import { allOf } from '../meta/filter';
import { ending } from '../meta/ways';
import { activityList } from './Composer';
import { EntryTools } from './EntryTools';

const LogDialog = lazily(() => import('./LogDialog'));

/** What is still to be done about a record, the longest overdue first. */
export function Planned({ type, id, wish }: { type: RecordType; id: string; wish: TimelineWish }) {
  const { t } = useApp();
  const list = activityList(type);
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: list !== undefined });
  const [done, setDone] = useState<Row>();
  const about: Filter = {
    any: [list?.via ?? 'regarding', 'regarding'].map((field) => ({ field, op: '=', value: id })),
  };
  const query = {
    fields: ['subject', 'type', 'status', 'plannedAt', 'dueAt', 'owner', 'description'],
    filter: allOf(
      about,
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
  if (!activity || rows.length === 0) return null;
  return (
    <section aria-label={t('timeline.planned')} className="planned">
      <h2 className="dim">{t('timeline.planned')}</h2>
      <ol className="timeline">
        {rows.map((row) => (
          <PlannedEntry key={row.id} row={row} type={activity} log={() => setDone(row)} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={more}>
          {t('history.more')}
        </Button>
      )}
      <Suspense>{done && <LogDialog activity={done} close={() => setDone(undefined)} />}</Suspense>
    </section>
  );
}

function PlannedEntry({ row, type, log }: { row: Row; type: RecordType; log: () => void }) {
  const { t, l, fmt, boot, called } = useApp();
  const state = type.lifecycle?.states.find((one) => one.code === row[type.lifecycle?.field ?? '']);
  const subject = String(row['subject'] ?? '');
  const due = row['dueAt'];
  const late = typeof due === 'string' && Date.parse(due) < Date.now();
  const planned = typeof row['plannedAt'] === 'string' ? fmt.moment(row['plannedAt']) : undefined;
  const owner = row['owner'] as Person | null;
  return (
    <li>
      {ending(type, row, boot.user.id) ? (
        <IconButton className="dot" icon="check" label={t('timeline.done', { what: subject })} onClick={log} />
      ) : (
        <span className="dot">
          <Icon name="activity" size={15} />
        </span>
      )}
      <div className="grow">
        <div className="row-gap wrap">
          <Link to="/record/$entity/$id" params={{ entity: 'activity', id: row.id }} className="strong">
            {subject}
          </Link>
          {state && <Pill tone={state.tone}>{l(state.label)}</Pill>}
          {late && <Pill tone="danger">{t('timeline.overdue')}</Pill>}
          <EntryTools id={row.id} label={subject} />
        </div>
        <small className="dim" title={planned}>
          {planned} {owner?.label && t('history.by', { name: called(owner) })}
        </small>
      </div>
    </li>
  );
}
