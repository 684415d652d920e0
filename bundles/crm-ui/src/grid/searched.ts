import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keepPreference, preferenceQuery, queryClient } from '../api/queries';

const LAST = 8;
const LONGEST = 100;

/** What a person searched a kind of record for last, offered again where he searches. */
export function useSearched(entity: string) {
  const place = `searched.${entity}`;
  const query = preferenceQuery<string[]>(place);
  const [wanted, setWanted] = useState(false);
  const { data } = useQuery({ ...query, enabled: wanted });
  const keep = (typed: string) => {
    const text = typed.trim().slice(0, LONGEST);
    const before = queryClient.getQueryData<string[] | null>(query.queryKey);
    if (before === undefined || text.length < 2 || before?.[0] === text) return;
    void keepPreference(place, [text, ...(before ?? []).filter((other) => other !== text)].slice(0, LAST));
  };
  return { last: data ?? [], look: () => setWanted(true), keep };
}
