import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keepPreference, preferenceQuery, queryClient } from '../api/queries';
import { useApp } from '../app';

/** A record that was opened, by the name it had then. */
export type Recent = { entity: string; id: string; label: string };
const query = preferenceQuery<Recent[]>('recent');
const kept = () => queryClient.getQueryData<Recent[] | null>(query.queryKey);
const isOf = (entity: string, id: string) => (one: Recent) => one.entity === entity && one.id === id;

/** A record that is not there any more leads nowhere. */
export function forget(entity: string, id: string): void {
  const gone = isOf(entity, id);
  const before = kept() ?? [];
  if (before.some(gone))
    void keepPreference(
      'recent',
      before.filter((one) => !gone(one)),
    );
}

/** The records a person opened last, newest first. */
export function useRecent() {
  const { entity } = useApp();
  const { data } = useQuery(query);
  const add = useCallback((record: Recent) => {
    const before = kept();
    if (before === undefined) return;
    const same = isOf(record.entity, record.id);
    const first = before?.[0];
    if (first && JSON.stringify(first) === JSON.stringify(record)) return;
    const next = [record, ...(before ?? []).filter((other) => !same(other))].slice(0, 20);
    // Without the network one goes on without it.
    void keepPreference('recent', next).catch(() => undefined);
  }, []);
  // Records of a module that is away now are not offered.
  return { loaded: data !== undefined, recent: (data ?? []).filter((record) => entity(record.entity)), add };
}
