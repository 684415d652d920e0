import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, at, post } from '../api/client';
import { preferenceQuery } from '../api/queries';
import type { L10n, RecordType } from '../api/types';
import { wireValues } from '../form/schema';
import type { Values } from '../form/useForm';
import { isEmpty } from '../meta/paths';

/** A record that may be the same; without id it is one that the person may not read. */
export interface Match {
  id?: string;
  title?: string;
  owner: string;
  score?: number;
  reasons?: string[];
}
export interface Group {
  score: number;
  reasons: string[];
  records: Match[];
}
interface Found {
  groups: Group[];
  next: string;
}

/** From here on more than a name agrees. */
const SURE = 95;

/** The one that is surely the same, if the person may read it. */
export const surest = (matches: Match[]): Match | undefined =>
  matches
    .filter(({ id, score = 0 }) => id && score >= SURE)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))[0];

/** The values by which records that may be the same are found. */
export function compared(type: RecordType, values: Values): Values {
  const names = (type.duplicates ?? []).flatMap((rule) => rule.of);
  const told = ([name, value]: [string, unknown]) => names.includes(name) && !isEmpty(value) && value !== false;
  const given = Object.entries(values).filter(told);
  return wireValues(type.fields, Object.fromEntries(given));
}

/** @param id of the record itself, where it is there already */
export const check = async (entity: string, values: Values, signal?: AbortSignal, id?: string): Promise<Match[]> => {
  const body = { entity, values, id };
  return (await api<{ matches: Match[] }>('/api/duplicates/check', { method: 'POST', body, signal })).matches;
};

export const matchesQuery = (entity: string, values: Values, id?: string) =>
  queryOptions({
    queryKey: ['records', entity, 'matches', values, id],
    queryFn: ({ signal }) => check(entity, values, signal, id),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  });

/** In what they agree, in the words of the form. */
export const reasonWords = (type: RecordType, reasons: string[], l: (label?: L10n) => string) =>
  reasons
    .map((reason) => {
      const names = [reason, ...(type.duplicates?.find((rule) => rule.name === reason)?.of ?? [])];
      return l(names.map((name) => type.fields.find((field) => field.name === name)).find(Boolean)?.label);
    })
    .join(', ');

/** The job of the person's last search over an entity. */
export const lastSearchQuery = (entity: string) => preferenceQuery<{ job: string }>(`duplicates.${entity}`);

export const search = (entity: string, fields: string[], sharpness: number | undefined) =>
  post<{ job: string }>('/api/duplicates/search', { entity, fields, sharpness });

export const groupsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['records', 'duplicates', search],
    queryFn: ({ pageParam }) => api<Found>(`${at('duplicates', search, 'groups')}?limit=20&after=${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });

interface JudgedGroups {
  groups: { at: string; records: Match[] }[];
  next: string;
}

/** What people said is not the same, the latest first. */
export const judgedQuery = (entity: string) =>
  infiniteQueryOptions({
    queryKey: ['records', 'duplicates', 'judged', entity],
    queryFn: ({ pageParam }) => {
      const page = new URLSearchParams({ entity, limit: '20', after: pageParam });
      return api<JudgedGroups>(`/api/duplicates/different?${page}`);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });

/** Takes back that they are not the same. */
export const resemble = (entity: string, ids: string[]) =>
  api(`/api/duplicates/different?${new URLSearchParams({ entity, ids: ids.join() })}`, { method: 'DELETE' });

export const differ = (entity: string, ids: string[]) => post('/api/duplicates/different', { entity, ids });
