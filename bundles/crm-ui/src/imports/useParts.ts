import { useQueries } from '@tanstack/react-query';
import { typeQuery } from '../api/queries';
import type { Field, RecordType } from '../api/types';
import { useApp } from '../boot/app';

export const enterable = (type: RecordType | undefined) =>
  (type?.fields ?? []).filter(
    (field) => !field.readOnly && field.access !== 'read' && field.kind !== 'parts' && field.kind !== 'picture',
  );

/** The fields of a record's parts, such as the lines of an address, that a file can fill. */
export function useParts(type: RecordType | undefined): { path: string; label: string; field: Field }[] {
  const { l } = useApp();
  const lists = (type?.fields ?? []).filter((field) => field.part && !field.readOnly && field.access !== 'read');
  const parts = useQueries({ queries: lists.map((list) => typeQuery(list.part ?? '')) });
  return lists.flatMap((list, i) =>
    enterable(parts[i]?.data).map((field) => ({
      path: `${list.name}.${field.name}`,
      label: `${l(list.label)} · ${l(field.label)}`,
      field,
    })),
  );
}
