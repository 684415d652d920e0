import type { App } from '../app';
import type { RecordType, Row } from '../api/types';

/** What a record is called; a title chosen from a pick list is said in its words. */
export function titleOf(type: RecordType, row: Row | undefined, l: App['l']): string {
  const code = row?.[type.titleField];
  const options = type.fields.find((field) => field.name === type.titleField)?.options;
  return l(options?.find((option) => option.code === code)?.label) || String(code ?? '');
}
