import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { lazily } from '../kit/lazily';
import { pagesQuery, typeQuery } from '../api/queries';
import type { Query, RecordType, Row, Sort, View } from '../api/types';
import { useApp } from '../boot/app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { canWrite, useColumns, type Column } from '../meta/paths';
import { Block } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { Cards } from './Cards';
import { FilterChips } from './Chips';
import { Grid } from './Grid';
import { GroupChip } from './GroupChip';
import { useGroups } from './groups';
import { useLayout } from './layout';
import { ListFoot } from './ListFoot';
import { saveCell } from './saveCell';
import { useSelection } from './selection';
import { Toolbar } from './Toolbar';
import { keepTrail } from './trail';
import { groupOf, questionOf, useListState, viewOf } from './useList';
import { usePhone } from './usePhone';
import { ViewChips } from './ViewChips';

const ExportMenu = lazily(() => import('./ExportMenu'));
const Preview = lazily(() => import('./Preview'));
const ViewMenu = lazily(() => import('./ViewMenu'));
const RowMenu = lazily(() => import('./RowMenu'));
const BulkBar = lazily(() => import('./BulkBar'));
const QuickCreate = lazily(() => import('../form/QuickCreate'));

const none: string[] = [];
const nothing = {
  q: undefined,
  filters: undefined,
  period: undefined,
  letter: undefined,
  in: undefined,
  sort: undefined,
  group: undefined,
  off: undefined,
};

export default function ListPage() {
  const { entity, state, change } = useListState('/list/$entity');
  const { data: type, error } = useQuery(typeQuery(entity));
  if (error && !type) return <Empty icon="warning" title={error.message} />;
  if (!type) return <Skeleton lines={8} />;
  return <TypedList key={entity} type={type} state={state} change={change} />;
}

type ListProps = Pick<ReturnType<typeof useListState>, 'state' | 'change'> & { type: RecordType };

