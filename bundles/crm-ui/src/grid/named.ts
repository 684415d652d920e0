import { useQueries } from '@tanstack/react-query';
import { rowsQuery, typeQuery } from '../api/queries';
import type { Filter, Json, Ref, Row } from '../api/types';
import { useApp } from '../app';
import { isNamed, names, useNameOf } from '../form/useNames';
import { comparesIn, withCompares } from '../meta/filter';
import type { Column } from '../meta/paths';

const refOf = (value: Json): Partial<Ref> =>
  typeof value === 'object' && value !== null ? (value as Partial<Ref>) : { id: String(value) };

/** The records that filters name, by their kind: an address carries names, a saved view only ids. */
function wantedOf(filters: Filter[], columns: Map<string, Column>): [string, string[]][] {
  const ids = new Map<string, Set<string>>();
  for (const { field, value } of filters.flatMap(comparesIn)) {
    const entity = columns.get(field)?.field.ref;
    for (const { id, label } of entity && Array.isArray(value) ? value.map(refOf) : []) {
      const fresh = id && !id.startsWith('@') && (!label || isNamed(entity!));
      if (fresh) ids.set(entity!, (ids.get(entity!) ?? new Set()).add(id));
    }
  }
  return [...ids].map(([entity, some]) => [entity, [...some]]);
}

/** Filters in which each record has its name, that of a colleague in the language of whoever looks. */
export function useNamed(filters: Filter[], columns: Map<string, Column>): Filter[] {
  const { entity: known } = useApp();
  const nameOf = useNameOf();
  const wanted = wantedOf(filters, columns).filter(([entity]) => known(entity));
  const types = useQueries({ queries: wanted.map(([entity]) => typeQuery(entity)) });
  const titleAt = (i: number) => types[i]?.data?.titleField ?? '';
  const answers = useQueries({
    queries: wanted.map(([entity, ids], i) => ({
      ...rowsQuery(entity, {
        fields: isNamed(entity) ? names : [titleAt(i)],
        filter: { field: 'id', op: 'in', value: ids },
        limit: 200,
      }),
      enabled: titleAt(i) !== '',
    })),
  });
  const called = new Map<string, string>();
  wanted.forEach(([entity], i) => {
    const name = (row: Row) => (isNamed(entity) ? nameOf(row) : String(row[titleAt(i)] ?? ''));
    for (const row of answers[i]?.data?.items ?? []) called.set(row.id, name(row));
  });
  const named = (entity: string, value: Json): Json => {
    const { id = '', label = '…', ...rest } = refOf(value);
    return id.startsWith('@') ? value : { entity, ...rest, id, label: called.get(id) ?? label };
  };
  return filters.map((filter) =>
    withCompares(filter, (one) => {
      const entity = columns.get(one.field)?.field.ref;
      return entity && Array.isArray(one.value)
        ? { ...one, value: one.value.map((value) => named(entity, value)) }
        : one;
    }),
  );
}
