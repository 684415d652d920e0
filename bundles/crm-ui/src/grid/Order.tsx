import type { RecordType, Sort } from '../api/types';
import { useApp } from '../app';
import { Segments } from '../kit/Bits';
import { Field } from '../kit/Field';
import { Select } from '../kit/Select';
import { isSortable, useColumns, type Column } from '../meta/paths';
import { groupable } from './groups';

interface Props {
  type: RecordType;
  columns: Column[];
  sort: Sort[];
  onSort: (sort: Sort[]) => void;
  group: string | undefined;
  groupBy: (path: string | undefined) => void;
}

/** What the headings of a table do, where there are none: by what the records are sorted and grouped. */
export default function Order({ type, columns, sort, onSort, group, groupBy }: Props) {
  const { t } = useApp();
  const [first] = sort;
  // A view may be sorted and grouped by what it does not show.
  const unseen = useColumns(
    type,
    [first?.path, group].filter((path): path is string => path !== undefined),
  );
  const all = [...new Map([...columns, ...unseen.values()].map((column) => [column.path, column])).values()];
  const choices = (some: Column[]) => some.map(({ path, label }) => ({ value: path, label }));
  return (
    <div className="stack pad">
      <Field label={t('list.sortBy')}>
        {(field) => (
          <Select
            {...field}
            clearable
            value={first?.path ?? null}
            options={choices(all.filter(isSortable))}
            onChange={(path) => onSort(path ? [{ path, desc: false }] : [])}
          />
        )}
      </Field>
      {first && (
        <Segments
          label={t('list.direction')}
          value={first.desc ? 'down' : 'up'}
          options={[
            { value: 'up', label: t('list.sortUp') },
            { value: 'down', label: t('list.sortDown') },
          ]}
          onChange={(way) => onSort([{ ...first, desc: way === 'down' }, ...sort.slice(1)])}
        />
      )}
      <Field label={t('list.groupedIn')}>
        {(field) => (
          <Select
            {...field}
            clearable
            value={group ?? null}
            options={choices(all.filter(groupable))}
            onChange={(path) => groupBy(path ?? undefined)}
          />
        )}
      </Field>
    </div>
  );
}
