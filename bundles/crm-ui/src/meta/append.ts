import type { EntityName, RecordType, Ref, Row } from '../api/types';

/** Notes and files are added by whoever may change the record or add to it. */
export const appends = (type: RecordType) => type.access.update === true || type.access.append === true;

/**
 * What a call about a record is written down about, by who may: the record itself, or its customer where it has no
 * activities.
 */
export function loggedOn(activity: EntityName | undefined, type: RecordType, row: Row): Ref | undefined {
  if (!activity?.create || (type.features.activities && !appends(type))) return undefined;
  if (type.features.activities) return { id: row.id, label: String(row[type.titleField] ?? ''), entity: type.name };
  const customer = row['account'] as Ref | null | undefined;
  return customer?.id ? { ...customer, entity: 'account' } : undefined;
}

/** How a letter begins where an address of a record is read: filed on the record, by whoever may add to it. */
export const letterOf = (type: RecordType, row: Row) =>
  !appends(type) ? { outside: true } : type.features.activities ? { about: { entity: type.name, id: row.id } } : {};
