import type { Field, RecordType } from '../api/types';
import type { Values } from './useForm';

/** The fields of a kind of record that a person may fill in when it is new. */
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
  }
}
