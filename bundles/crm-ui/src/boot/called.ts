import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../api/queries';
import type { Bootstrap, Person, Row } from '../api/types';
import { useSame } from '../kit/useSame';

/** What a company lists once and every screen speaks of; of all else there may be thousands. */
const kinds = ['user', 'team', 'territory', 'department', 'productGroup', 'unit'];

/** All of a kind that have a name in English, page by page. */
async function inEnglish(kind: string, signal: AbortSignal): Promise<Row[]> {
  const filter = { field: 'nameEn', op: 'notEmpty' as const };
  const rows: Row[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const query = { fields: ['nameEn'], filter, limit: 200, count: false, ...(after ? { after } : {}) };
    const page = await ask(kind, query, signal);
    rows.push(...page.items);
    after = page.next || undefined;
  }
  return rows;
}

/**
 * What colleagues, teams and what the company has given names are called. Records name them as they are written down,
 * which is in Thai; whoever reads English knows them by their English names.
 */
export function useCalled({ settings, entities }: Bootstrap): (one: Person | undefined) => string {
  const english = settings.locale === 'en';
  const answers = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['records', kind, 'english'],
      queryFn: ({ signal }: { signal: AbortSignal }) => inEnglish(kind, signal),
      enabled: english && entities.some(({ name }) => name === kind),
      staleTime: Infinity,
    })),
  });
  const known = useSame(answers.flatMap(({ data }) => data ?? []));
  return useMemo(() => {
    const names = new Map(known.map((row) => [row.id, String(row['nameEn'])]));
    return (one) => (english && one && names.get(one.id)) || one?.label || '';
  }, [english, known]);
}
