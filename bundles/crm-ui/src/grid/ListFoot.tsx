import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsQuery } from '../api/queries';
import type { Page, Query, RecordType } from '../api/types';
import { useApp } from '../app';
import type { Column } from '../meta/paths';
import { wordsOf } from '../meta/Value';
import { summed } from './groups';

interface Props {
  type: RecordType;
  query: Query;
  page: Page | undefined;
  loaded: number;
  columns: Column[];
}

/**
 * How many records there are, exactly when that is asked, and what the numbers shown come to over all of them. They come
 * after the rows, which need not wait until a million records are added up.
 */
export function ListFoot({ type, query, page, loaded, columns }: Props) {
  const app = useApp();
  const { t, fmt } = app;
  const [exactly, setExactly] = useState<string>();
  const key = JSON.stringify([query.filter, query.text, query.textField]);
  const numbers = columns.filter(summed);
  const wanted = exactly === key || (numbers.length > 0 && page !== undefined);
  const sums = numbers.map((column) => column.path);
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
      {numbers
        .filter((column) => typeof all?.sums?.[column.path] === 'number')
        .map((column) => (
          <span key={column.path} className="num">
            <span className="dim">{t('list.sum', { column: column.label })}</span>{' '}
            <b>{wordsOf(column.field, all?.sums?.[column.path] ?? 0, app)}</b>
          </span>
        ))}
    </div>
  );
}
