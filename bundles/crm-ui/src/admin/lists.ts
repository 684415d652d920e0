import type { Json, L10n } from '../api/types';

export interface ListName {
  list: string;
  label: L10n | undefined;
}

/** The company's pick lists by id and words. */
export function listsOf(answer: Json | undefined): ListName[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((one): ListName[] => {
    if (typeof one === 'string') return [{ list: one, label: undefined }];
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return [];
    return [{ list: String(one['id'] ?? ''), label: one['label'] as unknown as L10n | undefined }];
  });
}
