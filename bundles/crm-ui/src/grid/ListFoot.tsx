import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsQuery } from '../api/queries';
import type { Page, Query, RecordType } from '../api/types';
import { useApp } from '../boot/app';
import type { Column } from '../meta/paths';

interface Props {
  type: RecordType;
  query: Query;
  page: Page | undefined;
  loaded: number;
  columns: Column[];
}

/** How many records there are (exactly, when asked) and the sums of the number columns over all of them. */
export function ListFoot({ type, query, page, loaded, columns }: Props) {
  const { t, fmt } = useApp();
  const [exactly, setExactly] = useState<string>();
  const key = JSON.stringify([query.filter, query.text, query.textField]);
  const wanted = exactly === key;
  const exact = useQuery({
    ...rowsQuery(type.name, { ...query, limit: 1, sums: [], count: 'exact' }),
    enabled: wanted,
  });
  const total = (wanted && !exact.isPlaceholderData && exact.data?.total) || page?.total;
  const sums = columns.filter((column) => page?.sums?.[column.path] !== undefined && page.sums[column.path] !== null);
  return (
    <div className="list-foot">
      {total && !total.exact ? (
        <button type="button" className="link" onClick={() => setExactly(key)} title={t('list.countExactly')}>
          {t('list.atLeast', { number: fmt.number(total.value) })}
        </button>
      ) : (
        <span role="status">
          {t('list.count', { count: total?.value ?? loaded, number: fmt.number(total?.value ?? loaded) })}
        </span>
      )}
      <span className="grow" />
      {sums.map((column) => (
        <span key={column.path} className="num">
          <span className="dim">{t('list.sum', { column: column.label })}</span>{' '}
          <b>{fmt.money(page?.sums?.[column.path] ?? 0)}</b>
        </span>
      ))}
    </div>
  );
}
