import { Answer } from '../alerts/Answer';
import type { Ref, Row } from '../api/types';
import { useApp } from '../boot/app';

interface Participant {
  user?: Ref | null;
  answer?: string;
}

/** Whether somebody is asked to take part in an activity and has not answered. */
export const isAsked = (activity: Row, user: string): boolean =>
  ((activity['participants'] ?? []) as unknown as Participant[]).some(
    (one) => one.user?.id === user && one.answer === 'none',
  );

/** At an activity that one is asked to take part in, until one has answered. */
export function Invited({ record, card = false }: { record: Row; card?: boolean }) {
  const { t, boot } = useApp();
  if (!isAsked(record, boot.user.id) || record['open'] !== true) return null;
  return (
    <div className={'invited' + (card ? ' card pad' : '')}>
      <span>{t('alert.asked')}</span>
      <Answer activity={record.id} />
    </div>
  );
}
