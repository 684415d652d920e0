import type { Field, RecordType, Row } from '../api/types';
import { wireValues } from '../form/schema';
import type { Values } from '../form/useForm';
import { canWrite, isEmpty } from '../meta/paths';
import type { Proposal } from './api';

/** Of which records the value of each field is taken; of a list of several, else of one. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** What the machine writes by itself, and no two records share. */
const BOOKKEEPING = ['id', 'version', 'position', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'];
/** Who looks after a record is not made up of several. */
const ANSWERABLE = ['owner', 'team'];

export const isList = (field: Field) => field.kind === 'parts' || field.kind === 'multipick';

/** A value without what belongs to the machine and to the reader, so that two can be compared. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return isEmpty(value) ? null : value;
  if ('label' in value && 'id' in value) return String(value.id);
  const kept = Object.entries(value).filter(([name, one]) => !BOOKKEEPING.includes(name) && !isEmpty(one));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]));
}
const key = (value: unknown) => JSON.stringify(isEmpty(value) ? null : plain(value));
const same = (one: unknown, other: unknown) => key(one) === key(other);

/** The fields of which at least one record holds something, in the order of the form. */
export function fieldsOf(type: RecordType, rows: Row[]): Field[] {
  const order = type.form.sections.flatMap((section) => section.fields);
  return type.fields
    .filter((field) => !BOOKKEEPING.includes(field.name) && rows.some((row) => !isEmpty(row[field.name])))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

export const isDifferent = (field: Field, rows: Row[]) =>
  rows.some((row) => !same(row[field.name], rows[0]?.[field.name]));

/** The record that holds most, of equals the one that was changed last. */
export function mostComplete(type: RecordType, rows: Row[]): string {
  const filled = (row: Row) => type.fields.filter((field) => !isEmpty(row[field.name])).length;
  const changed = (row: Row) => String(row['modifiedAt'] ?? '');
  const [first] = [...rows].sort((a, b) => filled(b) - filled(a) || (changed(a) < changed(b) ? 1 : -1));
  return first?.id ?? '';
}

/** What makes the one that stays the most complete: lists together, gaps filled as the server proposes. */
export function proposed(fields: Field[], rows: Row[], stays: string, proposal: Proposal | undefined): Choices {
  const own = rows.find((row) => row.id === stays);
  const choices = fields.map((field): [string, string[]] => {
    const filled = rows.filter((row) => !isEmpty(row[field.name])).map((row) => row.id);
    if (isList(field)) return [field.name, filled];
    const value = proposal?.values[field.name];
    const taken = rows.find((row) => same(row[field.name], byId(value)));
    const gap = isEmpty(own?.[field.name]) && !ANSWERABLE.includes(field.name);
    return [field.name, [gap && value !== undefined && taken ? taken.id : stays]];
  });
  return Object.fromEntries(choices);
}

/** A reference as the server proposes it has no label. */
const byId = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value ? value.id : value;

/** Lists together, each entry once, those of the one that stays first and as they are. */
function together(field: Field, rows: Row[], stays: string): unknown[] {
  const known = new Set<string>();
  const own = rows.filter((row) => row.id === stays);
  return [...own, ...rows.filter((row) => row.id !== stays)].flatMap((row) =>
    (Array.isArray(row[field.name]) ? (row[field.name] as unknown[]) : []).flatMap((entry) => {
      if (known.has(key(entry))) return [];
      known.add(key(entry));
      return [row.id === stays || field.kind === 'multipick' ? entry : bare(entry as Row)];
    }),
  );
}
const bare = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !BOOKKEEPING.includes(name))) as Values;

/** What the one that stays is given: all that differs from what it has. */
export function changes(type: RecordType, rows: Row[], stays: string, choices: Choices): Values {
  const own = rows.find((row) => row.id === stays);
  const values: Values = {};
  for (const field of type.fields) {
    const from = rows.filter((row) => choices[field.name]?.includes(row.id));
    if (!own || !choices[field.name] || !canWrite(type, field)) continue;
    const value = isList(field) ? together(field, from, stays) : from[0]?.[field.name];
    if (!same(value, own[field.name])) values[field.name] = value ?? null;
  }
  return wireValues(type.fields, values);
}
