import { Link } from '@tanstack/react-router';
import { memo, useRef, type ReactNode } from 'react';
import type { Row } from '../api/types';
import { useApp } from '../app';
import { Check } from '../kit/Check';
import { Icon } from '../kit/Icon';
import { isNumber, type Column } from '../meta/paths';
import { Value, wordsOf } from '../meta/Value';
import { menuWidth, selectWidth } from './layout';

interface Props {
  row: Row | undefined;
  index: number;
  top: number;
  columns: Column[];
  widths: number[];
  /** how far from the left a pinned column stays */
  lefts: (number | undefined)[];
  title: string;
  entity: string;
  selected: boolean;
  focused: number;
  /** with Shift: all from the row chosen before */
  choose: (index: number, on: boolean, range: boolean) => void;
  /** path of the column being edited, if one is */
  editing: string | undefined;
  edit: (index: number, column: number) => void;
  editor: (row: Row, column: Column, at: number) => ReactNode;
  menu: (id: string, anchor: HTMLElement) => void;
}

/** A row of plain cells; its name opens the record. */
export const GridRow = memo(function GridRow({ row, index, top, columns, widths, lefts, title, ...props }: Props) {
  const app = useApp();
  const shift = useRef(false);
  const opener = columns.find((column) => column.path === title) ?? columns[0];
  const named = row ? String(row[title] ?? row.id) : '';
  return (
    <div
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      className={'grid-row' + (row ? '' : ' coming') + (props.selected ? ' on' : '')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="gc select-cell" style={{ width: selectWidth }} aria-colindex={1}>
        {row && (
          <span
            data-col={0}
            tabIndex={-1}
            className="check-cell"
            onClickCapture={(event) => {
              shift.current = event.shiftKey;
            }}
          >
            <Check
              label={app.t('list.selectOne', { name: named })}
              checked={props.selected}
              tabIndex={props.focused === 0 ? 0 : -1}
              onChange={(on) => props.choose(index, on, shift.current)}
            />
          </span>
        )}
      </div>
      {columns.map((column, i) => {
        const value = row?.[column.path];
        const opens = column === opener;
        const edited = column.path === props.editing;
        return (
          <div
            key={column.path}
            role="gridcell"
            data-col={i + 1}
            aria-colindex={i + 2}
            // Its editor is what is reached, not the cell around it.
            tabIndex={props.focused === i + 1 && !edited ? 0 : -1}
            className={
              'gc' +
              (isNumber(column.field) ? ' r' : '') +
              (lefts[i] !== undefined ? ' pin' : '') +
              (edited ? ' edited' : '')
            }
            style={{ width: widths[i], left: lefts[i] }}
            onDoubleClick={() => props.edit(index, i + 1)}
          >
            {!row ? (
              <div className="sk" />
            ) : edited ? (
              props.editor(row, column, i + 1)
            ) : opens ? (
              <Link
                to="/record/$entity/$id"
                params={{ entity: props.entity, id: row.id }}
                className="tx strong"
                tabIndex={-1}
                preload={false}
              >
                {wordsOf(column.field, value, app) || '–'}
              </Link>
            ) : (
              <span className="tx">
                <Value field={column.field} value={value} link={false} />
              </span>
            )}
          </div>
        );
      })}
      <div role="gridcell" className="gc menu-cell" style={{ width: menuWidth }} aria-colindex={columns.length + 2}>
        {row && (
          <button
            type="button"
            data-col={columns.length + 1}
            tabIndex={props.focused === columns.length + 1 ? 0 : -1}
            className="row-menu"
            aria-haspopup="menu"
            aria-label={app.t('list.rowMenu', { name: named })}
            onClick={(event) => props.menu(row.id, event.currentTarget)}
          >
            <Icon name="dots" size={16} />
          </button>
        )}
      </div>
    </div>
  );
});
