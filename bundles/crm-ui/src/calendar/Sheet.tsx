import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import th from '@fullcalendar/react/locales/th';
import timeGrid from '@fullcalendar/react/timegrid';
import classic from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { useMemo } from 'react';
import { useApp } from '../app';
import { useMedia, usePhone } from '../kit/useMedia';
import { instantOf, wallClock } from '../i18n/format';
import { addDays, daysBetween } from '../i18n/days';
import type { Entry } from './queries';
import type { Range, View } from './state';
import { useGivenUp } from './useGivenUp';
import type { Span } from './useMove';
import { calendarWords } from './words';

export interface SheetProps {
  view: View;
  range: Range;
  date: string;
  entries: Entry[];
  holidays: ReadonlyMap<string, string>;
  color: (entry: Entry) => string;
  /** whether it is over: shown pale */
  done: (entry: Entry) => boolean;
  movable: (entry: Entry) => boolean;
  open: (entry: Entry, near: HTMLElement) => void;
  hover: (entry: Entry, near: HTMLElement) => void;
  leave: () => void;
  move: (entry: Entry, span: Span) => Promise<boolean>;
  create: ((span: Span) => void) | undefined;
  openDay: (day: string) => void;
}

const plugins = [dayGrid, timeGrid, interaction, classic];
/** How high half an hour and the shortest entry are, with the line between two; a finger needs more. */
const heights = { mouse: { eventMinHeight: 25 }, finger: { eventMinHeight: 45, slotMinHeight: 45 } };
/** What is over. */
const pale = { color: 'var(--crm-line)', contrastColor: 'var(--crm-ink-2)', className: 'cal-done' };
const names: Record<string, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };

function viewName(view: View, range: Range): string {
  const days = daysBetween(range.from, range.to) + 1;
  return names[view] ?? (days <= 7 ? 'timeGrid' : 'dayGrid');
}

/** Month, week, day and short periods. The library counts in the company's wall clock, which it takes for UTC. */
export default function Sheet(props: SheetProps) {
  const { view, range, date, entries, color, done, movable, holidays } = props;
  const app = useApp();
  const { t, boot, fmt } = app;
  const phone = usePhone();
  const finger = useMedia('(pointer: coarse)');
  const zone = boot.company.timeZone;
  const words = calendarWords(app);
  const name = viewName(view, range);
  const events = useMemo(
    () =>
      entries.map((entry, i) => ({
        id: `${entry.source}/${entry.id}/${i}`,
        title: entry.title,
        allDay: entry.day !== undefined,
        start: entry.day ?? wallClock(entry.start ?? '', zone),
        end: entry.day ? addDays(entry.lastDay ?? entry.day, 1) : wallClock(entry.end ?? '', zone),
        ...(done(entry) ? pale : { color: color(entry) }),
        editable: movable(entry),
        extendedProps: { entry },
      })),
    [entries, zone, color, done, movable],
  );
  const entryOf = (event: { extendedProps: Record<string, unknown> }) => event.extendedProps['entry'] as Entry;
  const spanOf = (event: { allDay: boolean; startStr: string; endStr: string }): Span => {
    const start = event.startStr.slice(0, 16);
    if (event.allDay) {
      const after = event.endStr.slice(0, 10);
      return { day: start.slice(0, 10), lastDay: after ? addDays(after, -1) : start.slice(0, 10) };
    }
    const end = event.endStr.slice(0, 16) || start;
    return { start: instantOf(start, zone), end: instantOf(end, zone) };
  };
  const { drag, isGivenUp } = useGivenUp();
  const moved = async (change: {
    event: Parameters<typeof spanOf>[0] & { extendedProps: Record<string, unknown> };
    revert: () => void;
  }) => {
    if (isGivenUp() || !(await props.move(entryOf(change.event), spanOf(change.event)))) change.revert();
  };
  const holidayName = (day: string) =>
    holidays.has(day) && (
      <span className="cal-holiday-name" title={holidays.get(day)}>
        {holidays.get(day)}
      </span>
    );
  const generic = name === 'dayGrid' || name === 'timeGrid';
  return (
    <div className="cal-sheet" data-view={view}>
      <FullCalendar
        key={`${name}/${range.from}/${range.to}/${boot.settings.locale}/${boot.settings.era}`}
        plugins={plugins}
        initialView={name}
        initialDate={view === 'month' || view === 'week' ? date : range.from}
        {...(generic ? { visibleRange: { start: range.from, end: addDays(range.to, 1) } } : {})}
        timeZone="UTC"
        now={() => `${wallClock(new Date().toISOString(), zone)}:00`}
        locale={boot.settings.locale === 'th' ? th : 'en-gb'}
        firstDay={1}
        headerToolbar={false}
        height="100%"
        fixedWeekCount={false}
        dayMaxEvents
        nowIndicator
        scrollTime="07:30:00"
        slotDuration="00:30:00"
        displayEventEnd={false}
        eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        allDayText={t('calendar.allDay')}
        moreLinkText={(count: number) => t('calendar.more', { number: fmt.number(count) })}
        moreLinkClick={(info) => {
          props.openDay(info.date.toISOString().slice(0, 10));
          return undefined;
        }}
        events={events}
        eventInteractive
        eventClick={(info) => {
          info.jsEvent.preventDefault();
          props.open(entryOf(info.event), info.el);
        }}
        eventMouseEnter={(info) => props.hover(entryOf(info.event), info.el)}
        eventMouseLeave={props.leave}
        {...drag}
        eventDrop={(info) => void moved(info)}
        eventResize={(info) => void moved(info)}
        {...heights[finger ? 'finger' : 'mouse']}
        slotEventOverlap={false}
        eventMaxStack={phone ? (finger ? 2 : 3) : name === 'timeGridDay' ? 8 : 2}
        moreLinkClass="cal-more"
        dayLaneInnerClass="cal-lane"
        listItemEventBeforeClass="cal-point"
        listItemEventTitleClass="cal-name"
        rowEventTitleClass="cal-name"
        columnEventTimeClass="cal-time"
        columnEventTitleClass={(info) => (info.isShort ? 'cal-name' : 'cal-words')}
        selectable={props.create !== undefined}
        selectMirror
        select={(info) => props.create?.(spanOf(info))}
        dayHeaderContent={(info) => {
          const day = info.date.toISOString().slice(0, 10);
          if (name === 'dayGridMonth' || name === 'dayGrid') return words.weekday(day);
          return (
            <span className="cal-day">
              {words.shortDay(day)}
              {holidayName(day)}
            </span>
          );
        }}
        dayCellClass={(info) => (holidays.has(info.date.toISOString().slice(0, 10)) ? 'cal-holiday' : '')}
        dayLaneClass={(info) => (holidays.has(info.date.toISOString().slice(0, 10)) ? 'cal-holiday' : '')}
        dayCellTopContent={(info) => {
          const day = info.date.toISOString().slice(0, 10);
          return (
            <>
              {holidayName(day)}
              <span>{Number(day.slice(8))}</span>
            </>
          );
        }}
      />
    </div>
  );
}
