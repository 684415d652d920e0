import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { L10n, Ref } from '../api/types';

/** Records of an entity as entries (docs/http.md, GET /api/calendar/sources); the names are fields. */
export interface Source {
  id: string;
  entity: string;
  label: L10n;
  start: string;
  end?: string;
  day?: string;
  lastDay?: string;
  owner: string;
  kind?: string;
  status?: string;
  card?: string[];
  yearly: boolean;
  /** single times of an entry that comes back may be changed */
  repeats: boolean;
}
export interface Entry {
  source: string;
  entity: string;
  id: string;
  version: number;
  title: string;
  /** moments, or days when it lasts whole days */
  start?: string;
  end?: string;
  day?: string;
  lastDay?: string;
  about?: Ref;
  owner?: Ref;
  /** users who take part */
  people?: string[];
  kind?: string;
  status?: string;
  repeated?: true;
}

export const sourcesQuery = queryOptions({
  queryKey: ['calendar', 'sources'],
  queryFn: () => api<Source[]>('/api/calendar/sources'),
  staleTime: 300_000,
});

export const entriesQuery = (question: string) =>
  queryOptions({
    queryKey: ['calendar', 'entries', question],
    queryFn: ({ signal }) => api<{ entries: Entry[] }>(`/api/calendar?${question}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** When somebody has something, whatever it is. */
export interface Busy {
  user: string;
  start: string;
  end: string;
}
export const busyQuery = (day: string, people: string[]) =>
  queryOptions({
    queryKey: ['calendar', 'busy', day, people],
    queryFn: ({ signal }) =>
      api<{ busy: Busy[] }>(
        `/api/calendar/busy?${new URLSearchParams({ from: day, to: day, people: people.join() })}`,
        {
          signal,
        },
      ),
    placeholderData: keepPreviousData,
    enabled: people.length > 0,
  });

export const countsQuery = (question: string) =>
  queryOptions({
    queryKey: ['calendar', 'days', question],
    queryFn: ({ signal }) => api<{ days: Record<string, number> }>(`/api/calendar/days?${question}`, { signal }),
    placeholderData: keepPreviousData,
  });

export const holidaysQuery = queryOptions({
  queryKey: ['calendar', 'holidays'],
  queryFn: () => api<Record<string, L10n>>('/api/calendar/holidays'),
  staleTime: Infinity,
});
