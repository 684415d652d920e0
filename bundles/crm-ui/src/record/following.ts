import { api, at } from '../api/client';
import { accessQuery, queryClient } from '../api/queries';
import type { RecordType } from '../api/types';
import type { App } from '../app';
import { toast } from '../kit/Toast';

/** What has a timeline can be followed. */
export const isFollowable = ({ features }: RecordType) => features.activities === true || features.notes === true;

/** Begins or ends to be told of what others do with a record. */
export async function follow(entity: string, id: string, on: boolean, t: App['t']): Promise<void> {
  try {
    await api(at('records', entity, id, 'follow'), { method: on ? 'PUT' : 'DELETE' });
  } catch (error) {
    return toast((error as Error).message, 'danger');
  }
  const { queryKey } = accessQuery(entity, id);
  queryClient.setQueryData(queryKey, (access) => access && { ...access, follows: on });
  void queryClient.invalidateQueries({ queryKey: ['records', entity] });
  toast(t(on ? 'follow.begun' : 'follow.ended'));
}
