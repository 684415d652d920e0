import type { ReactNode } from 'react';
import { useApp } from '../app';
import { Button, IconButton } from '../kit/Button';
import { step, type CalendarState, type Range, type View } from './state';
import { useKeys } from './useKeys';
import { Views } from './Views';
import { calendarWords, titleOf } from './words';

interface Props {
  view: View;
  date: string;
  range: Range;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  refresh: () => void;
  phone: boolean;
  children: ReactNode;
}

/** Where in time one is, and the ways to go elsewhere. */
export function Head({ view, date, range, state, change, refresh, phone, children }: Props) {
  const app = useApp();
  const { t, fmt, boot } = app;
  const go = (by: 1 | -1) => change(step(view, date, by, range));
  const now = () => change({ date: fmt.today(), ...(view === 'period' ? { view: 'agenda' as const } : {}) });
  useKeys({ go, now, look: (wanted) => change({ view: wanted }) });
  const teams = boot.user.teams;
  return (
    <div className="page-head cal-head">
      <div className="row-gap">
        <IconButton icon="left" label={t('calendar.back')} onClick={() => go(-1)} />
        <Button onClick={now}>{t('calendar.today')}</Button>
        <IconButton icon="right" label={t('calendar.on')} onClick={() => go(1)} />
      </div>
      <h1>
        <button type="button" className="cal-title" title={t('calendar.refresh')} onClick={refresh}>
          {titleOf(view, date, range, calendarWords(app))}
        </button>
      </h1>
      <span className="grow" />
      {teams.length > 0 && (
        <Button
          icon="users"
          className="short"
          onClick={() => change({ view: 'people', date: fmt.today(), teams, people: undefined, mine: undefined })}
        >
          {t('calendar.teamToday')}
        </Button>
      )}
      <Views {...{ view, state, change, phone }} />
      {children}
    </div>
  );
}
