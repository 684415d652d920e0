import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordType } from '../api/types';
import { useApp } from '../boot/app';
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
    <section className="card pad stack judged">
      <h2>{t('dup.judged')}</h2>
      <ul className="plain-list" aria-label={t('dup.judged')}>
        {groups.map(({ at, records }) => (
          <li key={at}>
            <div className="grow">
              <FoundRecords type={type} records={records} />
              <small className="dim">{fmt.moment(at)}</small>
            </div>
            <Button icon="restore" onClick={() => void takeBack(records)}>
              {t('dup.takeBack')}
            </Button>
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
