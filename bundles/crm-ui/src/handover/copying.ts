import type { Field, RecordType, RelatedList, Row } from '../api/types';
import type { Values } from '../form/useForm';
import { isEmpty } from '../meta/paths';

/** What is copied where, once the copy is saved. */
export interface CopyOf {
  from: string;
  along: string[];
}

export const partsOf = (type: RecordType): Field[] => type.fields.filter((field) => field.kind === 'parts');

/** Records that refer to one and make sense with another: not work that is open or over. */
export const followersOf = (type: RecordType): RelatedList[] =>
  type.related.filter((list) => list.create && !list.open && list.entity !== type.name && !list.id.startsWith('user.'));

/** What no two records may have the same, and what belongs to one alone. */
const isOwn = (type: RecordType, field: Field) =>
  field.unique || field.kind === 'taxId' || ['owner', 'team', 'pinned', type.lifecycle?.field].includes(field.name);

const fresh = (part: unknown): unknown => {
  const { id: _id, version: _version, ...rest } = part as Record<string, unknown>;
  return rest;
};

/** What the form of a copy begins with. */
export const copied = (type: RecordType, record: Row, along: string[]): Values =>
  Object.fromEntries(
    type.fields
      .filter(
        (field) => field.access !== 'read' && !field.readOnly && !isOwn(type, field) && !isEmpty(record[field.name]),
      )
      .filter((field) => field.kind !== 'parts' || along.includes(field.name))
      .map((field) => {
        const value: unknown = record[field.name];
        return [field.name, field.kind === 'parts' && Array.isArray(value) ? value.map(fresh) : value];
      }),
  );

/** What the server brings when the copy is there: the form has the parts already. */
export const brought = (type: RecordType, along: string[]): string[] =>
  along.filter((one) => !partsOf(type).some((field) => field.name === one));
