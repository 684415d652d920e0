import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { tableQuery, typeQuery } from '../api/queries';
import type { Filter, Query, RecordType, Row, State } from '../api/types';
import { useApp } from '../app';
import { nothing } from '../grid/state';
import { FilterChips } from '../grid/Chips';
import { Toolbar } from '../grid/Toolbar';
import { askable, questionOf, useListState, useView, viewOf } from '../grid/useList';
import { usePhone } from '../kit/useMedia';
import { ViewChips } from '../grid/ViewChips';
import { Empty, Segments, Skeleton } from '../kit/Bits';
import { closestCorners, DndContext, DragOverlay, useDragWords, useMouseDrag, type DragEndEvent } from '../kit/dnd';
import { Icon } from '../kit/Icon';
import { wholeFilter } from '../meta/filter';
import { useColumns, type Column } from '../meta/paths';
import { Gone, isGone } from '../record/Gone';
import { NotFetched, NoRight } from '../shell/Crash';
import { useTitle } from '../shell/useTitle';
import { CardFace } from './Card';
import { Lane } from './Lane';
import { keepApart, laneQuery, type Wish } from './lanes';
import { useMoves } from './useMoves';
import { useCarried, walk } from './walk';

/** A card scrolls the board at its very edges only: a column that is seen stands still below it. */
const edges = { threshold: { x: 0.05, y: 0.1 } };

const ViewMenu = lazily(() => import('../grid/ViewMenu'));

export default function BoardPage() {
  const { t } = useApp();
  const { entity, state, change } = useListState('/board/$entity');
  const { data: type, error, refetch } = useQuery(typeQuery(entity));
  const gone = isGone(error) ? <Gone entity={entity} /> : null;
  if (error && !type) return <NotFetched error={error} again={refetch} />;
  if (!type) return <Skeleton lines={8} />;
  if (!type.access.read) return <NoRight />;
  if (!type.board) return <Empty icon="board" title={t('board.noBoard')} />;
  const kept = viewOf(type, state.view);
  const wished = state.by ?? (kept.mode === 'board' ? kept.group : undefined);
  const field = type.board.by.find((name) => name === wished) ?? type.board.field;
  return (
    <>
      {gone}
      <Board
        key={entity + field}
        type={type}
        board={{ ...type.board, field }}
        state={askable(type, state)}
        change={change}
      />
    </>
  );
}

interface Props extends Pick<ReturnType<typeof useListState>, 'state' | 'change'> {
  type: RecordType;
  board: NonNullable<RecordType['board']>;
}

/** The states that the board's columns stand for. */
function statesOf(type: RecordType, fieldName: string): State[] {
  if (type.lifecycle?.field === fieldName) return [...type.lifecycle.states].sort((a, b) => a.order - b.order);
  const options = type.fields.find((field) => field.name === fieldName)?.options ?? [];
  return options.map((option, order) => ({ ...option, order }));
}

export interface Total {
  count: number;
  sum: number | undefined;
  weighted: number | undefined;
}

function useTotals(type: RecordType, board: Props['board'], filter: Filter | undefined) {
  const sumOf = (name: string, of: string | undefined) => (of ? { [name]: { function: 'sum', of } } : {});
  const sums = { ...sumOf('sum', board.sum), ...sumOf('weighted', board.weighted) };
  const { data } = useQuery(
    tableQuery(type.name, {
      dimensions: [{ name: 'state', path: board.field }],
      facts: {
        cards: {
          entity: type.name,
          ...(filter ? { filter } : {}),
          measures: { count: { function: 'count' }, ...sums },
        },
      },
    }),
  );
  const column = (name: string) => data?.columns.findIndex((one) => one.name === name) ?? -1;
  const totals = new Map<string, Total>();
  for (const row of data?.rows ?? []) {
    const of = (name: string) => Number(row[column(name)] ?? 0) || undefined;
    totals.set(String(row[column('state')] ?? ''), {
      count: of('count') ?? 0,
      sum: of('sum'),
      weighted: of('weighted'),
    });
  }
  return { totals, loaded: data !== undefined };
}

