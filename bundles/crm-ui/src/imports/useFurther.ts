import { useQueries } from '@tanstack/react-query';
import { typeQuery } from '../api/queries';
import type { Field, RecordType } from '../api/types';
import { useApp } from '../app';

export const enterable = (type: RecordType | undefined) =>
  (type?.fields ?? []).filter(
    (field) => !field.readOnly && field.access !== 'read' && field.kind !== 'parts' && field.kind !== 'picture',
  );

/** What a column can be read into beside the record's own fields. */
export interface Further {
  path: string;
  label: string;
  field: Field;
  /** it belongs to a record that is made with the row where it is not there yet, such as the company of a contact */
  makes?: boolean;
  /** that record is called by it */
  title?: boolean;
}

/** The fields of a record's parts, such as the lines of an address, and of the records its rows can bring along. */
export function useFurther(type: RecordType | undefined): Further[] {
  const { l, entity } = useApp();
  const makes = ({ ref = '' }: Field) => ref !== type?.name && entity(ref)?.import && entity(ref)?.create;
  const writable = (type?.fields ?? []).filter((field) => !field.readOnly && field.access !== 'read');
  const lists = writable.filter((field) => field.part || makes(field));
  const others = useQueries({ queries: lists.map((list) => typeQuery(list.part ?? list.ref ?? '')) });
  return lists.flatMap((list, i) => {
    const other = others[i]?.data;
    const along = list.part ? {} : { makes: true };
    return enterable(other)
      .filter((field) => list.part || !field.ref)
      .map((field) => ({
        path: `${list.name}.${field.name}`,
        label: `${l(list.label)} · ${l(field.label)}`,
        field,
        ...along,
        title: field.name === other?.titleField,
      }));
  });
}

/** What a path leads to; that of a later part of a list, `addresses.2.street`, stands for the same of the first. */
export function furtherAt(further: Further[], path: string): Further | undefined {
  const [list, number, piece] = path.split('.');
  const first = further.find((one) => one.path === (piece ? `${list}.${piece}` : path));
  return first && piece ? { ...first, path, label: first.label.replace(' · ', ` ${number} · `) } : first;
}
