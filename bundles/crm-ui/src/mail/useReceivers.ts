import { useQueries, useQuery } from '@tanstack/react-query';
import { rowsQuery, searchQuery, typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { isNamed, names, useNameOf } from '../form/useNames';
import { useDebounced } from '../kit/useDebounced';

export interface Receiver {
  name: string;
  address: string;
  /** what kind of record has the address */
  kind: string;
}

/** Of each kind so many are offered, of so many that are found: some have no address. */
const most = 4;
const looked = 20;

const addressesOf = ({ fields }: RecordType) => fields.filter(({ kind }) => kind === 'email').map(({ name }) => name);

/** Whoever has an e-mail address and is found by what is typed: of each kind of record that has such a field. */
export function useReceivers(typed: string): Receiver[] {
  const { l } = useApp();
  const nameOf = useNameOf();
  const asked = useDebounced(typed);
  const { data } = useQuery({ ...searchQuery(asked, looked), enabled: asked.length > 1 });
  const groups = asked === typed && typed.length > 1 ? (data?.groups ?? []) : [];
  const types = useQueries({ queries: groups.map(({ entity }) => typeQuery(entity)) });
  const reached = groups.flatMap(({ hits }, i) => {
    const type = types[i]?.data;
    const addresses = type ? addressesOf(type) : [];
    return type && addresses.length > 0 ? [{ type, addresses, ids: hits.map(({ id }) => id) }] : [];
  });
  const answers = useQueries({
    queries: reached.map(({ type, addresses, ids }) =>
      rowsQuery(type.name, {
        fields: [type.titleField, ...addresses, ...(isNamed(type.name) ? names : [])],
        filter: { field: 'id', op: 'in', value: ids },
        limit: looked,
      }),
    ),
  });
  return reached.flatMap(({ type, addresses, ids }, i) => {
    const rows = answers[i]?.data?.items ?? [];
    const called = (row: Row) => (isNamed(type.name) && nameOf(row)) || String(row[type.titleField] ?? '');
    return ids
      .flatMap((id) => rows.filter((row) => row.id === id))
      .flatMap((row) =>
        addresses
          .map((field) => row[field])
          .filter((address) => typeof address === 'string' && address !== '')
          .map((address) => ({ name: called(row), address: String(address), kind: l(type.label) })),
      )
      .slice(0, most);
  });
}
