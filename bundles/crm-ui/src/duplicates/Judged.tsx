import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { judgedQuery, resemble, type Match } from './api';
import { FoundRecords } from './FoundRecords';

/** What people said is no duplicate, until somebody takes that back. */
export function Judged({ type }: { type: RecordType }) {
  const { t, fmt } = useApp();
  const client = useQueryClient();
  const query = useInfiniteQuery(judgedQuery(type.name));
  const groups = query.data?.pages.flatMap((page) => page.groups) ?? [];
  if (groups.length === 0 && !query.hasNextPage) return null;
  const takeBack = async (records: Match[]) => {
    try {
      await resemble(
        type.name,
        records.flatMap((record) => record.id ?? []),
      );
      toast(t('dup.takenBack'));
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
    void client.invalidateQueries({ queryKey: ['records', 'duplicates'] });
  };
  return (
    <section className="stack">
      <h2>{t('dup.judged')}</h2>
      <ul className="plain-list stack found-groups judged" aria-label={t('dup.judged')}>
        {groups.map(({ at, records }) => (
          <li key={at} className="card pad">
            <span className="found-why dim">{fmt.moment(at)}</span>
            <FoundRecords type={type} records={records} />
            <div className="row-gap end">
              <Button icon="restore" onClick={() => void takeBack(records)}>
                {t('dup.takeBack')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('dup.next')}
        </Button>
      )}
    </section>
  );
}
