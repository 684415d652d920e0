import { useApp } from '../app';
import { Empty, Pill } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { wallClock } from '../i18n/format';
import type { Option } from '../api/types';
import type { Entry } from './queries';
import { hovering } from './useShown';
import { calendarWords } from './words';

interface Props {
  entries: Entry[];
  from: string;
  today: string;
  holidays: ReadonlyMap<string, string>;
  color: (entry: Entry) => string;
  status: (entry: Entry) => Option | undefined;
  open: (entry: Entry, near: HTMLElement) => void;
  hover: (entry: Entry, near: HTMLElement) => void;
  leave: () => void;
}

/** What happens, day by day, to be read from top to bottom. */
export function Agenda({ entries, from, today, holidays, color, status, open, hover, leave }: Props) {
  const app = useApp();
  const { t, l, fmt, boot } = app;
  const words = calendarWords(app);
  const zone = boot.company.timeZone;
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = entry.day ?? wallClock(entry.start ?? '', zone).slice(0, 10);
    const shown = day < from ? from : day;
    days.set(shown, [...(days.get(shown) ?? []), entry]);
  }
  if (days.size === 0) return <Empty icon="calendar" title={t('calendar.nothing')} />;
  const times = (entry: Entry) => {
    if (!entry.start) return t('calendar.allDay');
    const start = fmt.time(entry.start);
    return entry.end && entry.end !== entry.start ? `${start} – ${fmt.time(entry.end)}` : start;
  };
  return (
    <div className="cal-agenda card">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={words.longDay(day)} className={day === today ? 'today' : ''}>
          <h2>
            {words.longDay(day)}
            {holidays.has(day) && <small className="cal-holiday-name">{holidays.get(day)}</small>}
          </h2>
          <ul>
            {ofDay.map((entry, i) => {
              const state = status(entry);
              return (
                <li key={`${entry.source}/${entry.id}/${i}`}>
                  <button
                    type="button"
                    onClick={(event) => open(entry, event.currentTarget)}
                    {...hovering(entry, hover, leave)}
                  >
                    <span className="cal-dot" style={{ background: color(entry) }} aria-hidden />
                    <span className="when num">{times(entry)}</span>
                    <span className="grow what">
                      {entry.title}
                      {entry.repeated && <Icon name="refresh" size={14} />}
                      <small className="dim">
                        {[entry.about?.label, app.called(entry.owner)]
                          .filter((one) => one && one !== entry.title)
                          .join(' · ')}
                      </small>
                    </span>
                    {state && <Pill tone={state.tone}>{l(state.label)}</Pill>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
