import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { typeQuery } from '../api/queries';
import type { Query, RecordType, View } from '../api/types';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Block } from '../kit/Block';
import { Skeleton } from '../kit/Bits';
import { DropArea } from '../kit/Drop';
import { lazily } from '../kit/lazily';
import { useSame } from '../kit/useSame';
import { decidingFields } from '../meta/rules';
import { useColumns, type Column } from '../meta/paths';
import { Gone, isGone } from '../record/Gone';
import { NotFetched, NoRight } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { FilterChips } from './Chips';
import { GroupChip } from './GroupChip';
import { useLayout } from './layout';
import { ListBody } from './ListBody';
import { ListFoot } from './ListFoot';
import { ListHead } from './ListHead';
import { NoRows } from './NoRows';
import { useSelection } from './selection';
import { Toolbar } from './Toolbar';
import { keepTrail } from './trail';
import { nothing } from './state';
import { useDropImport } from './useDropImport';
import { askable, groupOf, questionOf, useListState, useView } from './useList';
import { usePhone } from '../kit/useMedia';
import { useRows } from './useRows';
import { ViewChips } from './ViewChips';

const ExportMenu = lazily(() => import('./ExportMenu'));
const ViewMenu = lazily(() => import('./ViewMenu'));
const BulkBar = lazily(() => import('./BulkBar'));

const none: string[] = [];
export default function ListPage() {
  const { entity, state, change } = useListState('/list/$entity');
  const { data: type, error, refetch } = useQuery(typeQuery(entity));
  const gone = isGone(error) ? <Gone entity={entity} /> : null;
  if (error && !type) return <NotFetched error={error} again={refetch} />;
  if (!type) return <Arriving name={entity} />;
  if (!type.access.read) return <NoRight />;
  return (
    <>
      {gone}
      <TypedList key={entity} type={type} state={askable(type, state)} change={change} />
    </>
  );
}

/** A list while its kind of record is on its way. */
function Arriving({ name }: { name: string }) {
  const { l, entity } = useApp();
  const plural = l(entity(name)?.plural);
  return (
    <div className="page list-page" aria-busy>
      {plural && (
        <div className="page-head">
          <h1>{plural}</h1>
        </div>
      )}
      <div className="card list-card">
        <Skeleton lines={8} />
      </div>
    </div>
  );
}

type ListProps = Pick<ReturnType<typeof useListState>, 'state' | 'change'> & { type: RecordType };

