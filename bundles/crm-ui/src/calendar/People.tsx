import type { CSSProperties } from 'react';
import { useApp } from '../boot/app';
import { Avatar, Empty } from '../kit/Bits';
import { hoursShown, placed } from './busy';
import type { Entry } from './queries';

interface Props {
  date: string;
  entries: Entry[];
  people: { id: string; label: string }[];
  color: (entry: Entry) => string;
  open: (entry: Entry, near: HTMLElement) => void;
}
/** A day of several people side by side: who is busy when, and who is free. */
export function People({ date, entries, people, color, open }: Props) {
  const { t, fmt, boot } = useApp();
  const zone = boot.company.timeZone;
  const shown = hoursShown(entries, date, zone);
  const hours = Array.from({ length: shown.last - shown.first }, (_, i) => shown.first + i);
  const column = (hour: number) => Math.round((hour - shown.first) * 4) + 2;
  if (people.length === 0) return <Empty icon="users" title={t('calendar.nobody')} />;
  return (
    <div
      className="cal-people card"
      role="region"
      aria-label={t('calendar.viewPeople')}
      tabIndex={0}
      style={{ '--quarters': hours.length * 4 } as CSSProperties}
    >
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
            {placed(own, date, zone, shown).map(({ entry, from, to, row }, i) => (
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
