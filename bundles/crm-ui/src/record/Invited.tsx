import { Answer, type Said } from '../alerts/Answer';
import type { Ref, Row } from '../api/types';
import { useApp } from '../app';

interface Participant {
  user?: Ref | null;
  answer: Said;
}

/** What somebody answered who is asked to take part in an activity: `none` until he does, nothing when he is not. */
const answerOf = (activity: Row, user: string): Said | undefined =>
  ((activity['participants'] ?? []) as unknown as Participant[]).find((one) => one.user?.id === user)?.answer;

/** Whether somebody is asked and has not answered. */
export const isAsked = (activity: Row, user: string): boolean => answerOf(activity, user) === 'none';

/** At an activity that one is asked to take part in: the answer, which may be changed until it is over. */
export function Invited({ record, card = false }: { record: Row; card?: boolean }) {
  const { t, boot } = useApp();
  const said = answerOf(record, boot.user.id);
  if (said === undefined || record['open'] !== true) return null;
  return (
    <div className={'invited' + (card ? ' card pad' : '')}>
      <span>{t(`alert.asked.${said}`)}</span>
      <Answer activity={record.id} said={said} />
    </div>
  );
}
