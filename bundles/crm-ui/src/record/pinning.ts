import { writeValues } from '../api/meanwhile';
import { queryClient, recordQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import type { App } from '../app';
import { toast } from '../kit/Toast';
import { canWrite } from '../meta/paths';

/** What is kept on top of a timeline says so in a field of its own. */
export const isPinnable = (type: RecordType) =>
  type.fields.some((field) => field.name === 'pinned' && canWrite(type, field));

/** Keeps a record on top of what is told about its customer, or lets it go down to its day again. */
export async function pin(type: RecordType, record: Row, on: boolean, t: App['t']): Promise<void> {
  try {
    const kept = await writeValues(type.name, record, { pinned: on });
    queryClient.setQueryData(recordQuery(type.name, record.id).queryKey, kept);
  } catch (error) {
    return toast((error as Error).message, 'danger');
  }
  void queryClient.invalidateQueries({ queryKey: ['records', type.name] });
  toast(t(on ? 'timeline.pinnedNow' : 'timeline.unpinnedNow'));
}
