import type { TFunction } from 'i18next';
import { queryClient, typeQuery } from '../api/queries';
import type { L10n } from '../api/types';
import { toast } from '../kit/Toast';
import { undoMerge, type Kept } from './api';

interface Words {
  t: TFunction;
  l: (label?: L10n) => string;
}

/** Makes several records of one again, and says what somebody changed since and is left as it is. */
export async function takeApart(merge: string, words: Words): Promise<void> {
  const { t } = words;
  try {
    const { changed } = await undoMerge(merge);
    void queryClient.invalidateQueries({ queryKey: ['records'] });
    void queryClient.invalidateQueries({ queryKey: ['record'] });
    if (changed.length === 0) return toast(t('merge.undone'));
    const kept = await Promise.all(changed.map((one) => nameOf(one, words)));
    toast(t('merge.undoneBut', { kept: [...new Set(kept)].join(', ') }), 'warning');
  } catch (error) {
    toast((error as Error).message, 'danger');
  }
}

async function nameOf({ entity, field }: Kept, { l }: Words): Promise<string> {
  const type = await queryClient.ensureQueryData(typeQuery(entity));
  return l(type.fields.find((one) => one.name === field)?.label) || l(type.label);
}
