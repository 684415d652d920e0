import { useApp } from '../app';
import { DayRange } from '../kit/DayRange';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { Pop } from '../kit/Pop';
import { views, type CalendarState, type View } from './state';

const wordOf = {
  day: 'calendar.viewDay',
  week: 'calendar.viewWeek',
  month: 'calendar.viewMonth',
  year: 'calendar.viewYear',
  agenda: 'calendar.viewAgenda',
  people: 'calendar.viewPeople',
  period: 'calendar.viewPeriod',
} as const;

interface Props {
  view: View;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  phone: boolean;
}

/** The ways to look at time: side by side where there is room, in a menu where there is not. */
export function Views({ view, state, change, phone }: Props) {
  const { t } = useApp();
  const shown = views.filter((one) => one !== 'period');
  return (
    <div className={phone ? 'row-gap' : 'cal-views'} role="group" aria-label={t('calendar.views')}>
      {phone ? (
        <Menu
          label={t('calendar.views')}
          groups={[
            {
              entries: shown.map((one) => ({
                key: one,
                label: t(wordOf[one]),
                checked: one === view,
                onSelect: () => change({ view: one }),
              })),
            },
          ]}
          trigger={(trigger) => (
            <button type="button" className="btn plain" {...trigger}>
              <span className="btn-text">{t(wordOf[view])}</span>
              <Icon name="down" size={14} />
            </button>
          )}
        />
      ) : (
        shown.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => change({ view: one })}>
            {t(wordOf[one])}
          </button>
        ))
      )}
      <PeriodView {...{ view, state, change, phone }} />
    </div>
  );
}

/** Days chosen freely. */
function PeriodView({ view, state, change, phone }: Props) {
  const { t } = useApp();
  return (
    <Pop
      label={t('calendar.viewPeriod')}
      align="end"
      width={300}
      trigger={(trigger) => (
        <button
          type="button"
          className={phone ? 'btn plain icon-only' : ''}
          aria-label={t('calendar.viewPeriod')}
          aria-pressed={view === 'period'}
          {...trigger}
        >
          {phone ? (
            <Icon name="calendar" size={16} />
          ) : (
            <>
              {t('calendar.viewPeriod')} <Icon name="down" size={14} />
            </>
          )}
        </button>
      )}
    >
      {() => (
        <div className="pad">
          <DayRange
            label={t('calendar.viewPeriod')}
            value={state.from && state.to ? [state.from, state.to] : null}
            onChange={(days) => days && change({ view: 'period', from: days[0], to: days[1], date: days[0] })}
          />
        </div>
      )}
    </Pop>
  );
}
