import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { isNumber, type Column } from '../meta/paths';
import { wordsOf } from '../meta/Value';
import type { Group } from './groups';
import { selectWidth } from './layout';

interface Props {
  group: Group;
  index: number;
  top: number;
  columns: Column[];
  widths: number[];
  focused: boolean;
  toggle: (key: string) => void;
}

/** The heading of a group: folds it, says how many records it has, and what their numbers come to. */
export function GroupRow({ group, index, top, columns, widths, focused, toggle }: Props) {
  const app = useApp();
  const firstSum = columns.findIndex((column) => isNumber(column.field) && group.sums[column.path] !== undefined);
  // The words need room; numbers further to the left are left out.
  const lead = Math.max(1, firstSum < 0 ? columns.length : firstSum);
  const width = widths.slice(0, lead).reduce((sum, one) => sum + one, selectWidth);
  return (
    <div
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      className="grid-row group-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={lead + 1} className="gc group-cell" style={{ width }}>
        <button
          type="button"
          data-col={0}
          data-whole
          tabIndex={focused ? 0 : -1}
          className="group-toggle"
          aria-expanded={group.open}
          onClick={() => toggle(group.key)}
        >
          <Icon name={group.open ? 'down' : 'right'} size={15} />
          <span className="tx strong">{group.label}</span>
          <span className="count">{app.fmt.number(group.count)}</span>
        </button>
      </div>
      {columns.slice(lead).map((column, i) => (
        <div
          key={column.path}
          role="gridcell"
          aria-colindex={lead + i + 2}
          className={'gc' + (isNumber(column.field) ? ' r' : '')}
          style={{ width: widths[lead + i] }}
        >
          {group.sums[column.path] !== undefined && (
            <b className="tx num">{wordsOf(column.field, group.sums[column.path], app)}</b>
          )}
        </div>
      ))}
    </div>
  );
}
