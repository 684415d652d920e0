import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { patiently } from '../api/patiently';
import { pagesQuery, typeQuery } from '../api/queries';
import type { Query, RecordType, Row, Sort, View } from '../api/types';
import { useApp } from '../boot/app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { canWrite, isNumber, useColumns, type Column } from '../meta/paths';
import { Cards } from './Cards';
import { FilterChips } from './Chips';
import { Grid } from './Grid';
import { useLayout } from './layout';
import { ListFoot } from './ListFoot';
import { saveCell } from './saveCell';
import { useSelection } from './selection';
import { Toolbar } from './Toolbar';
import { keepTrail } from './trail';
import { questionOf, useListState, viewOf } from './useList';
import { usePhone } from './usePhone';
import { ViewChips } from './ViewChips';

const ExportMenu = lazy(patiently(() => import('./ExportMenu')));
const Preview = lazy(patiently(() => import('./Preview')));
const ViewMenu = lazy(patiently(() => import('./ViewMenu')));
const BulkBar = lazy(patiently(() => import('./BulkBar')));
const QuickCreate = lazy(patiently(() => import('../form/QuickCreate')));

const nothing = {
  q: undefined,
  filters: undefined,
  period: undefined,
  letter: undefined,
  in: undefined,
  sort: undefined,
};

export default function ListPage() {
  const { entity, state, change } = useListState('/list/$entity');
  const { data: type, error } = useQuery(typeQuery(entity));
  if (error) return <Empty icon="warning" title={error.message} />;
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
  const columns = useColumns(type, layout.order);
  const shown = layout.order
    .map((path) => columns.get(path))
    .filter((column): column is Column => column !== undefined);
  const query = useListQuery(type, view, state, shown);
  const pages = useInfiniteQuery({ ...pagesQuery(type.name, query), enabled: layout.ready && shown.length > 0 });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const first = pages.data?.pages[0];
  const count = pages.hasNextPage ? Math.max(first?.total?.value ?? 0, rows.length + 1) : rows.length;
  useEffect(() => keepTrail(type.name, query), [type.name, query]);
  const selection = useSelection(JSON.stringify([view.id, query.filter, query.text]));
  const [selecting, setSelecting] = useState(false);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    document.title = `${l(type.plural)} – Sala CRM`;
  });
  const open = (id: string) => void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id } });
  const [preview, setPreview] = useState(false);
  const [row, setRow] = useState<string>();
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
    rows,
    count,
    more,
    ...selection,
  };
  const choose = (id: string) => change({ view: id, sort: undefined });
  /** A view that holds all that was asked for needs nothing beside it. */
  const fresh = (id: string) => change({ ...nothing, view: id });
  const filtered = Boolean(state.q || state.filters || state.period || state.letter);
  const clear = () => change({ ...nothing, sort: state.sort });
  return (
    <div className="page list-page">
      <ListHead type={type}>
        {type.access.export && <ExportMenu type={type} view={view} query={query} columns={shown.map((c) => c.path)} />}
      </ListHead>
      <div className="view-row">
        <ViewChips type={type} current={view} choose={choose} />
        <Suspense>
          <ViewMenu {...{ type, view, state, query, layout }} choose={fresh} />
        </Suspense>
      </div>
      <div className="card list-card">
        <Toolbar
          {...{ type, view, state, change, layout, columns: shown, phone, selecting, setSelecting, preview, peek }}
        />
        <FilterChips type={type} state={state} change={change} clear={clear} />
        {selection.any && (
          <Suspense>
            <BulkBar type={type} query={query} selection={selection} count={first?.total} />
          </Suspense>
        )}
        <div className={'list-body' + (preview ? ' split' : '')} aria-busy={pages.isFetching}>
          {pages.error ? (
            <Empty icon="warning" title={pages.error.message}>
              <Button onClick={() => void pages.refetch()}>{t('error.again')}</Button>
            </Empty>
          ) : rows.length === 0 && !pages.isPending && layout.ready ? (
            <NoRows {...{ type, view, filtered, clear, choose }} />
          ) : phone ? (
            <Cards {...shared} selecting={selecting || selection.any} />
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
            />
          )}
          <Suspense>{preview && !phone && row && <Preview type={type} id={row} close={peek} />}</Suspense>
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
): Query {
  // A sort over a column that is gone would only be refused.
  const question = questionOf(view, state, type.titleField);
  const fields = [...new Set([type.titleField, ...shown.map((column) => column.path)])];
  const sums = shown.filter((c) => isNumber(c.field) && c.field.kind === 'money').map((c) => c.path);
  const query: Query = { ...question, fields, limit: 100, ...(sums.length > 0 ? { sums } : {}) };
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
        <Link to="/board/$entity" params={{ entity: type.name }} className="btn plain">
          <Icon name="board" size={16} />
          <span className="btn-text">{t('list.board')}</span>
        </Link>
      )}
      <Suspense>{children}</Suspense>
      {type.features.import && type.access.import && (
        <Link to="/import" search={{ entity: type.name }} className="btn plain">
          <Icon name="import" size={16} />
          <span className="btn-text">{t('list.import')}</span>
        </Link>
      )}
      {type.access.create && (
        <Button look="solid" icon="plus" onClick={() => setCreating(true)}>
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
