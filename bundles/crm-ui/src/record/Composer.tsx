import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { patiently } from '../api/patiently';
import { typeQuery } from '../api/queries';
import type { RecordType, Ref, RelatedList } from '../api/types';
import { useApp } from '../boot/app';
import { Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { NoteForm } from './Notes';

const LogDialog = lazy(patiently(() => import('./LogDialog')));
const ActivityForm = lazy(patiently(() => import('./ActivityForm')));

interface Props {
  type: RecordType;
  self: Ref;
}

/** The list of a record that holds its activities, when it has one. */
export const activityList = (type: RecordType): RelatedList | undefined =>
  type.features.activities ? type.related.find((list) => list.entity === 'activity') : undefined;

/** A note or an activity written down where the record is. */
export function Composer({ type, self }: Props) {
  const { t, l, entity } = useApp();
  const client = useQueryClient();
  const list = activityList(type);
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: list !== undefined });
  const canNote = type.features.notes === true && (type.access.update === true || type.access.append === true);
  const canAct = list !== undefined && type.access.append === true && activity?.access.create === true;
  const [kind, setKind] = useState<'note' | 'activity'>(canNote ? 'note' : 'activity');
  const [logging, setLogging] = useState(false);
  if (!canNote && !canAct) return null;
  const shown = kind === 'activity' && canAct ? 'activity' : 'note';
  return (
    <div className="composer">
      <div className="row-gap wrap">
        {canAct && canNote && (
          <Segments
            label={t('record.activity')}
            value={shown}
            onChange={setKind}
            options={[
              { value: 'note', label: t('record.notes') },
              { value: 'activity', label: l(entity('activity')?.label) },
            ]}
          />
        )}
        {canAct && (
          <Button look="quiet" icon="phone" onClick={() => setLogging(true)}>
            {t('composer.call')}
          </Button>
        )}
      </div>
      <Suspense>{logging && <LogDialog about={self} close={() => setLogging(false)} />}</Suspense>
      {shown === 'note' ? (
        <NoteForm entity={type.name} id={self.id} />
      ) : (
        <Suspense fallback={<Skeleton />}>
          {activity && list && (
            <ActivityForm
              type={activity}
              preset={{ [list.via]: self }}
              place={['activity', type.name, self.id].join('/')}
              done={() => void client.invalidateQueries({ queryKey: ['record', type.name, self.id] })}
            />
          )}
        </Suspense>
      )}
    </div>
  );
}
