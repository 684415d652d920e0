import { api, at } from '../api/client';
import { accessQuery, queryClient } from '../api/queries';
import type { Filter, RecordType } from '../api/types';
import type { App } from '../boot/app';
import { toast } from '../kit/Toast';
import { isCompare } from '../meta/filter';

/** What has a timeline can be followed. */
export const isFollowable = ({ features }: RecordType) => features.activities === true || features.notes === true;

/** Lists of what one follows. */
export const followed: Filter = { field: 'id', op: 'in', value: '@followed' };
export const isFollowed = (filter: Filter) => isCompare(filter) && filter.value === '@followed';

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
