import { lazy, Suspense, type ReactNode } from 'react';
import { patiently } from '../api/patiently';
import { useApp } from '../boot/app';
import { Button, IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Pop } from '../kit/Pop';
import { step, views, type CalendarState, type Range, type View } from './state';
import { calendarWords, titleOf } from './words';

const wordOf = {
  day: 'calendar.viewDay',
  week: 'calendar.viewWeek',
  month: 'calendar.viewMonth',
  year: 'calendar.viewYear',
  agenda: 'calendar.viewAgenda',
  people: 'calendar.viewPeople',
  period: 'calendar.viewPeriod',
} as const;
const RangeInput = lazy(patiently(() => import('../kit/DateInput').then((kit) => ({ default: kit.RangeInput }))));

interface Props {
  view: View;
  date: string;
  range: Range;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  refresh: () => void;
  children: ReactNode;
}

/** Where in time one is, and the ways to go elsewhere. */
export function Head({ view, date, range, state, change, refresh, children }: Props) {
  const app = useApp();
  const { t, fmt, era, boot } = app;
  const go = (by: 1 | -1) => change(step(view, date, by, range));
  const shown = views.filter((one) => one !== 'period');
  const teams = boot.user.teams;
  return (
    <div className="page-head cal-head">
      <div className="row-gap">
        <IconButton icon="left" label={t('calendar.back')} onClick={() => go(-1)} />
        <Button
          onClick={() => change({ date: fmt.today(), ...(view === 'period' ? { view: 'agenda' as const } : {}) })}
        >
          {t('calendar.today')}
        </Button>
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
          onClick={() => change({ view: 'people', date: fmt.today(), teams, people: undefined, mine: undefined })}
        >
          {t('calendar.teamToday')}
        </Button>
      )}
      <div className="cal-views" role="group" aria-label={t('calendar.views')}>
        {shown.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => change({ view: one })}>
            {t(wordOf[one])}
          </button>
        ))}
        <Pop
          label={t('calendar.viewPeriod')}
          align="end"
          width={300}
          trigger={(trigger) => (
            <button type="button" aria-pressed={view === 'period'} {...trigger}>
              {t('calendar.viewPeriod')} <Icon name="down" size={14} />
            </button>
          )}
        >
          {(close) => (
            <Suspense>
              <RangeInput
                era={era}
                label={t('calendar.viewPeriod')}
                value={state.from && state.to ? [state.from, state.to] : null}
                placeholders={[t('period.from'), t('period.to')]}
                onChange={(days) => {
                  if (!days) return;
                  close();
                  change({ view: 'period', from: days[0], to: days[1], date: days[0] });
                }}
              />
            </Suspense>
          )}
        </Pop>
      </div>
      {children}
    </div>
  );
}
