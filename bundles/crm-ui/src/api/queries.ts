import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
  type QueryFilters,
} from '@tanstack/react-query';
import { api, at, caller, Problem, put } from './client';
import { inTurn } from './inTurn';
import type {
  Access,
  Bootstrap,
  DeletedRecord,
  FileItem,
  HistoryItem,
  Home,
  Job,
  Json,
  ModuleInfo,
  Note,
  Page,
  Paged,
  PickRow,
  Permission,
  Query,
  RecordType,
  RoleRights,
  Row,
  SearchAnswer,
  Table,
  TimelineItem,
} from './types';

/** A server that is out of reach or just starting is worth asking again. */
export const isAway = (error: Error | null) =>
  error instanceof Problem ? error.status === 0 || error.status === 503 : error !== null;

/** Asks again what was first asked before it became stale: the library would keep the answer that is on its way. */
class FreshClient extends QueryClient {
  override invalidateQueries: QueryClient['invalidateQueries'] = (filters, options) => {
    for (const query of this.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' } as QueryFilters)) {
      const again = () => super.invalidateQueries({ queryKey: query.queryKey, exact: true });
      if (query.state.data === undefined) void query.promise?.then(again, () => undefined);
    }
    return super.invalidateQueries(filters, options);
  };
}

export const queryClient = new FreshClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && isAway(error),
    },
  },
});

/** The first element of a key says what an event of the server makes stale. */
export const bootstrapQuery = queryOptions({
  queryKey: ['bootstrap'],
  queryFn: async () => {
    const boot = await api<Bootstrap>('/api/bootstrap');
    caller.csrf = boot.csrf;
    return boot;
  },
  staleTime: Infinity,
});

/** The page of the day; made stale by a change of any record, as lists are. */
export const homeQuery = (of: 'me' | 'team') =>
  queryOptions({
    queryKey: ['records', 'home', of],
    queryFn: () => api<Home>(`/api/home?of=${of}`),
    placeholderData: keepPreviousData,
  });

export const typeQuery = (entity: string) =>
  queryOptions({
    queryKey: ['type', entity],
    queryFn: () => api<RecordType>(at('types', entity)),
    staleTime: Infinity,
  });

export const preferenceQuery = <T extends Json>(key: string) =>
  queryOptions({
    queryKey: ['preference', key],
    queryFn: () => api<T | null>(at('preferences', key)),
    staleTime: Infinity,
  });

export async function keepPreference(key: string, value: Json): Promise<void> {
  queryClient.setQueryData(['preference', key], value);
  await inTurn(`preference ${key}`, () => put(at('preferences', key), value));
}

export const ask = (entity: string, query: Query, signal?: AbortSignal) =>
  api<Page>(at('records', entity, 'query'), { method: 'POST', body: query, signal });

export const pagesQuery = (entity: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: ['records', entity, 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      ask(
        entity,
        pageParam ? { ...query, after: pageParam, count: false } : { ...query, count: query.count ?? true },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  });

export const rowsQuery = (entity: string, query: Query) =>
  queryOptions({
    queryKey: ['records', entity, 'rows', query],
    queryFn: ({ signal }) => ask(entity, query, signal),
    placeholderData: keepPreviousData,
  });

/** Nobody looks for more letters; an address has room for so many Thai ones. */
const longestSearch = 200;

export const searchQuery = (text: string, limit = 5) =>
  queryOptions({
    queryKey: ['records', '*', 'search', text, limit],
    queryFn: ({ signal }) =>
      api<SearchAnswer>(`/api/search?limit=${limit}&q=${encodeURIComponent(text.slice(0, longestSearch))}`, { signal }),
    staleTime: 5_000,
    retry: false,
  });

export const recordQuery = (entity: string, id: string) =>
  queryOptions({ queryKey: ['record', entity, id], queryFn: () => api<Row>(at('records', entity, id)) });

export const accessQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: ['record', entity, id, 'access'],
    queryFn: () => api<Access>(at('records', entity, id, 'access')),
  });

