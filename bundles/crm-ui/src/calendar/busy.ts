import { wallClock } from '../i18n/format';
import type { Entry } from './queries';

/** The hours of a usual day; a day on which somebody is busy earlier or later is longer. */
const DAY = { first: 7, last: 20 };

interface Placed {
  entry: Entry;
  from: number;
  to: number;
  row: number;
}

interface Hours {
  first: number;
  last: number;
}

/** Hours since midnight of the day shown, kept within it. */
export const hoursOf = (instant: string, date: string, zone: string): number => {
  const [day = '', time = ''] = wallClock(instant, zone).split('T');
  if (day !== date) return day < date ? 0 : 24;
  return Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
};

const reachOf = ({ start, end }: Entry, date: string, zone: string) => ({
  from: start ? hoursOf(start, date, zone) : 0,
  to: end ? hoursOf(end, date, zone) : 24,
});

/** The hours shown: those of a usual day, and all that an entry of this day alone begins or ends in. */
export function hoursShown(entries: Entry[], date: string, zone: string): Hours {
  const reaches = entries.map((entry) => reachOf(entry, date, zone)).filter(({ from, to }) => from > 0 && to < 24);
  return {
    first: Math.floor(Math.min(DAY.first, ...reaches.map(({ from }) => from))),
    last: Math.ceil(Math.max(DAY.last, ...reaches.map(({ from, to }) => Math.max(to, from + 0.5)))),
  };
}

/** Entries of one person under each other where they overlap. */
export function placed(entries: Entry[], date: string, zone: string, { first, last }: Hours): Placed[] {
  const rows: number[] = [];
  // Half an hour of a usual day, and as wide where more hours are shown: a finger must find it.
  const least = Math.max(0.5, (last - first) / 26);
  return entries
    .map((entry) => {
      const { from, to } = reachOf(entry, date, zone);
      return { entry, from: Math.min(Math.max(from, first), last - least), to: Math.min(to, last) };
    })
    .sort((a, b) => a.from - b.from)
    .map(({ entry, from, to }) => {
      const end = Math.max(to, from + least);
      const free = rows.findIndex((until) => until <= from);
      const row = free < 0 ? rows.length : free;
      rows[row] = end;
      return { entry, from, to: end, row };
    });
}
