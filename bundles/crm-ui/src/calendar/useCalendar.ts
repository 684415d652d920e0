import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { keepPreference, preferenceQuery } from '../api/queries';
import type { Json } from '../api/types';
import { useApp } from '../app';
import { usePhone } from '../kit/useMedia';
import { holidaysQuery } from './queries';
import { rangeOf, readCalendarState, type CalendarState } from './state';

const KEY = 'calendar';
const keeps: (keyof CalendarState)[] = ['view', 'off', 'people', 'teams', 'hidden', 'mine', 'color'];

/** What is looked at: the address says it, otherwise what this person looked at the last time. */
export function useCalendarState() {
  const { fmt } = useApp();
  const phone = usePhone();
  const navigate = useNavigate();
  const search = useSearch({ from: '/calendar' });
  const kept = useQuery(preferenceQuery<Json>(KEY));
  const asked = Object.values(search).some((part) => part !== undefined);
  const state = useMemo(() => {
    // A phone begins with what is to be read from top to bottom, whatever was last seen on a large screen.
    // Who looks for the first time sees what is his.
    const begun = (kept.data ?? { mine: true }) as Record<string, unknown>;
    const remembered = { ...begun, ...(phone ? { view: 'agenda' } : {}) };
    return asked ? search : readCalendarState(remembered);
  }, [asked, search, kept.data, phone]);
  const view = state.view ?? (phone ? 'agenda' : 'month');
  const date = state.date ?? fmt.today();
  const range = useMemo(() => rangeOf(view, date, state), [view, date, state]);
  const change = useCallback(
    (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => {
      const next = readCalendarState({ view, date, ...state, ...part });
      const remembered = Object.fromEntries(Object.entries(next).filter(([key]) => keeps.includes(key as never)));
      void keepPreference(KEY, remembered as Json).catch(() => undefined);
      void navigate({ to: '/calendar', search: next });
    },
    [navigate, state, view, date],
  );
  return { state, view, date, range, change, phone, ready: asked || !kept.isPending };
}

/** Days on which nobody works, by their date. */
export function useHolidays(): ReadonlyMap<string, string> {
  const { l } = useApp();
  const { data } = useQuery(holidaysQuery);
  return new Map(Object.entries(data ?? {}).map(([day, label]) => [day, l(label)]));
}
