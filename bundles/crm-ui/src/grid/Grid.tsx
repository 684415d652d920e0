import { getCoreRowModel, useReactTable, type ColumnDef, type ColumnSizingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { Row, Sort } from '../api/types';
import { useApp } from '../app';
import { arrayMove, columnBelow, DndContext, useDragSensors, useDragWords, type DragEndEvent } from '../kit/dnd';
import { isPressed, shortcuts } from '../kit/shortcuts';
import type { Column } from '../meta/paths';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { GroupRow } from './GroupRow';
import type { Group } from './groups';
import type { HeadVerbs } from './HeadMenu';
import { leastWidth, lettersOf, menuWidth, selectWidth, widthsOf } from './layout';
import { useRoving } from './roving';
import { useCellEdit } from './useCellEdit';

export interface GridProps {
  label: string;
  entity: string;
  columns: Column[];
  title: string;
  /** undefined for what is still to come, and where a group begins */
  rows: (Row | undefined)[];
  /** headings of groups by their place among the rows */
  heads?: ReadonlyMap<number, Group> | undefined;
  toggle?: ((key: string) => void) | undefined;
  /** rows there are, as far as known */
  count: number;
  /** whether nothing is known of them yet, and bars stand for them */
  waiting: boolean;
  /** told which rows are in sight */
  more: (first: number, last: number) => void;
  verbs: HeadVerbs;
  /** shows what can be done with a row, beside a button */
  menu: (id: string, anchor: HTMLElement) => void;
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  selected: ReadonlySet<string>;
  allSelected: boolean;
  select: (ids: string[], on: boolean) => void;
  sizing: ColumnSizingState;
  onSizing: (sizing: ColumnSizingState) => void;
  onOrder: (paths: string[]) => void;
  open: (id: string) => void;
  /** whether the values of a column may be changed in the list */
  writable: (column: Column, row: Row) => boolean;
  save: (row: Row, column: Column, value: unknown) => Promise<void>;
  /** the row one stands on */
  onRow: (id: string) => void;
  /** shows the row one stands on beside the list, or no more */
  peek: () => void;
}

const keys = shortcuts.list;
const none: Row[] = [];
/** Below this width nothing stays in sight but what is scrolled to. */
const narrowest = 640;
const noHeads: ReadonlyMap<number, Group> = new Map();

/** Where pinned columns stay while the others are scrolled away below them; not when they would leave no room. */
function pinsOf(columns: Column[], widths: number[], pinned: string[], room: number): (number | undefined)[] {
  const lefts: (number | undefined)[] = [];
  let left = selectWidth;
  columns.forEach((column, i) => {
    if (!pinned.includes(column.path)) return;
    lefts[i] = left;
    left += widths[i] ?? 0;
  });
  return room < narrowest || left > room * 0.6 ? [] : lefts;
}

function rowHeight(): number {
  return parseInt(getComputedStyle(document.documentElement).getPropertyValue('--crm-row'), 10) || 30;
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(box.current?.clientWidth ?? 0);
    measure();
    if (!box.current || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

/** Rows drawn beyond those in sight: a few at first, as somebody waits for what he sees; then enough to scroll. */
function useAhead(there: boolean): number {
  const [ahead, setAhead] = useState(1);
  useEffect(() => {
    if (!there) return;
    const timer = setTimeout(() => setAhead(12), 400);
    return () => clearTimeout(timer);
  }, [there]);
  return ahead;
}

/** The table of a list: virtual rows over server pages, columns to sort, move and widen, cells to walk through by keys. */
export function Grid(props: GridProps) {
  const { columns, rows, count, more, sizing, onSizing, title } = props;
  const { boot, l } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const scale = lettersOf(boot.settings);
  const room = useWidth(box);
  const widths = useMemo(
    () => widthsOf(columns, sizing, title, { room: room - selectWidth - menuWidth, scale, l }),
    [columns, sizing, title, room, scale, l],
  );
  // One begins to draw at the width that is seen.
  const defs = useMemo<ColumnDef<Row>[]>(
    () => columns.map((column, i) => ({ id: column.path, size: widths[i]!, minSize: leastWidth })),
    [columns, widths],
  );
  const table = useReactTable({
    data: none,
    columns: defs,
    state: { columnSizing: sizing },
    onColumnSizingChange: (change) => onSizing(typeof change === 'function' ? change(sizing) : change),
    columnResizeMode: 'onChange',
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const total = widths.reduce((sum, width) => sum + width, selectWidth + menuWidth);
  const { pinned } = props.verbs;
  const lefts = useMemo(() => pinsOf(columns, widths, pinned, room), [columns, widths, pinned, room]);
  const stays = lefts.reduce<number>(
    (right, left, i) => (left === undefined ? right : left + (widths[i] ?? 0)),
    selectWidth,
  );
  const heads = props.heads ?? noHeads;
  const height = rowHeight();
  // A few empty rows below what is loaded show that more is coming; the whole number would promise a jump keysets cannot make.
  const shown = props.heads ? rows.length : Math.min(count, rows.length + 20);
  const virtual = useVirtualizer({
    count: Math.max(shown, rows.length),
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: useAhead(rows.length > 0),
  });
  useEffect(() => virtual.measure(), [virtual, height, boot.settings.density, boot.settings.fontScale]);
  const items = virtual.getVirtualItems();
  const firstSeen = items[0]?.index ?? 0;
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => more(firstSeen, lastSeen), [firstSeen, lastSeen, rows.length, more]);
  const roving = useRoving(
    box,
    columns.length + 1,
    rows.length,
    useCallback((row) => virtual.scrollToIndex(row), [virtual]),
  );
  const sensors = useDragSensors();
  const spoken = useDragWords(({ id }) => columns.find((column) => column.path === id)?.label ?? '');
  const move = ({ active, over }: DragEndEvent) => {
    const paths = columns.map((column) => column.path);
    if (over && active.id !== over.id) {
      props.onOrder(arrayMove(paths, paths.indexOf(String(active.id)), paths.indexOf(String(over.id))));
    }
  };
  const before = useRef(-1);
  const { select } = props;
  const choose = useCallback(
    (index: number, on: boolean, range: boolean) => {
      const from = range && before.current >= 0 ? Math.min(before.current, index) : index;
      const to = range && before.current >= 0 ? Math.max(before.current, index) : index;
      before.current = index;
      select(
        rows.slice(from, to + 1).flatMap((row) => (row ? [row.id] : [])),
        on,
      );
    },
    [rows, select],
  );
  const { onRow } = props;
  const standing = rows[roving.at.row]?.id;
  useEffect(() => {
    if (standing) onRow(standing);
  }, [standing, onRow]);
  const { editing, held, edit, editor } = useCellEdit(props, roving.go);
  const press = (event: KeyboardEvent) => {
    if (editing) return;
    const { row, column } = roving.stand.current;
    const record = rows[row];
    if (record && event.target instanceof HTMLElement && event.target.closest('[role=row]')?.hasAttribute('data-row')) {
      const cell = columns[column - 1];
      if (isPressed(event, keys.edit) && cell && props.writable(cell, record)) {
        event.preventDefault();
        return edit(row, column);
      }
      if (column > columns.length && isPressed(event, [...keys.open, ...keys.preview])) return;
      if (isPressed(event, keys.open) && column > 0) return props.open(record.id);
      if (isPressed(event, keys.preview)) {
        event.preventDefault();
        return column > 0 ? props.peek() : choose(row, !props.selected.has(record.id), event.shiftKey);
      }
    }
    const head = heads.get(row);
    if (head && event.key === (head.open ? 'ArrowLeft' : 'ArrowRight')) {
      event.preventDefault();
      return props.toggle?.(head.key);
    }
    roving.press(event);
  };
  return (
    <DndContext sensors={sensors} accessibility={spoken} collisionDetection={columnBelow} onDragEnd={move}>
      <div
        ref={box}
        className="grid"
        style={{ '--pinned': `${stays}px`, '--menu': `${menuWidth}px` } as CSSProperties}
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.waiting ? -1 : count + 1}
        aria-busy={props.waiting}
        aria-colcount={columns.length + 2}
        aria-multiselectable
        onKeyDown={press}
        onFocus={roving.focus}
      >
        <GridHead {...props} headers={headers} widths={widths} lefts={lefts} total={total} />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), width: total, position: 'relative' }}>
          {items.map((item) => {
            const head = heads.get(item.index);
            const id = rows[item.index]?.id;
            return head ? (
              <GroupRow
                key={`group ${head.key}`}
                group={head}
                index={item.index}
                top={item.start}
                columns={columns}
                widths={widths}
                focused={roving.at.row === item.index}
                toggle={props.toggle!}
              />
            ) : (
              <GridRow
                key={id && id === held ? 'held' : item.key}
                index={item.index}
                top={item.start}
                row={rows[item.index]}
                columns={columns}
                widths={widths}
                lefts={lefts}
                title={props.title}
                entity={props.entity}
                selected={props.allSelected || props.selected.has(rows[item.index]?.id ?? '')}
                focused={roving.at.row === item.index ? roving.at.column : -1}
                choose={choose}
                editing={editing?.id === id ? editing?.path : undefined}
                edit={edit}
                editor={editor}
                menu={props.menu}
              />
            );
          })}
        </div>
      </div>
    </DndContext>
  );
}
