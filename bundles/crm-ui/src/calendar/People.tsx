import { useApp } from '../boot/app';
import { Avatar, Empty } from '../kit/Bits';
import { wallClock } from '../i18n/format';
import type { Entry } from './queries';

interface Props {
  date: string;
  entries: Entry[];
  people: { id: string; label: string }[];
  color: (entry: Entry) => string;
  open: (entry: Entry, near: HTMLElement) => void;
}
const FIRST = 7;
const HOURS = 13;

interface Placed {
  entry: Entry;
  from: number;
  to: number;
  row: number;
}

/** Hours since midnight of the day shown, kept within it. */
const hoursOf = (instant: string, date: string, zone: string): number => {
  const [day = '', time = ''] = wallClock(instant, zone).split('T');
  if (day !== date) return day < date ? 0 : 24;
  return Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
};

/** Entries of one person under each other where they overlap. */
function placed(entries: Entry[], date: string, zone: string): Placed[] {
  const rows: number[] = [];
  return entries
    .map((entry) => {
      const from = entry.start ? hoursOf(entry.start, date, zone) : 0;
      const to = entry.end ? hoursOf(entry.end, date, zone) : 24;
      return { entry, from: Math.min(Math.max(from, FIRST), FIRST + HOURS - 0.5), to: Math.min(to, FIRST + HOURS) };
    })
    .sort((a, b) => a.from - b.from)
    .map(({ entry, from, to }) => {
      const end = Math.max(to, from + 0.5);
      const free = rows.findIndex((until) => until <= from);
      const row = free < 0 ? rows.length : free;
      rows[row] = end;
      return { entry, from, to: end, row };
    });
}

/** A day of several people side by side: who is busy when, and who is free. */
export function People({ date, entries, people, color, open }: Props) {
  const { t, fmt, boot } = useApp();
  const zone = boot.company.timeZone;
  const hours = Array.from({ length: HOURS }, (_, i) => FIRST + i);
  const column = (hour: number) => Math.round((hour - FIRST) * 4) + 2;
  if (people.length === 0) return <Empty icon="users" title={t('calendar.nobody')} />;
  return (
    <div className="cal-people card" role="region" aria-label={t('calendar.viewPeople')} tabIndex={0}>
      <div className="cal-person head" aria-hidden>
        <span />
        {hours.map((hour) => (
          <span key={hour} style={{ gridColumn: `${column(hour)} / span 4` }}>
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {people.map((person) => {
        const own = entries.filter((entry) => entry.owner?.id === person.id || entry.people?.includes(person.id));
        return (
          <section key={person.id} className="cal-person" aria-label={person.label}>
            <h2>
              <Avatar name={person.label} />
              <span className="tx">{person.label}</span>
              <small className="dim">
                {own.length === 0
                  ? t('calendar.free')
                  : t('calendar.entries', { count: own.length, number: fmt.number(own.length) })}
              </small>
            </h2>
            {placed(own, date, zone).map(({ entry, from, to, row }, i) => (
              <button
                key={`${entry.id}/${i}`}
                type="button"
                className="cal-busy"
                style={{ gridColumn: `${column(from)} / ${column(to)}`, gridRow: row + 1, background: color(entry) }}
                title={entry.title}
                onClick={(event) => open(entry, event.currentTarget)}
              >
                <span className="words">
                  {entry.start ? fmt.time(entry.start) : t('calendar.allDay')} {entry.title}
                </span>
              </button>
            ))}
          </section>
        );
      })}
    </div>
  );
}
