import { api, at, Problem } from '../api/client';
import { queryClient, recordQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { wireValues } from '../form/schema';

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Writes one value of a row in a list. Who changed something else meanwhile is in nobody's way; who changed the same is
 * told of, and the list shows what he wrote.
 */
export async function saveCell(type: RecordType, row: Row, name: string, value: unknown, lost: string): Promise<void> {
  const url = at('records', type.name, row.id);
  const body = wireValues(type.fields, { [name]: value });
  const write = (version: Row['version']) => api<Row>(url, { method: 'PATCH', body, version });
  try {
    keep(type, await write(row.version));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) throw error;
    const current = (error.body['current'] as Row | undefined) ?? (await api<Row>(url));
    if (!same(current[name], row[name])) {
      keep(type, current);
      throw new Error(lost, { cause: error });
    }
    keep(type, await write(current.version));
  }
}

function keep(type: RecordType, record: Row): void {
  queryClient.setQueryData(recordQuery(type.name, record.id).queryKey, record);
  void queryClient.invalidateQueries({ queryKey: ['records', type.name] });
}
