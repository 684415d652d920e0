import type { Header } from '@tanstack/react-table';
import { memo, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { lazily } from '../kit/lazily';
import type { Row, Sort } from '../api/types';
import { useApp } from '../app';
import { Check } from '../kit/Check';
import { dragCss, horizontalListSortingStrategy, SortableContext, useSortable } from '../kit/dnd';
import { Icon } from '../kit/Icon';
import { isPressed, pressed, shortcuts } from '../kit/shortcuts';
import { isNumber, isSortable, type Column } from '../meta/paths';
import type { GridProps } from './Grid';
import { menuWidth, selectWidth } from './layout';

const HeadMenu = lazily(() => import('./HeadMenu'));

interface Props extends GridProps {
  headers: Header<Row, unknown>[];
  widths: number[];
  lefts: (number | undefined)[];
  total: number;
}

/** The headings; they do not change while rows pass below them. */
export const GridHead = memo(function GridHead({ columns, headers, widths, lefts, total, ...props }: Props) {
  const { t } = useApp();
  const ids = props.rows.flatMap((row) => (row ? [row.id] : []));
  const [menu, setMenu] = useState<{ column: Column; anchor: HTMLElement }>();
  const [stop, setStop] = useState(0);
  const every = ids.length > 0 && (props.allSelected || ids.every((id) => props.selected.has(id)));
  return (
    <div role="rowgroup" className="grid-top" style={{ width: total }}>
      <div role="row" className="grid-head" aria-rowindex={1}>
        <div
          role="columnheader"
          className="gh select-cell"
          style={{ width: selectWidth }}
          aria-label={t('list.selection')}
        >
          <Check
            label={t('list.selectLoaded')}
            checked={every}
            some={props.selected.size > 0}
            onChange={(on) => props.select(ids, on)}
          />
        </div>
        <SortableContext items={columns.map((column) => column.path)} strategy={horizontalListSortingStrategy}>
          {headers.map((header, i) => {
            const column = columns[i];
            return (
              column && (
                <HeadCell
                  key={column.path}
                  column={column}
                  header={header}
                  width={widths[i] ?? 100}
                  index={i}
                  isStop={i === Math.min(stop, columns.length - 1)}
                  stop={() => setStop(i)}
                  left={lefts[i]}
                  openMenu={(anchor) => setMenu({ column, anchor })}
                  sort={props.sort}
                  onSort={props.onSort}
                  setWidth={(width) => props.onSizing({ ...props.sizing, [column.path]: width })}
                />
              )
            );
          })}
        </SortableContext>
        <div
          role="columnheader"
          className="gh menu-cell"
          style={{ width: menuWidth }}
          aria-colindex={columns.length + 2}
        >
          <span className="unseen">{t('bulk.actions')}</span>
        </div>
      </div>
      <Suspense>
        {menu && (
          <HeadMenu
            column={menu.column}
            anchor={menu.anchor}
            sort={props.sort}
            sortable={isSortable(menu.column)}
            onSort={props.onSort}
            last={columns.length === 1}
            verbs={props.verbs}
            close={() => setMenu(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
});

interface CellProps {
  column: Column;
  header: Header<Row, unknown>;
  width: number;
  index: number;
  /** whether it is the heading in the tab order: the arrow keys lead to the others */
  isStop: boolean;
  stop: () => void;
  /** how far from the left it stays when it is pinned */
  left: number | undefined;
  openMenu: (anchor: HTMLElement) => void;
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  setWidth: (width: number) => void;
}

/** The next order after a click: up, down, none; with Shift behind the others. */
function sorted(sort: Sort[], path: string, add: boolean): Sort[] {
  const now = sort.find((one) => one.path === path);
  const next: Sort[] = !now ? [{ path, desc: false }] : now.desc ? [] : [{ path, desc: true }];
  if (!add) return next;
  return now ? sort.flatMap((one) => (one.path === path ? next : [one])) : [...sort, ...next];
}

/** By how many pixels a press makes a column wider, if it does. */
const wider: Record<string, number> = { 'Control+ArrowLeft': -10, 'Control+ArrowRight': 10 } satisfies Record<
  (typeof shortcuts.heading.width)[number],
  number
>;

/** The heading that an arrow key leads to. */
function besides(event: KeyboardEvent): HTMLElement | null | undefined {
  const cell = event.currentTarget.parentElement;
  const to = { ArrowLeft: cell?.previousElementSibling, ArrowRight: cell?.nextElementSibling }[pressed(event)];
  return to?.querySelector<HTMLElement>('.gh-label');
}

function HeadCell({ column, header, width, index, isStop, stop, left, openMenu, sort, onSort, setWidth }: CellProps) {
  const { t } = useApp();
  const { path, field, label } = column;
  const head = useRef<HTMLButtonElement>(null);
  const drag = useSortable({ id: path });
  const by = sort.findIndex((one) => one.path === path);
  const direction = by < 0 ? 'none' : sort[by]?.desc ? 'descending' : 'ascending';
  const sortable = isSortable(column);
  return (
    <div
      ref={drag.setNodeRef}
      role="columnheader"
      aria-sort={direction}
      aria-colindex={index + 2}
      className={'gh' + (isNumber(field) ? ' r' : '') + (left !== undefined ? ' pin' : '')}
      style={{
        width,
        left,
        transform: dragCss.Translate.toString(drag.transform) ?? '',
        transition: drag.transition ?? '',
        zIndex: drag.isDragging ? 3 : undefined,
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        if (head.current) openMenu(head.current);
      }}
    >
      <button
        ref={head}
        type="button"
        className="gh-label"
        title={label}
        tabIndex={isStop ? 0 : -1}
        onFocus={stop}
        aria-disabled={!sortable}
        aria-keyshortcuts={shortcuts.heading.menu[0]}
        onClick={(event) => sortable && onSort(sorted(sort, path, event.shiftKey))}
        {...drag.listeners}
        onKeyDown={(event) => {
          const step = wider[pressed(event)];
          if (isPressed(event, shortcuts.heading.menu)) {
            event.preventDefault();
            event.stopPropagation();
            openMenu(event.currentTarget);
          } else if (step !== undefined) {
            event.preventDefault();
            setWidth(Math.min(800, Math.max(60, width + step)));
          } else if (!drag.isDragging && isPressed(event, shortcuts.heading.walk)) {
            event.preventDefault();
            besides(event)?.focus();
          } else if (event.key === 'Enter' && !drag.isDragging) {
            event.preventDefault(); // the space bar lifts the column, this key sorts by it
            if (sortable) onSort(sorted(sort, path, event.shiftKey));
          } else drag.listeners?.['onKeyDown']?.(event);
        }}
      >
        <span className="tx">{label}</span>
        {direction !== 'none' && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
        {direction !== 'none' && sort.length > 1 && <small>{by + 1}</small>}
      </button>
      <button
        type="button"
        className="gh-menu"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t('list.columnMenu', { column: label })}
        onClick={(event) => openMenu(event.currentTarget)}
      >
        <Icon name="down" size={14} />
      </button>
      <span
        aria-hidden
        className="gh-edge"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
      />
    </div>
  );
}
