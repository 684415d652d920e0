import { Overtaken, writeValues } from '../api/meanwhile';
import { queryClient, recordQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { wireValues } from '../form/schema';

/**
 * Writes one value of a row in a list. Who changed something else meanwhile is in nobody's way; who changed the same is
 * told of, and the list shows what he wrote.
 */
export async function saveCell(type: RecordType, row: Row, name: string, value: unknown, lost: string): Promise<void> {
  try {
    keep(type, await writeValues(type.name, row, wireValues(type.fields, { [name]: value })));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    keep(type, error.current);
    throw new Error(lost, { cause: error });
  }
}

function keep(type: RecordType, record: Row): void {
  queryClient.setQueryData(recordQuery(type.name, record.id).queryKey, record);
  void queryClient.invalidateQueries({ queryKey: ['records', type.name] });
}
