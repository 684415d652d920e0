import type { Change, Field, RecordType, Row } from '../api/types';
import { same } from '../api/meanwhile';
import { wireValues } from '../form/schema';
import { isEmpty } from '../meta/paths';
import { isEditable } from '../meta/rules';

const wired = (field: Field, value: unknown) => wireValues([field], { [field.name]: value ?? null })[field.name];

/** Whether a field still has the value that a change gave it. */
export const isStill = (field: Field, { new: made }: Change, record: Row) =>
  same(wired(field, made), wired(field, record[field.name]));

/**
 * The field whose value from before a change can be put back by this person: one of the record itself that he may
 * write, that no step of a life cycle leads to, and that has another value by now.
 */
export function puttable(type: RecordType, record: Row, change: Change, me: string): Field | undefined {
  const field = type.fields.find(({ name }) => name === change.field);
  if (!field || field.kind === 'parts' || !isEditable(type, record, field, me)) return undefined;
  if (field.required && isEmpty(change.old)) return undefined;
  return same(wired(field, change.old), wired(field, record[field.name])) ? undefined : field;
}
