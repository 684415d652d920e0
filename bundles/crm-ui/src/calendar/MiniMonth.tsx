import { useApp } from '../app';
import { weeksOf } from './days';
import { calendarWords } from './words';

interface Props {
  /** `2026-11` */
  month: string;
  today: string;
  chosen?: string | undefined;
  counts?: Record<string, number> | undefined;
  holidays: ReadonlyMap<string, string>;
  /** numbers, or only a dot where something is */
  dots?: boolean;
  title?: boolean;
  choose: (day: string) => void;
  openMonth?: (month: string) => void;
}

/** A month as a small table of days; numbers are drawn, not written, as each button says its whole day. */
export function MiniMonth({
  month,
  today,
  chosen,
  counts = {},
  holidays,
  dots,
  title = true,
  choose,
  openMonth,
}: Props) {
  const app = useApp();
  const { t, fmt } = app;
  const words = calendarWords(app);
  const weeks = weeksOf(month);
  const name = words.month(`${month}-01`);
  const most = Math.max(1, ...Object.values(counts));
  return (
    <table className={'mini-month' + (dots ? ' dots' : '')} aria-label={name}>
      {title && (
        <caption>
          {openMonth ? (
            <button type="button" onClick={() => openMonth(month)}>
              {words.monthName(`${month}-01`)}
            </button>
          ) : (
            name
          )}
        </caption>
      )}
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <th key={day} scope="col">
              <abbr title={words.weekday(day)}>{words.weekdayLetter(day)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (day.slice(0, 7) !== month) return <td key={day} />;
              const count = counts[day] ?? 0;
              const said = [
                words.longDay(day),
                holidays.get(day),
                count && t('calendar.entries', { count, number: fmt.number(count) }),
              ];
              return (
                <td key={day} className={holidays.has(day) ? 'cal-holiday' : ''}>
                  <button
                    type="button"
                    aria-label={said.filter(Boolean).join(', ')}
                    title={holidays.get(day)}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === chosen}
                    onClick={() => choose(day)}
                    data-weight={count === 0 ? 0 : Math.ceil((3 * count) / most)}
                  >
                    <span data-drawn={Number(day.slice(8))} />
                    {count > 0 && <small data-drawn={dots ? '•' : fmt.number(count)} />}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
