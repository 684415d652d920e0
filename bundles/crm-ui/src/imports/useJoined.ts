import { useQuery } from '@tanstack/react-query';
import { api, at } from '../api/client';
import type { Import, JoinedSheet } from '../api/imports';

/** The other sheets of a workbook of which a column names the records that are imported. */
export function useJoined({ id, sheet, sheets = [] }: Import): JoinedSheet[] {
  const { data } = useQuery({
    queryKey: ['import', id, 'sheets', sheet],
    queryFn: () => api<{ items: JoinedSheet[] }>(at('imports', id, 'sheets')),
    enabled: sheets.length > 1,
  });
  return data?.items ?? [];
}
