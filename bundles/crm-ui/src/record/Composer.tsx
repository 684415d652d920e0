import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { typeQuery } from '../api/queries';
import type { RecordType, Ref, RelatedList } from '../api/types';
import { useApp } from '../app';
import { Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { appends } from '../meta/append';
import { NoteForm } from './Notes';

const LogDialog = lazily(() => import('./LogDialog'));
const ActivityForm = lazily(() => import('./ActivityForm'));
const MailForm = lazily(() => import('../mail/MailForm'));

interface Props {
  type: RecordType;
  self: Ref;
}

/** The list of a record that holds its activities, when it has one. */
export const activityList = (type: RecordType): RelatedList | undefined =>
  type.features.activities ? type.related.find((list) => list.entity === 'activity') : undefined;

/** The kinds of activity that are planned most and have a place of their own. */
const own = ['appointment', 'task'];
const ready = (activity: RecordType | undefined) =>
  activity?.fields
    .find((field) => field.name === 'type')
    ?.options?.filter((option) => own.includes(option.code) && option.active !== false) ?? [];

/** A note or an activity written down where the record is. */
export function Composer({ type, self }: Props) {
  const { t, l, entity, may } = useApp();
  const client = useQueryClient();
  const list = activityList(type);
  const { data: activity } = useQuery({ ...typeQuery('activity'), enabled: list !== undefined });
  const canNote = type.features.notes === true && appends(type);
  const canAct = list !== undefined && type.access.append === true && activity?.access.create === true;
  const canMail = canAct && may('mail.send');
  const planned = ready(activity);
  const [kind, setKind] = useState<string>(canNote ? 'note' : 'activity');
  const [logging, setLogging] = useState(false);
  if (!canNote && !canAct) return null;
  const acts = ['activity', ...planned.map((option) => option.code), ...(canMail ? ['mail'] : [])];
  const shown = canAct && acts.includes(kind) ? kind : canNote ? 'note' : 'activity';
  return (
    <div className="composer">
      {canAct && (
        <>
          {/* Where no path leads on, this is the solid button of the head. */}
          {type.lifecycle && (
            <Button icon="phone" onClick={() => setLogging(true)}>
              {t('log.title')}
            </Button>
          )}
          {acts.length + Number(canNote) > 1 && (
            <Segments
              label={t('record.activity')}
              value={shown}
              onChange={setKind}
              options={[
                ...(canNote ? [{ value: 'note', label: t('record.notes') }] : []),
                ...planned.map((option) => ({ value: option.code, label: l(option.label) })),
                { value: 'activity', label: l(entity('activity')?.label) },
                ...(canMail ? [{ value: 'mail', label: t('mail.tab') }] : []),
              ]}
            />
          )}
        </>
      )}
      <Block close={() => setLogging(false)}>
        {logging && <LogDialog about={self} close={() => setLogging(false)} />}
      </Block>
      {shown === 'note' ? (
        <NoteForm entity={type.name} id={self.id} />
      ) : shown === 'mail' ? (
        <Suspense fallback={<Skeleton />}>
          <MailForm letter={{ place: `${type.name}.${self.id}`, about: { entity: type.name, id: self.id } }} />
        </Suspense>
      ) : (
        <Suspense fallback={<Skeleton />}>
          {activity && list && (
            <ActivityForm
              type={activity}
              key={shown}
              preset={{ [list.via]: self, ...(shown === 'activity' ? {} : { type: shown }) }}
              place={[shown, type.name, self.id].join('/')}
              done={() => void client.invalidateQueries({ queryKey: ['record', type.name, self.id] })}
            />
          )}
        </Suspense>
      )}
    </div>
  );
}
