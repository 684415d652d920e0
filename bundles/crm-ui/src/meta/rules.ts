import type { Field, FieldRule, Filter, RecordType, Row } from '../api/types';
import { passes, pathsIn } from './filter';
import { canWrite } from './paths';
import { isLocked } from './lifecycle';

/** The fields that are shown while the record's values are these, required or locked as its form says. */
export function ruled(fields: Field[], rules: FieldRule[] | undefined, values: Row, me: string): Field[] {
  if (!rules) return fields;
  const holds = (filter: Filter | undefined) => filter !== undefined && passes(filter, values, me);
  return fields.flatMap((field) => {
    const own = rules.filter((rule) => rule.field === field.name);
    if (own.length === 0) return field;
    if (own.some((rule) => rule.visible && !holds(rule.visible))) return [];
    return {
      ...field,
      required: field.required === true || own.some((rule) => holds(rule.required)),
      readOnly: field.readOnly === true || own.some((rule) => holds(rule.readOnly)),
    };
  });
}

/**
 * Whether somebody may change a field of a record where it stands: by his rights, by the state it is in and by what its
 * form says. The state itself is gone to by its steps.
 */
export function isEditable(type: RecordType, row: Row, field: Field, me: string): boolean {
  const [now] = ruled([field], type.form.when, row, me);
  return (
    now !== undefined && canWrite(type, now) && field.name !== type.lifecycle?.field && !isLocked(type, row, field.name)
  );
}

/** The fields that the rules look at. */
export const decidingFields = (rules: FieldRule[] | undefined): string[] => [
  ...new Set((rules ?? []).flatMap((rule) => [rule.visible, rule.required, rule.readOnly].flatMap(pathsIn))),
];
