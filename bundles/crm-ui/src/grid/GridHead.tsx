import type { Header } from '@tanstack/react-table';
import { memo, Suspense, useRef, useState } from 'react';
import { lazily } from '../kit/lazily';
import type { Row, Sort } from '../api/types';
import { useApp } from '../app';
import { Check } from '../kit/Check';
import { dragCss, horizontalListSortingStrategy, SortableContext, useSortable } from '../kit/dnd';
import { Icon } from '../kit/Icon';
import { isPressed, shortcuts } from '../kit/shortcuts';
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

function HeadCell({ column, header, width, index, left, openMenu, sort, onSort, setWidth }: CellProps) {
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
        aria-disabled={!sortable}
        aria-keyshortcuts={shortcuts.heading.menu[0]}
        onClick={(event) => sortable && onSort(sorted(sort, path, event.shiftKey))}
        {...drag.listeners}
        onKeyDown={(event) => {
          if (isPressed(event, shortcuts.heading.menu)) {
            event.preventDefault();
            event.stopPropagation();
            openMenu(event.currentTarget);
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
        role="separator"
        aria-orientation="vertical"
        aria-label={t('list.width', { column: label })}
        aria-valuenow={width}
        aria-valuemin={60}
        aria-valuemax={800}
        tabIndex={0}
        className="gh-edge"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -10, ArrowRight: 10 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          setWidth(Math.max(60, width + step));
        }}
      />
    </div>
  );
}
