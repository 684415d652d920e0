import { InfiniteQueryObserver, useQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { pagesQuery, queryClient, tableQuery } from '../api/queries';
import type { Filter, Json, Page, Query, RecordType, Row } from '../api/types';
import { useApp, type App } from '../app';
import { wholeFilter } from '../meta/filter';
import { isDate, isNumber, type Column } from '../meta/paths';
import { wordsOf } from '../meta/Value';

/** A heading among the rows: what they have in common, how many they are and what they come to. */
export interface Group {
  key: string;
  label: string;
  count: number;
  sums: Record<string, number>;
  /** the records it is made of */
  filter: Filter;
  open: boolean;
}
/** The lines of a grouped list: rows, rows still to come (undefined), and by their place the headings. */
export interface Grouped {
  groups: Group[];
  rows: (Row | undefined)[];
  heads: ReadonlyMap<number, Group>;
  toggle: (key: string) => void;
  /** opens or folds all of them */
  all: (open: boolean) => void;
  /** whether there are more groups than are shown */
  cut: boolean;
  pending: boolean;
  error: Error | null;
  /** loads what is missing between two lines that are in sight */
  more: (first: number, last: number) => void;
}

/** Whoever has thousands of customers wants to see the largest. */
const MOST = 300;
const waiting = 3;

/** Kinds of columns whose values many records have in common. */
export const groupable = ({ field }: Column) => ['pick', 'ref', 'bool'].includes(field.kind) || isDate(field);
/** Whether the values of a column come to something together. */
export const summed = (column: Column) => isNumber(column.field) && column.field.kind !== 'percent';

const idOf = (value: Json) => JSON.stringify(typeof value === 'object' && value && 'id' in value ? value['id'] : value);

function labelOf(column: Column, value: Json, app: App): string {
  if (value === null || value === '') return app.t('list.groupNone');
  return isDate(column.field) ? app.fmt.month(String(value)) : wordsOf(column.field, value, app);
}

/** The question whose answer are the groups: how many records each has, and the sums of the numbers shown. */
function questionOf(type: RecordType, query: Query, by: Column, sums: Column[]) {
  const filter = wholeFilter(query);
  const measures = Object.fromEntries([
    ['count', { function: 'count' }],
    ...sums.map((column, i) => [`sum${i}`, { function: 'sum', of: column.path }]),
  ]) as object;
  return {
    dimensions: [{ name: 'group', path: by.path, ...(isDate(by.field) ? { bucket: 'month' } : {}) }],
    facts: { rows: { entity: type.name, ...(filter ? { filter } : {}), measures } },
    ...(by.field.kind === 'ref' ? { shaping: { top: { n: MOST, by: 'count' } } } : {}),
  };
}

/** What belongs together in a list, counted by the server over all of it; the rows of a group come when it is opened. */
export function useGroups(
  type: RecordType,
  query: Query,
  by: Column | undefined,
  columns: Column[],
): Grouped | undefined {
  const app = useApp();
  const sums = columns.filter(summed);
  const question = by && questionOf(type, query, by, sums);
  const table = useQuery({ ...tableQuery(type.name, question ?? {}), enabled: question !== undefined });
  const place = JSON.stringify(question ?? null);
  const [opened, setOpened] = useState<{ place: string; keys: string[] }>({ place, keys: [] });
  const open = opened.place === place ? opened.keys : [];
  const data = table.isPlaceholderData ? undefined : table.data;
  const groups: Group[] = (by ? (data?.rows ?? []) : []).map((row, i) => {
    const value = row[0] ?? null;
    const key = idOf(value);
    return {
      key,
      label: labelOf(by!, value, app),
      count: Number(row[1] ?? 0),
      sums: Object.fromEntries(sums.map((column, at) => [column.path, Number(row[at + 2] ?? 0)])),
      filter: data?.drill[i]?.[0]?.filter ?? { all: [] },
      open: open.includes(key),
    };
  });
  const options = by?.field.options?.map((option) => JSON.stringify(option.code));
  if (options) groups.sort((a, b) => rank(options, a.key) - rank(options, b.key));
  const asked = groups.filter((group) => group.open).map((group) => [group.key, pageOf(query, group.filter)] as const);
  const pages = usePages(type.name, asked);
  if (!by) return undefined;
  const rows: (Row | undefined)[] = [];
  const heads = new Map<number, Group>();
  const gaps = new Map<number, string>();
  for (const group of groups) {
    heads.set(rows.length, group);
    rows.push(undefined);
    if (!group.open) continue;
    const answer = pages.at(group.key);
    const loaded = answer?.data?.pages.flatMap((page) => page.items) ?? [];
    rows.push(...loaded);
    if (answer && !answer.data) gaps.set(rows.length, '');
    else if (answer?.hasNextPage) gaps.set(rows.length, group.key);
    if (gaps.has(rows.length)) for (let i = 0; i < Math.min(waiting, group.count); i++) rows.push(undefined);
  }
  return {
    groups,
    rows,
    heads,
    cut: by.field.kind === 'ref' && groups.length === MOST,
    pending: table.isPending || table.isPlaceholderData,
    error: table.error,
    toggle: (key) =>
      setOpened({ place, keys: open.includes(key) ? open.filter((one) => one !== key) : [...open, key] }),
    all: (on) => setOpened({ place, keys: on ? groups.map((group) => group.key) : [] }),
    more: (first, last) => {
      for (const [at, key] of gaps) if (key && at >= first - waiting && at <= last + 30) pages.next(key);
    },
  };
}

const rank = (codes: string[], key: string) => (codes.includes(key) ? codes.indexOf(key) : codes.length);

const pageOf = ({ fields, sort }: Query, filter: Filter): Query => ({
  ...(fields ? { fields } : {}),
  ...(sort ? { sort } : {}),
  filter,
  limit: 100,
  count: false,
});

type Watch = InfiniteQueryObserver<Page, Error, InfiniteData<Page, string>, readonly unknown[], string>;

/** The pages of several lists at once, as many as are asked for now. */
class Shelf {
  private readonly watches = new Map<string, { question: string; watch: Watch; end: () => void }>();
  private readers = new Set<() => void>();
  private turn = 0;

  ask(entity: string, asked: (readonly [string, Query])[]): void {
    const keys = new Set(asked.map(([key]) => key));
    for (const [key, { end }] of this.watches) {
      if (keys.has(key)) continue;
      end();
      this.watches.delete(key);
    }
    for (const [key, query] of asked) {
      const question = JSON.stringify(query);
      const known = this.watches.get(key);
      if (known?.question === question) continue;
      known?.end();
      const watch = new InfiniteQueryObserver(queryClient, pagesQuery(entity, query)) as unknown as Watch;
      this.watches.set(key, { question, watch, end: watch.subscribe(this.tell) });
    }
    this.tell();
  }

  readonly tell = () => {
    this.turn += 1;
    this.readers.forEach((read) => read());
  };
  readonly subscribe = (read: () => void) => {
    this.readers.add(read);
    return () => this.readers.delete(read);
  };
  readonly now = () => this.turn;
  readonly at = (key: string) => this.watches.get(key)?.watch.getCurrentResult();
  readonly next = (key: string) => {
    const result = this.at(key);
    if (result && !result.isFetching) void result.fetchNextPage();
  };

  close(): void {
    this.ask('', []);
  }
}

function usePages(entity: string, asked: (readonly [string, Query])[]) {
  const [shelf] = useState(() => new Shelf());
  useSyncExternalStore(shelf.subscribe, shelf.now);
  const question = JSON.stringify(asked);
  const wanted = useMemo(() => JSON.parse(question) as [string, Query][], [question]);
  useEffect(() => shelf.ask(entity, wanted), [shelf, entity, wanted]);
  useEffect(() => () => shelf.close(), [shelf]);
  return shelf;
}
