import { Suspense, useCallback, useEffect, useState, type ComponentProps } from 'react';
import { ahead, warm } from '../kit/lazily';
import type { Row } from '../api/types';
import { useDraft } from '../form/drafts';
import type { Column } from '../meta/paths';
import type { GridProps } from './Grid';

const InPlace = ahead(() => import('../record/InPlace'));

type CellProps = Omit<ComponentProps<typeof InPlace>, 'draft'> & { place: string };

/** What is typed in a list is kept under the same place as on the record's own page. */
function CellEditor({ place, ...props }: CellProps) {
  return <InPlace {...props} draft={useDraft(place)} />;
}

interface Cell {
  row: number;
  column: number;
}
/** By its record and field: rows and columns may move while somebody types, as others write. */
interface Edited {
  id: string;
  path: string;
}

/**
 * Which cell of a grid is being edited, and the record whose row was last: its row goes where the record goes, with the
 * focus in it. Tab goes on to the next that can be, Enter and Esc back to the cell.
 */
export function useCellEdit(props: GridProps, go: (cell: Cell) => void) {
  const { columns, rows, writable, save, entity } = props;
  const [editing, setEditing] = useState<Edited>();
  const [held, hold] = useState('');
  useEffect(() => warm(), []);
  // Another one shows the list without it: what was typed waits where its draft is kept.
  if (editing && !columns.some(({ path }) => path === editing.path)) setEditing(undefined);
  const edit = useCallback(
    (row: number, column: number) => {
      const cell = columns[column - 1];
      const record = rows[row];
      if (cell && record && writable(cell, record)) {
        setEditing({ id: record.id, path: cell.path });
        hold(record.id);
      }
    },
    [columns, rows, writable],
  );
  const editor = useCallback(
    (row: Row, column: Column, number: number) => {
      const close = () => {
        setEditing(undefined);
        go({ row: rows.findIndex((one) => one?.id === row.id), column: number });
      };
      const tab = (back: boolean) => {
        const step = back ? -1 : 1;
        let next = number + step;
        while (columns[next - 1] && !writable(columns[next - 1] as Column, row)) next += step;
        const path = columns[next - 1]?.path;
        if (path) setEditing({ id: row.id, path });
        else close();
      };
      return (
        <Suspense fallback={<span className="ctl" />}>
          <CellEditor
            place={['field', entity, row.id, column.path].join('/')}
            key={row.id + column.path}
            field={column.field}
            value={row[column.path]}
            save={(value) => save(row, column, value)}
            close={close}
            onTab={tab}
          />
        </Suspense>
      );
    },
    [columns, rows, writable, save, entity, go],
  );
  return { editing, held, edit, editor };
}
