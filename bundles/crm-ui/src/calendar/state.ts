import { addDays, daysBetween, isDay } from '../i18n/days';
import { addMonths, weekOf, weeksOf } from './days';

export const views = ['day', 'week', 'month', 'year', 'agenda', 'people', 'period'] as const;
export type View = (typeof views)[number];

/** What a person looks at; it lives in the address and is remembered for the next time. */
export interface CalendarState {
  view?: View;
  date?: string;
  from?: string;
  to?: string;
  /** sources that are hidden */
  off?: string[];
  people?: string[];
  teams?: string[];
  /** kinds and statuses that are hidden, each as `pickList.code` */
  hidden?: string[];
  mine?: true;
  color?: 'person';
}

const day = (value: unknown) => (isDay(value) ? value : undefined);
const texts = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string') ? value : undefined;

/** Days that are asked for begin before they end. */
const span = (from: string | undefined, to: string | undefined) => (from && to && from <= to ? { from, to } : {});

/** Leaves out what is not said, so that an address is no longer than it must be. */
const some = (state: { [K in keyof CalendarState]: CalendarState[K] | undefined }): CalendarState =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as CalendarState;

export const readCalendarState = (search: Record<string, unknown>): CalendarState =>
  some({
    view: views.find((one) => one === search['view']),
    date: day(search['date']),
    ...span(day(search['from']), day(search['to'])),
    off: texts(search['off']),
    people: texts(search['people']),
    teams: texts(search['teams']),
    hidden: texts(search['hidden']),
    mine: search['mine'] === true ? true : undefined,
    color: search['color'] === 'person' ? 'person' : undefined,
  });

export interface Range {
  from: string;
  to: string;
}

/** The days a view shows, both ends included. */
export function rangeOf(view: View, date: string, state: CalendarState): Range {
  switch (view) {
    case 'day':
    case 'people':
      return { from: date, to: date };
    case 'week':
      return { from: weekOf(date), to: addDays(weekOf(date), 6) };
    case 'year':
      return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` };
    case 'period':
      return state.from && state.to ? { from: state.from, to: state.to } : { from: date, to: addDays(date, 13) };
    case 'agenda':
      return { from: date, to: addDays(date, 30) };
    case 'month': {
      const weeks = weeksOf(date.slice(0, 7));
      return { from: weeks[0]![0]!, to: weeks.at(-1)![6]! };
    }
  }
}

/** One step back (-1) or on (1). */
export function step(view: View, date: string, by: 1 | -1, range: Range): Partial<CalendarState> {
  switch (view) {
    case 'day':
    case 'people':
      return { date: addDays(date, by) };
    case 'week':
      return { date: addDays(date, 7 * by) };
    case 'month':
      return { date: addMonths(date, by) };
    case 'agenda':
      return { date: addDays(date, 31 * by) };
    case 'year':
      return { date: addMonths(date, 12 * by) };
    case 'period': {
      const days = (daysBetween(range.from, range.to) + 1) * by;
      return { from: addDays(range.from, days), to: addDays(range.to, days) };
    }
  }
}

/** A source with the lists that tell its entries apart, each as its `pickList.code`. */
export interface Layer {
  source: string;
  lists: string[][];
}
interface Left {
  sources: string[];
  picks: string[];
}

/** What is shown: sources of which neither they nor a whole list is hidden, and the rest of the lists that are not whole. */
export function leftOf(layers: Layer[], { off, hidden = [] }: CalendarState): Left {
  const isHidden = (pick: string) => hidden.includes(pick);
  const shown = layers.filter(
    ({ source, lists }) => !off?.includes(source) && !lists.some((one) => one.every(isHidden)),
  );
  const parts = shown.flatMap(({ lists }) => lists.filter((one) => one.some(isHidden)));
  return {
    sources: shown.map(({ source }) => source),
    picks: [...new Set(parts.flat().filter((pick) => !isHidden(pick)))],
  };
}

/** The address of what is to be asked. */
export function questionOf(range: Range, state: CalendarState, { sources, picks }: Left): string {
  const asked = new URLSearchParams({ from: range.from, to: range.to, sources: sources.join(',') });
  for (const name of ['people', 'teams'] as const) if (state[name]) asked.set(name, state[name].join(','));
  if (picks.length > 0) asked.set('picks', picks.join(','));
  if (state.mine) asked.set('mine', 'true');
  return asked.toString();
}