/** The list of one kind of record. */
function TypedList({ type, state, change }: ListProps) {
  const { t, l } = useApp();
  const navigate = useNavigate();
  const phone = usePhone();
  const view = viewOf(type, state.view);
  const layout = useLayout(type, view);
  const { order, pinned } = layout;
  const path = groupOf(view, state);
  const columns = useColumns(type, path ? [...order, path] : order);
  const shown = [...order.filter((one) => pinned.includes(one)), ...order.filter((one) => !pinned.includes(one))]
    .map((one) => columns.get(one))
    .filter((column): column is Column => column !== undefined);
  const query = useListQuery(type, view, state, shown, phone ? (type.phones ?? []) : none);
  const by = path ? columns.get(path) : undefined;
  const groups = useGroups(type, query, by, shown);
  const whole = useMemo(() => (by ? { ...query, limit: 1 } : query), [by, query]);
  const pages = useInfiniteQuery({ ...pagesQuery(type.name, whole), enabled: layout.ready && shown.length > 0 });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const first = pages.data?.pages[0];
  const count = pages.hasNextPage ? Math.max(first?.total?.value ?? 0, rows.length + 1) : rows.length;
  useEffect(() => keepTrail(type.name, query), [type.name, query]);
  const selection = useSelection(JSON.stringify([view.id, query.filter, query.text]));
  const [selecting, setSelecting] = useState(false);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const loaded = rows.length;
  const further = useCallback(
    (_first: number, last: number) => {
      if (loaded > 0 && last >= loaded - 30 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [loaded, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  useTitle(l(type.plural));
  const open = (id: string) => void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id } });
  const [preview, setPreview] = useState(false);
  const [row, setRow] = useState<string>();
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement; turn: number }>();
  const openMenu = useCallback(
    (id: string, anchor: HTMLElement) => setMenu((before) => ({ id, anchor, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  const peek = useCallback(() => setPreview((now) => !now), []);
  const writable = useCallback(
    (column: Column) => column.own && column.field.kind !== 'parts' && canWrite(type, column.field),
    [type],
  );
  const save = useCallback(
    (row: Row, column: Column, value: unknown) =>
      saveCell(type, row, column.path, value, t('list.changedMeanwhile', { column: column.label })),
    [type, t],
  );
  const shared = {
    label: l(type.plural),
    entity: type.name,
    title: type.titleField,
    columns: shown,
    rows: groups?.rows ?? rows,
    heads: groups?.heads,
    toggle: groups?.toggle,
    count: groups ? groups.rows.length : count,
    more: groups?.more ?? further,
    ...selection,
  };
  const setGroup = (to: string | undefined) => change({ group: to ?? (view.group ? '-' : undefined) });
  const verbs = {
    pinned,
    pin: layout.pin,
    hide: (one: string) => layout.changeOrder(order.filter((other) => other !== one)),
    group: path,
    setGroup,
  };
  const choose = (id: string) => {
    if (type.views.find((one) => one.id === id)?.mode === 'board') {
      return void navigate({ to: '/board/$entity', params: { entity: type.name }, search: { view: id } });
    }
    change({ view: id, sort: undefined, group: undefined, off: undefined });
  };
  /** A view that holds all that was asked for needs nothing beside it. */
  const fresh = (id: string) => change({ ...nothing, view: id });
  const filtered = Boolean(state.q || state.filters || state.period || state.letter);
  const error = groups?.error ?? pages.error;
  const empty = groups ? !groups.pending && groups.groups.length === 0 : rows.length === 0 && !pages.isPending;
  const clear = () => change({ ...nothing, sort: state.sort, group: state.group });
  return (
    <div className="page list-page">
      <ListHead type={type}>
        {type.access.export && (
          <ExportMenu {...{ type, view, query }} columns={shown.map((c) => c.path)} total={first?.total} />
        )}
      </ListHead>
      <div className="view-row">
        <ViewChips type={type} current={view} choose={choose} />
        <Suspense>
          <ViewMenu {...{ type, view, state, query, layout }} group={path} choose={fresh} />
        </Suspense>
      </div>
      <div className="card list-card">
        <div className="list-tools">
          <Toolbar
            {...{ type, view, state, change, layout, columns: shown, phone, selecting, setSelecting, preview, peek }}
          />
          {selection.any && (
            <Suspense>
              <BulkBar type={type} query={query} selection={selection} count={first?.total} />
            </Suspense>
          )}
        </div>
        <FilterChips {...{ type, view, state, change, clear }}>
          {groups && by && <GroupChip groups={groups} by={by} drop={() => setGroup(undefined)} />}
        </FilterChips>
        <div className={'list-body' + (preview ? ' split' : '')} aria-busy={pages.isFetching || pages.isPending}>
          {error ? (
            <Empty icon="warning" title={error.message}>
              <Button onClick={() => void pages.refetch()}>{t('error.again')}</Button>
            </Empty>
          ) : empty && layout.ready ? (
            <NoRows {...{ type, view, filtered, clear, choose }} />
          ) : phone ? (
            <Cards {...shared} phones={type.phones ?? none} selecting={selecting || selection.any} />
          ) : (
            <Grid
              {...shared}
              sort={query.sort ?? []}
              onSort={(sort: Sort[]) => change({ sort })}
              sizing={layout.sizing}
              onSizing={layout.changeSizing}
              onOrder={layout.changeOrder}
              open={open}
              writable={writable}
              save={save}
              onRow={setRow}
              peek={peek}
              verbs={verbs}
              menu={openMenu}
            />
          )}
          <Suspense>{menu && <RowMenu key={menu.turn} type={type} id={menu.id} anchor={menu.anchor} />}</Suspense>
          <Suspense>
            {preview && !phone && row && (
              <Block key={row}>
                <Preview type={type} id={row} close={peek} />
              </Block>
            )}
          </Suspense>
        </div>
        <ListFoot type={type} query={query} page={first} loaded={rows.length} columns={shown} />
      </div>
    </div>
  );
}

function useListQuery(
  type: RecordType,
  view: ReturnType<typeof viewOf>,
  state: ListProps['state'],
  shown: Column[],
  beside: string[],
): Query {
  // A sort over a column that is gone would only be refused.
  const question = questionOf(view, state, type.titleField);
  const fields = [...new Set([type.titleField, ...shown.map((column) => column.path), ...beside])];
  const query: Query = { ...question, fields, limit: 100 };
  const key = JSON.stringify(query);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => query, [key]);
}

function ListHead({ type, children }: { type: RecordType; children: ReactNode }) {
  const { t, l } = useApp();
  const [creating, setCreating] = useState(false);
  return (
    <div className="page-head">
      <h1>{l(type.plural)}</h1>
      <span className="grow" />
      {type.board && (
        <Link to="/board/$entity" params={{ entity: type.name }} className="btn plain short">
          <Icon name="board" size={16} />
          <span className="btn-text">{t('list.board')}</span>
        </Link>
      )}
      <Suspense>{children}</Suspense>
      {type.features.import && type.access.import && (
        <Link to="/import" search={{ entity: type.name }} className="btn plain short">
          <Icon name="import" size={16} />
          <span className="btn-text">{t('list.import')}</span>
        </Link>
      )}
      {type.access.create && (
        <Button look="solid" icon="plus" className="short" onClick={() => setCreating(true)}>
          {t('list.new')}
        </Button>
      )}
      <Suspense>{creating && <QuickCreate entity={type.name} close={() => setCreating(false)} />}</Suspense>
    </div>
  );
}

interface NoRowsProps {
  type: RecordType;
  view: View;
  filtered: boolean;
  clear: () => void;
  choose: (view: string) => void;
}

/** Says why nothing is here: the filter, the view, or there is nothing yet. */
function NoRows({ type, view, filtered, clear, choose }: NoRowsProps) {
  const { t, l } = useApp();
  if (filtered) {
    return (
      <Empty icon="filter" title={t('list.noHit')}>
        <Button onClick={clear}>{t('list.clearFilters')}</Button>
      </Empty>
    );
  }
  const whole = view.filter && type.views.find((one) => !one.filter && one.mode !== 'board');
  const title = whole ? t('list.noneInView', { view: l(view.label) }) : t('list.none', { what: l(type.plural) });
  return (
    <Empty icon={type.icon ?? 'list'} title={title}>
      {whole && <Button onClick={() => choose(whole.id)}>{l(whole.label)}</Button>}
      {type.access.create && (
        <Link to="/new/$entity" params={{ entity: type.name }} className="btn solid">
          {t('list.newOf', { what: l(type.label) })}
        </Link>
      )}
    </Empty>
  );
}
