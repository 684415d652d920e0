import type { CSSProperties } from 'react';
import { useApp } from '../app';
import { Avatar, Empty } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { hoursOf, hoursShown, placed } from './busy';
import type { Busy, Entry } from './queries';
import { hovering } from './useShown';

interface Props {
  date: string;
  entries: Entry[];
  people: { id: string; label: string }[];
  /** what they have, also what one may not read */
  busy: Busy[];
  color: (entry: Entry) => string;
  open: (entry: Entry, near: HTMLElement) => void;
  hover: (entry: Entry, near: HTMLElement) => void;
  leave: () => void;
}
/** What stands in the place of an entry that one may not read. */
const unseen = ({ start, end }: Busy, title: string): Entry => ({
  source: '',
  entity: '',
  id: '',
  version: 0,
  title,
  start,
  end,
});

/** A day of several people side by side: who is busy when, and who is free. */
export function People({ date, entries, people, busy, color, open, hover, leave }: Props) {
  const { t, fmt, boot } = useApp();
  const zone = boot.company.timeZone;
  const shown = hoursShown([...entries, ...busy.map((one) => unseen(one, ''))], date, zone);
  const hours = Array.from({ length: shown.last - shown.first }, (_, i) => shown.first + i);
  const column = (hour: number) => Math.round((hour - shown.first) * 4) + 2;
  const passed = (hoursOf(new Date().toISOString(), date, zone) - shown.first) / hours.length;
  const now = passed > 0 && passed < 1 ? passed : undefined;
  if (people.length === 0) return <Empty icon="users" title={t('calendar.nobody')} />;
  return (
    <div
      className="cal-people card"
      role="region"
      aria-label={t('calendar.viewPeople')}
      tabIndex={0}
      style={{ '--quarters': hours.length * 4, '--hours': hours.length, '--now': now } as CSSProperties}
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
        const hidden = busy.filter(
          ({ user, start, end }) =>
            user === person.id && !own.some((entry) => entry.start === start && entry.end === end),
        );
        const all = [...own, ...hidden.map((one) => unseen(one, t('calendar.busy')))];
        return (
          <section key={person.id} className="cal-person" aria-label={person.label}>
            <h2>
              <Avatar name={person.label} id={person.id} />
              <span className="tx">{person.label}</span>
              <small className="dim">
                {all.length === 0
                  ? t('calendar.free')
                  : own.length === 0
                    ? t('calendar.busy')
                    : t('calendar.entries', { count: own.length, number: fmt.number(own.length) })}
              </small>
            </h2>
            {placed(all, date, zone, shown).map(({ entry, from, to, row }, i) => {
              const place = { gridColumn: `${column(from)} / ${column(to)}`, gridRow: row + 1 };
              const words = `${entry.start ? fmt.time(entry.start) : t('calendar.allDay')} ${entry.title}`;
              return entry.id ? (
                <button
                  key={`${entry.id}/${i}`}
                  type="button"
                  className="cal-busy"
                  style={{ ...place, background: color(entry) }}
                  onClick={(event) => open(entry, event.currentTarget)}
                  {...hovering(entry, hover, leave)}
                >
                  <Icon name={entry.kind} instead="calendar" size={14} />
                  <span className="words">{words}</span>
                </button>
              ) : (
                <span key={`busy/${i}`} className="cal-busy unseen-entry" style={place} title={words}>
                  <span className="words">{words}</span>
                </span>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}
