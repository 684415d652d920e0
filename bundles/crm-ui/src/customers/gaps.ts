import { reasonWords } from '../duplicates/api';
import type { Filter, L10n, RecordType } from '../api/types';

/** What many records lack: nothing of it stands in any of the fields that could hold it. */
export interface Gap {
  name: string;
  label: string;
  filter: Filter;
}

/**
 * What a kind of record is known by, as its rule for duplicates says: a phone in any of three fields is a phone. What is
 * required lacks nowhere.
 */
export function gapsOf(type: RecordType, l: (label?: L10n) => string): Gap[] {
  return (type.duplicates ?? []).flatMap(({ name, of }) => {
    const fields = of.flatMap((one) => type.fields.find((field) => field.name === one) ?? []);
    if (fields.length === 0 || fields.some((field) => field.required)) return [];
    const empty = fields.map((field): Filter =>
      field.part ? { not: { exists: { entity: field.part, via: type.name } } } : { field: field.name, op: 'empty' },
    );
    const [first] = empty;
    return [
      { name, label: reasonWords(type, [name], l), filter: empty.length === 1 && first ? first : { all: empty } },
    ];
  });
}

/** How many records there are, and how many lack each. */
export const gapsQuestion = (type: RecordType, gaps: Gap[]) => ({
  facts: {
    rows: {
      entity: type.name,
      measures: Object.fromEntries([
        ['total', { function: 'count' }],
        ...gaps.map(({ name, filter }) => [name, { function: 'count', filter }]),
      ]) as object,
    },
  },
});
