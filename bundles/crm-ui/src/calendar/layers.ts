import type { Field } from '../api/types';
import type { Known } from './CalendarPage';
import type { Layer } from './state';

/** The fields by whose words entries of a source are shown or hidden. */
export const listsOf = ({ source, type }: Known): Field[] =>
  type.fields.filter(
    (field) => [source.kind, source.status].includes(field.name) && field.pickList && field.options?.length,
  );

export const picksOf = (field: Field): string[] =>
  (field.options ?? []).map((option) => `${field.pickList}.${option.code}`);

export const layerOf = (known: Known): Layer => ({ source: known.source.id, lists: listsOf(known).map(picksOf) });