export const tableQuery = (entity: string, question: object) =>
  queryOptions({
    queryKey: ['records', entity, 'table', question],
    queryFn: () => api<Table>('/api/query', { method: 'POST', body: question }),
    placeholderData: keepPreviousData,
  });

const paged = <T>(key: unknown[], url: string, wish: string[] = []) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => {
      const asked = pageParam ? [...wish, `after=${encodeURIComponent(pageParam)}`] : wish;
      return api<Paged<T>>(asked.length > 0 ? `${url}?${asked.join('&')}` : url);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });

/** What is wished, as an address says it. */
const given = (wish: object) =>
  Object.entries(wish).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(String(value))}`] : []));

const about = (entity: string, id: string, what: string) => ['record', entity, id, what];
/** What of a timeline is looked for; all of it by itself. */
export interface TimelineWish {
  kinds?: string | undefined;
  person?: string | undefined;
  text?: string | undefined;
}
export const timelineQuery = (entity: string, id: string, wish: TimelineWish) =>
  paged<TimelineItem>([...about(entity, id, 'timeline'), wish], at('records', entity, id, 'timeline'), given(wish));
export const pinnedQuery = (entity: string, id: string) =>
  paged<Note>([...about(entity, id, 'notes'), 'pinned'], at('records', entity, id, 'notes'), ['pinned=true']);
export const historyQuery = (entity: string, id: string) =>
  paged<HistoryItem>(about(entity, id, 'history'), at('records', entity, id, 'history'));
export const notesQuery = (entity: string, id: string) =>
  paged<Note>(about(entity, id, 'notes'), at('records', entity, id, 'notes'));
export const filesQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: about(entity, id, 'files'),
    queryFn: () => api<Paged<FileItem>>(at('records', entity, id, 'files')),
  });
export const countsQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: about(entity, id, 'counts'),
    queryFn: () => api<Record<string, { value: number; exact: boolean }>>(at('records', entity, id, 'counts')),
  });

export interface Branch {
  id: string;
  label: string;
  /** missing at the top */
  above?: string;
}
export const treeQuery = (entity: string, id: string, via: string) =>
  queryOptions({
    queryKey: [...about(entity, id, 'tree'), via],
    queryFn: () => api<{ records: Branch[]; more: boolean }>(`${at('records', entity, id, 'tree')}?via=${via}`),
  });

/** What is looked for in the recycle bin; all of it by itself. */
export interface BinWish {
  text?: string | undefined;
  entity?: string | undefined;
  by?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}
export const binQuery = (wish: BinWish) => paged<DeletedRecord>(['recycle-bin', wish], '/api/recycle-bin', given(wish));
export const modulesQuery = queryOptions({
  queryKey: ['modules'],
  queryFn: () => api<ModuleInfo[]>('/api/modules'),
});
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: () => api<Job>(at('jobs', id)),
    refetchInterval: (query) => (isOver(query.state.data) ? false : 1500),
  });
/** What one has set going, the latest first. */
export const jobsQuery = (of: 'me' | 'all') =>
  queryOptions({
    queryKey: ['jobs', of],
    queryFn: () => api<{ items: Job[] }>(`/api/jobs?of=${of}`),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.items.every(isOver) === false ? 1500 : false),
  });
export const isOver = (job: Job | undefined) => job !== undefined && !['waiting', 'running'].includes(job.state);
export const pickListsQuery = queryOptions({
  queryKey: ['pick-lists'],
  queryFn: () => api<Json>('/api/pick-lists'),
});
export const pickListQuery = (list: string) =>
  queryOptions({ queryKey: ['pick-lists', list], queryFn: () => api<PickRow[]>(at('pick-lists', list)) });
export const permissionsQuery = () =>
  queryOptions({ queryKey: ['permissions'], queryFn: () => api<Permission[]>(at('roles', 'permissions')) });
export const rightsQuery = (role: string) =>
  queryOptions({ queryKey: ['rights', role], queryFn: () => api<RoleRights>(at('roles', role, 'rights')) });
