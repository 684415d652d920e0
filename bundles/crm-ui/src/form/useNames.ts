import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { rowsQuery } from '../api/queries';
import type { Filter, Row } from '../api/types';
import { useApp } from '../boot/app';
import { useFound } from './useFound';

/** The fields that tell what somebody, a team or a role is called. */
const names = ['name', 'nameEn'];

/** What somebody, or a team, is called in the language of whoever looks. */
export function useNameOf() {
  const { boot } = useApp();
  const english = boot.settings.locale === 'en';
  return useCallback((row: Row) => String((english && row['nameEn']) || row['name'] || ''), [english]);
}

/** The first people, teams or roles in whose names what is typed was found, for a select. */
export function useFoundNames(entity: string, filter?: Filter) {
  const nameOf = useNameOf();
  const { rows, late, ...search } = useFound(entity, filter, names);
  return { ...search, found: rows.map((row) => ({ value: row.id, label: nameOf(row), disabled: late })) };
}

/** Whoever works in some teams, by name; in none nobody. */
export function useMembers(teams: string[], most: number) {
  const nameOf = useNameOf();
  const among: Filter = { field: 'team', op: 'in', value: teams };
  const filter: Filter = {
    all: [
      { field: 'active', op: '=', value: true },
      { any: [among, { exists: { entity: 'userTeam', via: 'user', filter: among } }] },
    ],
  };
  const query = { fields: names, sort: [{ path: 'name' }], limit: most, filter };
  const { data } = useQuery({ ...rowsQuery('user', query), enabled: teams.length > 0 });
  return (teams.length > 0 ? (data?.items ?? []) : []).map((row) => ({ id: row.id, label: nameOf(row) }));
}

/** Some people or teams by name. */
export function useNames(entity: 'user' | 'team', ids: string[]) {
  const { entity: known } = useApp();
  const nameOf = useNameOf();
  const filter = { field: 'id', op: 'in' as const, value: ids };
  const query = { fields: names, sort: [{ path: 'name' }], limit: 200, filter };
  const { data } = useQuery({ ...rowsQuery(entity, query), enabled: ids.length > 0 && known(entity) !== undefined });
  return (ids.length > 0 ? (data?.items ?? []) : []).map((row) => ({ id: row.id, label: nameOf(row) }));
}
