import { useQueries } from '@tanstack/react-query';
import { rowsQuery, typeQuery } from '../api/queries';
import type { Ref } from '../api/types';
import { useApp } from '../app';
import { phoneOf } from '../meta/reach';
import { loggedOn } from '../meta/append';

/** How whom a record is about is called, and what a call is written down about. */
export interface Reach {
  phone?: string | undefined;
  about?: Ref | undefined;
}
type Named = Pick<Ref, 'entity' | 'id'>;

const unknown: Reach = {};

/** How those of whom some lines tell are reached as it stands now: one question for each kind of record. */
export function useReach(records: Named[]): (record: Named) => Reach {
  const { entity } = useApp();
  const kinds = [...new Set(records.map((one) => one.entity ?? ''))].filter((kind) => entity(kind)).sort();
  const types = useQueries({ queries: kinds.map((kind) => typeQuery(kind)) });
  const answers = useQueries({
    queries: types.map(({ data: type }, i) => {
      const ids = records.filter((one) => one.entity === kinds[i]).map((one) => one.id);
      const customer = type?.fields.some(({ name }) => name === 'account') ? ['account'] : [];
      return {
        ...rowsQuery(kinds[i] ?? '', {
          fields: type ? [type.titleField, ...(type.phones ?? []), ...customer] : [],
          filter: { field: 'id', op: 'in' as const, value: [...new Set(ids)].sort() },
          limit: 50,
        }),
        enabled: type !== undefined,
      };
    }),
  });
  return ({ entity: kind, id }) => {
    const at = kinds.indexOf(kind ?? '');
    const type = types[at]?.data;
    const row = answers[at]?.data?.items.find((one) => one.id === id);
    if (!type || !row) return unknown;
    return { phone: phoneOf(type.phones ?? [], row), about: loggedOn(entity('activity'), type, row) };
  };
}
