import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at } from '../api/client';
import type { Import, Problem, ProblemPage } from '../api/imports';
import { useApp } from '../boot/app';
import { usePhone } from '../kit/useMedia';
import { Empty, Pill, Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';

const problemsOf = (id: string, severity: string, after: string) =>
  api<ProblemPage>(`${at('imports', id, 'problems')}?${new URLSearchParams({ severity, after })}`);

/** What the dry run of all rows found: each bad cell with row, column, value and reason. */
export function Problems({ given, back, run }: { given: Import; back: () => void; run: () => void }) {
  const { t, fmt } = useApp();
  const [only, setOnly] = useState<'' | 'error'>('');
  const query = useInfiniteQuery({
    queryKey: ['import', given.id, 'problems', given.state, only],
    queryFn: ({ pageParam }) => problemsOf(given.id, only, pageParam),
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    staleTime: 0,
  });
  const summary = query.data?.pages[0]?.summary;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const leftOut = given.columns.filter((column) => !column.field && column.samples.length > 0);
  if (query.error) return <Empty icon="warning" title={query.error.message} />;
  if (!summary) return <Skeleton lines={6} />;
  const ready = summary.create + summary.update;
  return (
    <>
      <Counts
        counts={[
          [t('imports.rows'), summary.rows, ''],
          [t('imports.willCreate'), summary.create, ''],
          [t('imports.willUpdate'), summary.update, ''],
          [t('imports.repaired'), summary.repaired, 't-warning'],
          [t('imports.failed'), summary.failed, summary.failed > 0 ? 't-danger' : ''],
        ]}
      />
      {leftOut.length > 0 && (
        <p className="dim">
          {t('imports.leftOut', { columns: leftOut.map((one) => one.header || `#${one.index + 1}`).join(', ') })}
        </p>
      )}
      <div className="card pad stack">
        <Segments
          label={t('filter.title')}
          value={only}
          onChange={setOnly}
          options={[
            { value: '', label: t('imports.allProblems') },
            { value: 'error', label: t('imports.errors') },
          ]}
        />
        {items.length === 0 ? <Empty icon="success" title={t('imports.noProblems')} /> : <Findings items={items} />}
        {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('imports.more')}</Button>}
      </div>
      <div className="row-gap end">
        <Button onClick={back}>{t('act.back')}</Button>
        <Button look="solid" disabled={ready === 0} onClick={run}>
          {t('imports.run', { number: fmt.number(ready) })}
        </Button>
      </div>
    </>
  );
}

/** What is wrong with which cell: a table, on the phone one block below the other so that the reason is in sight. */
function Findings({ items }: { items: Problem[] }) {
  const { t, fmt } = useApp();
  const phone = usePhone();
  const key = (item: Problem, i: number) => `${item.row}-${item.column ?? ''}-${item.code}-${i}`;
  const reason = (item: Problem) => (
    <span className="row-gap wrap">
      <Pill tone={item.severity === 'error' ? 'danger' : 'warning'}>
        {t(item.severity === 'error' ? 'imports.failed' : 'imports.repaired')}
      </Pill>
      {item.message}
    </span>
  );
  if (phone) {
    return (
      <ul className="findings" aria-label={t('imports.step3')}>
        {items.map((item, i) => (
          <li key={key(item, i)}>
            <span className="dim">
              {t('imports.row')} {fmt.number(item.row)} · {item.header || item.field}
            </span>
            {item.value && <span className="strong">{item.value}</span>}
            {reason(item)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t('imports.step3')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="r">
              {t('imports.row')}
            </th>
            <th scope="col">{t('imports.column')}</th>
            <th scope="col">{t('imports.value')}</th>
            <th scope="col">{t('imports.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => (
            <tr key={key(item, i)}>
              <td className="r">{fmt.number(item.row)}</td>
              <td>{item.header || item.field}</td>
              <td className="samples">{item.value || '–'}</td>
              <td>{reason(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Counts({ counts }: { counts: [label: string, value: number, tone: string][] }) {
  const { fmt } = useApp();
  return (
    <dl className="counts">
      {counts.map(([label, value, tone]) => (
        <div key={label} className={`card pad ${tone}`}>
          <dt>{label}</dt>
          <dd className="num">{fmt.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