function Board({ type, board, state: asked, change }: Props) {
  const { t, l, fmt } = useApp();
  const phone = usePhone();
  const { view, state } = useView(type, asked, change);
  const question = questionOf(view, state, type.titleField);
  const filter = wholeFilter(question);
  const { totals, loaded } = useTotals(type, board, filter);
  const states = useMemo(() => statesOf(type, board.field), [type, board.field]);
  const fields = view.mode === 'board' ? view.columns : board.fields;
  const workedOut = type.workedOut?.map((column) => column.name) ?? [];
  const paths = [...new Set([board.title, ...fields.filter((path) => path !== board.field), ...workedOut])];
  const columns = useColumns(type, paths);
  const shown = paths.map((path) => columns.get(path)).filter((one): one is Column => one !== undefined);
  const fetched = [...new Set([...paths, ...(type.ends?.at ? [type.ends.at] : [])])];
  const lanes = useLanes(type, board.field, states, { paths: fetched, filter, sort: question.sort ?? [] });
  const { moveTo, canMove, dialog, asking } = useMoves(type, board.field, states);
  const { board: carrying, carry, follow } = useCarried();
  // Also when what was asked on the way is answered, or left.
  useEffect(follow, [follow, asking]);
  const shut = useShut(`${type.name}.${board.field}`);
  const [dragged, setDragged] = useState<Row | null>(null);
  const sensors = useMouseDrag();
  const spoken = useDragWords(({ id, data }) => {
    const row = data.current?.['row'] as Row | undefined;
    return row ? String(row[type.titleField] ?? l(type.label)) : l(states.find((one) => one.code === id)?.label);
  });
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const row = active.data.current?.['row'] as Row | undefined;
    if (row && over && String(over.id) !== row[board.field]) void moveTo(row, String(over.id));
  };
  useTitle(l(type.plural));
  const count = [...totals.values()].reduce((sum, one) => sum + one.count, 0);
  const clear = () => change({ ...nothing, sort: state.sort, by: state.by });
  const searchable = useColumns(type, view.columns);
  return (
    <div className="page board-page">
      <div className="page-head">
        <h1>{l(type.plural)}</h1>
        {loaded && <span className="dim">{t('board.cards', { number: fmt.number(count) })}</span>}
        <span className="grow" />
        {board.by.length > 1 && (
          <Segments
            label={t('board.by')}
            value={board.field}
            onChange={(by) => change({ by: by === (view.group ?? type.board?.field) ? undefined : by })}
            options={board.by.map((name) => ({ value: name, label: l(fieldOf(type, name)?.label) }))}
          />
        )}
        <Link to="/list/$entity" params={{ entity: type.name }} className="btn plain">
          <Icon name="table" size={16} />
          <span className="btn-text">{t('board.table')}</span>
        </Link>
      </div>
      <div className="view-row">
        <Block>
          <ViewChips
            type={type}
            current={view}
            board
            choose={(id) => change({ view: id, off: undefined, by: undefined })}
          />
        </Block>
        <Block>
          <Suspense>
            <ViewMenu
              {...{ type, view, state, change }}
              query={question}
              layout={{ order: paths, sizing: {}, pinned: [] }}
              mode="board"
              group={board.field}
              choose={(id) => change({ ...nothing, view: id })}
            />
          </Suspense>
        </Block>
      </div>
      <div className="card">
        <Block>
          <Toolbar
            type={type}
            view={view}
            state={state}
            change={change}
            columns={[...searchable.values()]}
            phone={phone}
          />
        </Block>
        <Block>
          <FilterChips {...{ type, view, state, change, clear }} />
        </Block>
      </div>
      <DndContext
        sensors={sensors}
        accessibility={spoken}
        collisionDetection={closestCorners}
        autoScroll={edges}
        onDragStart={({ active }) => setDragged((active.data.current?.['row'] as Row | undefined) ?? null)}
        onDragCancel={() => setDragged(null)}
        onDragEnd={drop}
      >
        <div className="lanes" tabIndex={0} role="region" aria-label={l(type.plural)} onKeyDown={walk} {...carrying}>
          {lanes.map(({ state: one, query }) => (
            <Block key={one.code}>
              <Lane
                type={type}
                board={board}
                state={one}
                states={states}
                query={query}
                total={totals.get(one.code) ?? (loaded ? { count: 0, sum: undefined, weighted: undefined } : undefined)}
                shut={shut.value.includes(one.code)}
                toggle={() => shut.toggle(one.code)}
                columns={shown}
                canDrop={dragged === null || canMove(dragged, one.code)}
                canMove={canMove}
                moveTo={(row, code) => {
                  carry(row.id, code);
                  void moveTo(row, code);
                }}
                changed={follow}
              />
            </Block>
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged && (
            <div className="kanban-card lifted">
              <CardFace row={dragged} columns={shown} type={type} closed={false} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      {dialog}
    </div>
  );
}

const fieldOf = (type: RecordType, name: string) => type.fields.find((field) => field.name === name);

/** The columns of the board, each with its question, and no card in two of them. */
function useLanes(type: RecordType, field: string, states: State[], wish: Wish) {
  const lanes = states.map((state) => ({ state, query: laneQuery(type, field, state.code, wish) }));
  const asked = JSON.stringify(lanes.map(({ query }) => query));
  useEffect(() => keepApart(type.name, JSON.parse(asked) as Query[]), [type.name, asked]);
  return lanes;
}

/** The columns somebody has folded, kept for this browser. */
function useShut(key: string) {
  const place = `sala.board.${key}`;
  const [value, setValue] = useState<string[]>(() => JSON.parse(localStorage.getItem(place) ?? '[]') as string[]);
  const toggle = (code: string) => {
    const next = value.includes(code) ? value.filter((one) => one !== code) : [...value, code];
    localStorage.setItem(place, JSON.stringify(next));
    setValue(next);
  };
  return { value, toggle };
}
