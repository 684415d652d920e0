import { useNavigate } from '@tanstack/react-router';
import { memo, Suspense, useCallback, useState, type ReactNode } from 'react';
import type { RecordType, Row, Sort } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Failed } from '../kit/Failed';
import { lazily } from '../kit/lazily';
import type { Column } from '../meta/paths';
import { isEditable } from '../meta/rules';
import { loggedOn } from '../meta/append';
import { Cards } from './Cards';
import { Grid } from './Grid';
import type { HeadVerbs } from './HeadMenu';
import type { useLayout } from './layout';
import { saveCell } from './saveCell';
import type { Selection } from './selection';
import { usePhone } from '../kit/useMedia';
import { useRowMenu } from './useRowMenu';
import type { useRows } from './useRows';

const Preview = lazily(() => import('./Preview'));

const none: string[] = [];

interface Props {
  type: RecordType;
  list: ReturnType<typeof useRows>;
  columns: Column[];
  layout: ReturnType<typeof useLayout>;
  verbs: HeadVerbs;
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  selection: Selection;
  /** whether rows are chosen on a phone, where that takes a step of its own */
  selecting: boolean;
  /** whether the row one stands on is shown beside the list */
  preview: boolean;
  peek: () => void;
  noRows: ReactNode;
}

/** The rows of a list, or why there are none; beside them the record one stands on. */
export function ListBody({ list, noRows, ...props }: Props) {
  const { type, preview, peek } = props;
  const phone = usePhone();
  const [row, setRow] = useState<string>();
  const { openMenu, rowMenu } = useRowMenu(type);
  return (
    <div className={'list-body' + (preview ? ' split' : '')} aria-busy={list.busy}>
      {list.error ? (
        <Failed error={list.error} again={list.again} />
      ) : list.empty ? (
        noRows
      ) : (
        <Rows {...props} list={list} phone={phone} onRow={setRow} menu={openMenu} />
      )}
      {rowMenu}
      <Suspense>
        {preview && !phone && row && (
          <Block key={row}>
            <Preview type={type} id={row} close={peek} />
          </Block>
        )}
      </Suspense>
    </div>
  );
}

interface RowsProps extends Omit<Props, 'noRows' | 'preview'> {
  phone: boolean;
  onRow: (id: string) => void;
  menu: (id: string, anchor: HTMLElement) => void;
}

/** A table where there is room for it, cards on a phone. */
const Rows = memo(function Rows({ type, list, columns, layout, selection, phone, selecting, ...props }: RowsProps) {
  const { t, l, entity, boot } = useApp();
  const navigate = useNavigate();
  const writable = useCallback(
    ({ own, field }: Column, row: Row) => own && field.kind !== 'parts' && isEditable(type, row, field, boot.user.id),
    [type, boot.user.id],
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
    columns,
    waiting: list.waiting,
    ...list.lines,
    ...selection,
  };
  if (phone)
    return (
      <Cards
        {...shared}
        // What the rows are grouped by says the heading above them.
        columns={columns.filter(({ path }) => path !== props.verbs.group)}
        phones={type.phones ?? none}
        selecting={selecting || selection.any}
        about={(row) => loggedOn(entity('activity'), type, row)}
      />
    );
  return (
    <Grid
      {...shared}
      {...props}
      {...{ writable, save }}
      sizing={layout.sizing}
      onSizing={layout.changeSizing}
      onOrder={layout.changeOrder}
      open={(id) => void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id } })}
    />
  );
});
