import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keepPreference, preferenceQuery, queryClient } from '../api/queries';
import { useApp } from '../boot/app';

export type Recent = { entity: string; id: string; label: string };
const query = preferenceQuery<Recent[]>('recent');

/** The records a person opened last, newest first. */
export function useRecent() {
  const { entity } = useApp();
  const { data } = useQuery(query);
  const add = useCallback((record: Recent) => {
    const before = queryClient.getQueryData<Recent[] | null>(query.queryKey);
    if (before === undefined) return;
    const same = (other: Recent) => other.entity === record.entity && other.id === record.id;
    const first = before?.[0];
    if (first && same(first) && first.label === record.label) return;
    const next = [record, ...(before ?? []).filter((other) => !same(other))].slice(0, 20);
    void keepPreference('recent', next);
  }, []);
  // Records of a module that is away now are not offered.
  return { loaded: data !== undefined, recent: (data ?? []).filter((record) => entity(record.entity)), add };
}
