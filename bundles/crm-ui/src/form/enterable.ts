import type { CopyOf } from '../handover/copying';
import type { Field, RecordType } from '../api/types';
import type { Values } from './useForm';

/** What the short form of a kind of record asks for. */
export function quickNames({ fields, quick }: RecordType): string[] {
  const required = fields.filter((field) => field.required && field.kind !== 'bool').map((field) => field.name);
  const names = quick.length > 0 ? quick : fields.filter((field) => field.listed).map((field) => field.name);
  return [...new Set([...names, ...required])];
}

/** Those of the fields that a person may fill in. */
export const enterable = (type: RecordType, names: string[]) =>
  names
    .map((name) => type.fields.find((field) => field.name === name))
    .filter(
      (field): field is NonNullable<typeof field> => field !== undefined && !field.readOnly && field.access !== 'read',
    );

/** What the fields of a new record begin with. */
export const begun = (fields: Field[]): Values =>
  Object.fromEntries(fields.filter((field) => field.value !== undefined).map((field) => [field.name, field.value]));

/** The words that go on with the form of the full page; kept in the browser's history entry, not in the address. */
declare module '@tanstack/history' {
  interface HistoryState {
    values?: Values;
    /** what the new record is a copy of */
    copy?: CopyOf;
  }
}
