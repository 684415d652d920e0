import { useState } from 'react';
import { useApp } from '../app';
import { hasDay } from '../i18n/days';
import { instantOf, wallClock } from '../i18n/format';
import { Button } from '../kit/Button';
import { ErrorText } from '../kit/ErrorText';
import { Check } from '../kit/Check';
import { DateInput } from '../kit/DateInput';
import { Dialog } from '../kit/Dialog';
import type { Entry } from './queries';
import type { Span } from './useMove';

interface Props {
  entry: Entry;
  wholeDays: boolean;
  move: (span: Span) => Promise<boolean>;
  close: () => void;
}

const atClock = (wall: string) => Date.parse(`${wall}Z`);
/** A wall clock as much later as one is than another: what begins elsewhere keeps its length. */
const later = (wall: string, from: string, to: string) =>
  new Date(atClock(wall) + atClock(to) - atClock(from)).toISOString().slice(0, 16);

/** The way without a mouse: another day, hour or length by typing. */
export default function MoveDialog({ entry, wholeDays, move, close }: Props) {
  const { t, boot } = useApp();
  const zone = boot.company.timeZone;
  const wall = (instant: string | undefined, day: string | undefined) =>
    instant ? wallClock(instant, zone) : `${day ?? ''}T09:00`;
  const [allDay, setAllDay] = useState(entry.day !== undefined);
  const [start, setStart] = useState(wall(entry.start, entry.day));
  const [end, setEnd] = useState(wall(entry.end, entry.lastDay));
  const [busy, setBusy] = useState(false);
  /** where it began when that was last a day */
  const [begun, setBegun] = useState(start);
  const begin = (next: string) => {
    setStart(next);
    if (!hasDay(next)) return;
    setBegun(next);
    if (hasDay(end)) setEnd(later(end, begun, next));
  };
  const odd = [start, end].find((one) => !hasDay(one));
  const before = odd === undefined && end < start;
  const shown = (moment: string) => (allDay && hasDay(moment) ? moment.slice(0, 10) : moment);
  const save = async () => {
    setBusy(true);
    const span = allDay
      ? { day: start.slice(0, 10), lastDay: end.slice(0, 10) }
      : { start: instantOf(start, zone), end: instantOf(end, zone) };
    const done = await move(span);
    setBusy(false);
    if (done) close();
  };
  const footer = (
    <>
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button look="solid" busy={busy} disabled={odd !== undefined || before} onClick={() => void save()}>
        {t('act.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('calendar.moveTitle')} onClose={close} footer={footer} width={420}>
      <div className="stack">
        {wholeDays && (
          <Check checked={allDay} onChange={setAllDay}>
            {t('calendar.allDay')}
          </Check>
        )}
        <div className="field">
          <span className="label">{t('calendar.start')}</span>
          <DateInput
            label={t('calendar.start')}
            withTime={!allDay}
            value={shown(start)}
            invalid={!hasDay(start)}
            onChange={(value) => begin(value?.length === 10 ? `${value}T09:00` : (value ?? ''))}
            onUnread={setStart}
          />
        </div>
        <div className="field">
          <span className="label">{t('calendar.end')}</span>
          <DateInput
            label={t('calendar.end')}
            withTime={!allDay}
            invalid={!hasDay(end) || before}
            value={shown(end)}
            onChange={(value) => setEnd(value?.length === 10 ? `${value}T10:00` : (value ?? ''))}
            onUnread={setEnd}
          />
        </div>
        {odd !== undefined && <ErrorText>{odd ? t('form.noDate', { value: odd }) : t('form.must')}</ErrorText>}
        {before && <ErrorText>{t('calendar.endFirst')}</ErrorText>}
      </div>
    </Dialog>
  );
}
