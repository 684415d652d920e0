import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, post, put } from '../api/client';
import { queryClient } from '../api/queries';
import type { Alert } from '../api/types';

interface Alerts {
  unread: number;
  alerts: Alert[];
  next: string;
}

export type Mailing = 'off' | 'now' | 'digest';
export interface Channels {
  program: boolean;
  desktop: boolean;
  mail: Mailing;
}
/** How somebody is told, by kind of alert. */
export interface Choice {
  kinds: Record<string, Channels>;
  quietFrom: string;
  quietTo: string;
  digestAt: string;
}

/** More are not counted. */
export const mostUnread = 100;

const ask = (which: string, after = '') => api<Alerts>(`/api/alerts?which=${which}${after ? `&after=${after}` : ''}`);

/** What has not been read, with its number: what the bell shows. */
export const unreadQuery = queryOptions({ queryKey: ['alerts', 'bell'], queryFn: () => ask('unread') });

export const alertsQuery = (which: string) =>
  infiniteQueryOptions({
    queryKey: ['alerts', 'list', which],
    queryFn: ({ pageParam }) => ask(which, pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });

/** Whose choice: one's own, or what the company begins with. */
export type Whose = 'mine' | 'company';
const addressOf = (whose: Whose) => `/api/alerts/choice${whose === 'company' ? '/company' : ''}`;
export const choiceQuery = (whose: Whose) =>
  queryOptions({ queryKey: ['alert-choice', whose], queryFn: () => api<Choice>(addressOf(whose)), staleTime: 0 });

const renew = () => void queryClient.invalidateQueries({ queryKey: ['alerts'] });

export async function keepChoice(whose: Whose, choice: Choice | Record<string, never>): Promise<Choice> {
  const kept = await put<Choice>(addressOf(whose), choice);
  queryClient.setQueryData(choiceQuery(whose).queryKey, kept);
  return kept;
}

export const markRead = (ids: string[], read = true) => post('/api/alerts/read', { ids, read }).then(renew);
export const markAllRead = () => post('/api/alerts/read', { all: true }).then(renew);
export const snooze = (ids: string[], until: string) => post('/api/alerts/snooze', { ids, until }).then(renew);
export const answer = (activity: string, said: 'accepted' | 'declined') =>
  post(`/api/alerts/invitations/${activity}`, { answer: said }).then(renew);
