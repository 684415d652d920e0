import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { rowsQuery } from '../api/queries';
import type { Filter, Row } from '../api/types';
import { useApp } from '../app';
import type { Choice } from '../kit/Select';
import { useFound } from './useFound';

/** The fields that tell what somebody, a team or a role is called. */
export const names = ['name', 'nameEn'];

/** Who is called by a name of his own in English. */
export const isNamed = (entity: string) => ['user', 'team', 'role'].includes(entity);

/** What somebody, or a team, is called in the language of whoever looks. */
export function useNameOf() {
  const { boot } = useApp();
  const english = boot.settings.locale === 'en';
  return useCallback((row: Row) => String((english && row['nameEn']) || row['name'] || ''), [english]);
}

/** The first records in which what is typed was found, for a select: people and teams by name, others by title. */
export function useFoundNames(entity: string, filter?: Filter) {
  const { called } = useApp();
  const nameOf = useNameOf();
  const named = isNamed(entity);
  const { rows, title, hint, ...search } = useFound(entity, filter, named ? names : []);
  const found = rows.map((row): Choice => {
    const label = called({ id: row.id, label: (named && nameOf(row)) || String(row[title] ?? row.id) });
    const beside = hint && row[hint] ? String(row[hint]) : label;
    return { value: row.id, label, hint: beside === label ? undefined : beside };
  });
  return { ...search, found };
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
