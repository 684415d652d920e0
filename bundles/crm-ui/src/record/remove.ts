import type { App } from '../app';
import { api, at } from '../api/client';
import { leaving } from '../api/events';
import { queryClient } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { confirm } from '../kit/confirm';
import { toast } from '../kit/Toast';
import { titleOf } from '../meta/title';
import { forget } from '../shell/recent';

/** After so many milliseconds its page is left, and it may have come back from the recycle bin. */
const SETTLED = 20_000;

/** Deletes a record for somebody who is sure of it, and answers whether it is gone. */
export async function remove(type: RecordType, record: Row, { t, l }: Pick<App, 't' | 'l'>): Promise<boolean> {
  const name = titleOf(type, record, l);
  const sure = { title: t('record.deleteSure'), text: t('record.deleteText', { name }), ok: t('act.delete') };
  if (!(await confirm({ ...sure, danger: true }))) return false;
  const key = `${type.name}/${record.id}`;
  leaving.add(key); // the server may tell that it is gone before it answers
  try {
    await api(at('records', type.name, record.id), { method: 'DELETE', version: record.version });
  } catch (error) {
    toast((error as Error).message, 'danger');
    return false;
  } finally {
    setTimeout(() => leaving.delete(key), SETTLED);
  }
  toast(t('record.deleted'));
  forget(type.name, record.id);
  void queryClient.invalidateQueries({ queryKey: ['records', type.name] });
  return true;
}
