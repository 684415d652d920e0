import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at } from '../api/client';
import type { Import, RowPage } from '../api/imports';
import { useApp } from '../app';
import { Empty, Segments, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { CheckedCells } from './CheckedCells';
import { ForAll } from './ForAll';
import { LikelyRows } from './LikelyRows';
import { MakeAbsent } from './MakeAbsent';
import { useCorrections } from './useCorrections';

type Show = '' | 'error' | 'repaired' | 'fixed' | 'likely';

const rowsOf = (id: string, show: Show, after: number) =>
  api<RowPage>(`${at('imports', id, 'rows')}?${new URLSearchParams({ show, after: String(after) })}`);

interface Props {
  given: Import;
  starting: boolean;
  back: () => void;
  again: () => void;
  run: () => void;
}

/** What the dry run of all rows found: each bad cell with row, column, value and reason, to be corrected in place. */
export function Problems({ given, starting, back, again, run }: Props) {
  const { t, fmt } = useApp();
  const [show, setShow] = useState<Show>('');
  const queryKey = ['import', given.id, 'rows', given.state, show];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => rowsOf(given.id, show, pageParam),
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    staleTime: 0,
  });
  const corrections = useCorrections(given.id, queryKey);
  const summary = query.data?.pages.at(-1)?.summary;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const likelyOf = (rows: number): Count => [t('imports.likely'), rows, 't-warning'];
  const skippedOf = (rows: number): Count => [t('imports.willSkip'), rows, ''];
  const leftOut = given.columns.filter((column) => !column.field && column.samples.length > 0);
  if (!summary) return query.error ? <Failed error={query.error} again={query.refetch} /> : <Skeleton lines={6} />;
  const ready = summary.create + summary.update;
  return (
    <>
      <Counts
        counts={[
          [t('imports.rows'), summary.rows, ''],
          [t('imports.willCreate'), summary.create, ''],
          [t('imports.willUpdate'), summary.update, ''],
          ...(summary.likely ? [likelyOf(summary.likely), skippedOf(summary.skipped ?? 0)] : []),
          [t('imports.repaired'), summary.repaired, 't-warning'],
          [t('imports.failed'), summary.failed, summary.failed > 0 ? 't-danger' : ''],
        ]}
      />
      {leftOut.length > 0 && (
        <p className="dim">
          {t('imports.leftOut', { columns: leftOut.map((one) => one.header || `#${one.index + 1}`).join(', ') })}
        </p>
      )}
      <div className="card pad stack check-shown">
        <Segments
          label={t('filter.title')}
          value={show}
          onChange={setShow}
          options={[
            { value: '', label: t('imports.allProblems') },
            { value: 'error', label: t('imports.errors') },
            { value: 'repaired', label: t('imports.repaired') },
            { value: 'fixed', label: t('imports.corrected') },
            { value: 'likely', label: t('imports.likely') },
          ]}
        />
        {show === 'likely' && <ForAll given={given} />}
        {items.length === 0 ? (
          <Empty icon="success" title={t('imports.noProblems')} />
        ) : show === 'likely' ? (
          query.data?.pages.map(({ items: rows, forAll = '' }, i) => (
            <LikelyRows key={i} given={given} rows={rows} forAll={forAll} corrections={corrections} />
          ))
        ) : (
          <>
            <MakeAbsent given={given} rows={items} again={again} />
            <CheckedCells given={given} rows={items} corrections={corrections} />
          </>
        )}
        {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('imports.more')}</Button>}
      </div>
      <div className="row-gap end">
        <Button disabled={starting} onClick={back}>
          {t('act.back')}
        </Button>
        {corrections.changed && (
          <Button disabled={starting} onClick={again}>
            {t('imports.checkAgain')}
          </Button>
        )}
        <Button look="solid" busy={starting} disabled={ready === 0} onClick={run}>
          {t('imports.run', { count: ready, number: fmt.number(ready) })}
        </Button>
      </div>
    </>
  );
}

export type Count = [label: string, value: number, tone: string];

export function Counts({ counts }: { counts: Count[] }) {
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
