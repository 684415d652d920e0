import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pinnedQuery, rowsQuery, typeQuery } from '../api/queries';
import type { Query, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Icon } from '../kit/Icon';
import { lazily } from '../kit/lazily';
import { allOf } from '../meta/filter';
import { ActivityEntry, entryFields } from './ActivityEntry';
import { activityList } from './Composer';
import { OneNote } from './Notes';
import { activitiesAbout } from './Planned';

const LogDialog = lazily(() => import('./LogDialog'));

interface Props {
  type: RecordType;
  id: string;
  writable: boolean;
}

/** The activities that are kept on top, the latest first. */
function usePinned(type: RecordType, id: string) {
  const list = activityList(type);
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: list !== undefined });
  const query: Query = {
    fields: entryFields,
    filter: allOf(activitiesAbout(list, id), { field: 'pinned', op: '=', value: true }),
    sort: [{ path: 'plannedAt', desc: true }],
    limit: 50,
  };
  const { data } = useQuery({ ...rowsQuery('activity', query), enabled: activity !== undefined });
  return { activity, rows: data?.items ?? [] };
}

/** The notes and activities that somebody wants to be seen by all. */
export function Pinned({ type, id, writable }: Props) {
  const { t } = useApp();
  const { data } = useInfiniteQuery({ ...pinnedQuery(type.name, id), enabled: type.features.notes === true });
  const { activity, rows } = usePinned(type, id);
  const [done, setDone] = useState<Row>();
  const notes = data?.pages.flatMap((page) => page.items) ?? [];
  if (notes.length + rows.length === 0 && !done) return null;
  return (
    <section aria-label={t('timeline.pinned')} className="month">
      <h2 className="dim">{t('timeline.pinned')}</h2>
      <ol className="timeline">
        {notes.map((note) => (
          <li key={note.id} className="note">
            <span className="dot">
              <Icon name="pinned" size={15} />
            </span>
            <div className="grow">
              <OneNote entity={type.name} id={id} note={note} writable={writable} />
            </div>
          </li>
        ))}
        {activity &&
          rows.map((row) => <ActivityEntry key={row.id} row={row} type={activity} pinned log={() => setDone(row)} />)}
      </ol>
      <Block close={() => setDone(undefined)}>
        {done && <LogDialog activity={done} close={() => setDone(undefined)} />}
      </Block>
    </section>
  );
}
