import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsQuery, typeQuery } from '../api/queries';
import type { Filter, Query } from '../api/types';
import { useApp } from '../app';
import { useDebounced } from '../kit/useDebounced';

/** The first records of a kind in which what is typed was found, for a select: there may be thousands. */
export function useFound(entity: string, filter?: Filter, more: string[] = []) {
  const { t } = useApp();
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim());
  const { data: type } = useQuery({ ...typeQuery(entity), enabled: entity !== '' });
  const title = type?.titleField ?? '';
  const hint = type?.fields.find(
    (f) => f.listed && f.name !== title && ['text', 'phone', 'email'].includes(f.kind),
  )?.name;
  const query: Query = {
    fields: [...new Set([title, ...(hint ? [hint] : []), ...more])],
    sort: [{ path: title }],
    limit: 20,
    ...(filter ? { filter } : {}),
    ...(text ? { text } : {}),
  };
  const { data, isFetching, isPlaceholderData } = useQuery({
    ...rowsQuery(entity, query),
    enabled: type !== undefined,
  });
  // What was found for other letters is seen until the answer comes, and not taken by Enter.
  const late = typed.trim() !== text || isPlaceholderData;
  const searched = {
    late,
    loading: isFetching || late,
    onSearch: setTyped,
    empty: isFetching ? t('list.loading') : t('list.noHit'),
  };
  return { rows: data?.items ?? [], title, hint, text, searched, forget: () => setTyped('') };
}