/** The list of one kind of record. */
function TypedList({ type, state: asked, change }: ListProps) {
  const { t, l } = useApp();
  const phone = usePhone();
  const { view, state } = useView(type, asked, change);
  const layout = useLayout(type, view);
  const group = groupOf(view, state);
  const { columns, by } = useShown(type, layout, group);
  const query = useListQuery(type, view, state, columns, phone ? (type.phones ?? none) : none);
  const list = useRows(type, query, by, columns, layout.ready);
  const { choose, keep, clear, groupBy } = useWays({ type, state, change }, view);
  const selection = useSelection(JSON.stringify([view.id, query.filter, query.text, query.textField]));
  const [selecting, setSelecting] = useState(false);
  const [preview, setPreview] = useState(false);
  const peek = useCallback(() => setPreview((now) => !now), []);
  useEffect(() => keepTrail(type.name, query), [type.name, query]);
  useTitle(l(type.plural));
  const hide = (path: string) => layout.changeOrder(layout.order.filter((other) => other !== path));
  const tools = { type, view, state, change, clear };
  const total = list.first?.total;
  const bringIn = useDropImport(type.name);
  return (
    <DropArea className="page list-page" label={t('list.dropHere', { what: inside(l(type.plural)) })} onFiles={bringIn}>
      <Block>
        <ListHead type={type}>
          {type.access.export && (
            <ExportMenu
              {...{ type, view, query, total }}
              by={by?.path}
              columns={columns.map((column) => column.path)}
            />
          )}
        </ListHead>
      </Block>
      <div className="view-row">
        <Block>
          <ViewChips type={type} current={view} choose={choose} />
        </Block>
        <Block>
          <Suspense>
            <ViewMenu {...{ type, view, state, query, layout, group, change }} choose={keep} />
          </Suspense>
        </Block>
      </div>
      <div className="card list-card">
        <div className="list-tools">
          <Block>
            <Toolbar
              {...tools}
              {...{ layout, columns, phone, selecting, setSelecting, preview, peek, group, groupBy }}
            />
          </Block>
          <Block>
            {selection.any && (
              <Suspense>
                <BulkBar {...{ type, query, selection }} count={total} columns={columns.map((column) => column.path)} />
              </Suspense>
            )}
          </Block>
        </div>
        {view.gone && <p className="dim pad">{t('list.gone', { what: view.gone.join(', ') })}</p>}
        <Block>
          <FilterChips {...tools}>
            {list.groups && by && <GroupChip groups={list.groups} by={by} drop={() => groupBy(undefined)} />}
          </FilterChips>
        </Block>
        <Block>
          <ListBody
            {...{ type, list, columns, layout, selection, selecting, preview, peek }}
            verbs={{ pinned: layout.pinned, pin: layout.pin, hide, group, setGroup: groupBy }}
            sort={query.sort ?? []}
            onSort={(sort) => change({ sort })}
            noRows={<NoRows {...{ type, view, clear, choose }} filtered={isFiltered(state)} />}
          />
        </Block>
        <Block>
          <ListFoot {...{ type, query, columns }} page={list.first} loaded={list.loaded} />
        </Block>
      </div>
    </DropArea>
  );
}

const isFiltered = (state: ListProps['state']) => Boolean(state.q || state.filters || state.period || state.letter);

/** The columns in the order they are seen in, those that stay in sight first; and the one the rows are grouped by. */
function useShown(type: RecordType, { order, pinned }: ReturnType<typeof useLayout>, group: string | undefined) {
  const known = useColumns(type, group ? [...order, group] : order);
  const paths = [...order.filter((one) => pinned.includes(one)), ...order.filter((one) => !pinned.includes(one))];
  const columns = useSame(paths.flatMap((path) => known.get(path) ?? []));
  return { columns, by: group ? known.get(group) : undefined };
}

/** What says of the fields that are shown whether they may be changed. */
const shutting = ({ lifecycle, form, access }: RecordType, shown: string[]) =>
  access.update
    ? [
        ...(lifecycle?.states.some((state) => state.locked?.length) ? [lifecycle.field] : []),
        ...decidingFields(form.when?.filter((rule) => shown.includes(rule.field))),
      ]
    : [];

function useListQuery(
  type: RecordType,
  view: View,
  state: ListProps['state'],
  shown: Column[],
  beside: string[],
): Query {
  const question = questionOf(view, state, type.titleField);
  const paths = shown.map((column) => column.path);
  const fields = [...new Set([type.titleField, ...paths, ...beside, ...shutting(type, paths)])];
  const query: Query = { ...question, fields, limit: 100 };
  const key = JSON.stringify(query);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => query, [key]);
}

/** The ways to ask for something else. */
function useWays({ type, state, change }: ListProps, view: View) {
  const navigate = useNavigate();
  return {
    choose: (id: string) => {
      if (type.views.find((one) => one.id === id)?.mode === 'board') {
        return void navigate({ to: '/board/$entity', params: { entity: type.name }, search: { view: id } });
      }
      change({ view: id, sort: undefined, group: undefined, off: undefined });
    },
    /** a view that holds all that was asked for needs nothing beside it */
    keep: (id: string) => change({ ...nothing, view: id }),
    clear: () => change({ ...nothing, sort: state.sort, group: state.group }),
    groupBy: (path: string | undefined) => change({ group: path ?? (view.group ? '-' : undefined) }),
  };
}
