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

/**
 * How many records there are, exactly when that is asked, and the sums of money over all of them. They come after the
 * rows, which need not wait until a million records are added up.
 */
export function ListFoot({ type, query, page, loaded, columns }: Props) {
  const { t, fmt } = useApp();
  const [exactly, setExactly] = useState<string>();
  const key = JSON.stringify([query.filter, query.text, query.textField]);
  const money = columns.filter((column) => column.field.kind === 'money');
  const wanted = exactly === key || (money.length > 0 && page !== undefined);
  const sums = money.map((column) => column.path);
  const { data, isPlaceholderData } = useQuery({
    ...rowsQuery(type.name, { ...query, fields: [], sort: [], limit: 1, sums, count: 'exact' }),
    enabled: wanted,
  });
  const all = wanted && !isPlaceholderData ? data : undefined;
  const total = all?.total ?? page?.total;
  return (
    <div className="list-foot">
      {total && !total.exact ? (
        <button type="button" className="link" onClick={() => setExactly(key)} title={t('list.countExactly')}>
          {t('list.atLeast', { number: fmt.number(total.value) })}
        </button>
      ) : (
        <span role="status">
          {page && t('list.count', { count: total?.value ?? loaded, number: fmt.number(total?.value ?? loaded) })}
        </span>
      )}
      <span className="grow" />
      {money
        .filter((column) => typeof all?.sums?.[column.path] === 'number')
        .map((column) => (
          <span key={column.path} className="num">
            <span className="dim">{t('list.sum', { column: column.label })}</span>{' '}
            <b>{fmt.money(all?.sums?.[column.path] ?? 0)}</b>
          </span>
        ))}
    </div>
  );
}
