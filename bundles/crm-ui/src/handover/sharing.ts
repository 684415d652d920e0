import { queryOptions } from '@tanstack/react-query';
import { api, at } from '../api/client';
import type { Why } from '../api/types';

export const levels = ['read', 'write', 'append', 'delete'] as const;
export type ShareLevel = (typeof levels)[number];

export interface Share extends Record<ShareLevel, boolean> {
  principal: { kind: 'user' | 'team'; id: string; label: string };
  /** the moment at which it ends */
  until?: string;
}

/** The shares with one more who may read, unless he is among them. */
export const sharedWith = (shares: Share[], principal: Share['principal']): Share[] =>
  shares.some((known) => known.principal.id === principal.id)
    ? shares
    : [...shares, { principal, read: true, write: false, append: false, delete: false }];

export const sharesQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'shares'],
    queryFn: () => api<Share[]>(at('records', entity, id, 'shares')),
  });

/** Asked anew each time: rights change without the record. */
export const whyQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'why'],
    queryFn: () => api<Why>(at('records', entity, id, 'why')),
    gcTime: 0,
  });

const day = 86_400_000;

/** The last day of a share: its end is the midnight after it. */
export const lastDay = (until: string, dayOf: (iso: string) => string): string =>
  dayOf(new Date(Date.parse(until) - 1).toISOString());

/** The midnight after a day. */
export const endOf = (date: string, instantOf: (wall: string) => string): string =>
  instantOf(`${new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)}T00:00`);
