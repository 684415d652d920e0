import { Answer } from '../alerts/Answer';
import type { Ref, Row } from '../api/types';
import { useApp } from '../boot/app';

interface Participant {
  user?: Ref | null;
  answer?: string;
}

/** At an activity that one is asked to take part in, until one has answered. */
export function Invited({ record, card = false }: { record: Row; card?: boolean }) {
  const { t, boot } = useApp();
  const participants = (record['participants'] ?? []) as unknown as Participant[];
  const asked = participants.some((one) => one.user?.id === boot.user.id && one.answer === 'none');
  if (!asked || record['open'] !== true) return null;
  return (
    <div className={'invited' + (card ? ' card pad' : '')}>
      <span>{t('alert.asked')}</span>
      <Answer activity={record.id} />
    </div>
  );
}
