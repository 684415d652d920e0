import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../api/client';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Empty, Pill, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { toast } from '../kit/Toast';
import { MERGED } from '../merge/limits';
import { FoundRecords } from './FoundRecords';
import { differ, groupsQuery, reasonWords, type Group } from './api';

/** The groups that a search found, each to be merged or told to be no duplicates. */
export function FoundGroups({ type, search }: { type: RecordType; search: string }) {
  const { t } = useApp();
  const query = useInfiniteQuery(groupsQuery(search));
  if (query.error && !query.data) {
    const none = query.error instanceof Problem && query.error.status === 404;
    return none ? <Empty icon="search" title={t('dup.never')} /> : <Failed error={query.error} again={query.refetch} />;
  }
  if (!query.data) return <Skeleton lines={6} />;
  const groups = query.data.pages.flatMap((page) => page.groups);
  if (groups.length === 0 && !query.hasNextPage) return <Empty icon="success" title={t('dup.none')} />;
  return (
    <>
      <ul className="plain-list stack found-groups" aria-label={t('dup.found')}>
        {groups.map((group) => (
          <OneGroup key={group.records.map((record) => record.id).join()} type={type} group={group} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('dup.next')}
        </Button>
      )}
    </>
  );
}

function OneGroup({ type, group }: { type: RecordType; group: Group }) {
  const { t, l, fmt } = useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const ids = group.records.flatMap((record) => record.id ?? []);
  const different = async () => {
    setBusy(true);
    try {
      await differ(type.name, ids);
      toast(t('dup.remembered'));
      await client.invalidateQueries({ queryKey: ['records', 'duplicates'] });
    } catch (error) {
      toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="card pad">
      <div className="found-why">
        {group.score > 0 && <Pill tone={group.score >= 80 ? 'danger' : 'warning'}>{fmt.number(group.score)}%</Pill>}
        <span className="dim">{reasonWords(type, group.reasons, l)}</span>
      </div>
      <FoundRecords type={type} records={group.records} />
      <div className="row-gap end">
        <Button busy={busy} onClick={() => void different()}>
          {t('dup.different')}
        </Button>
        {type.access.delete && (
          <Link
            to="/merge/$entity"
            params={{ entity: type.name }}
            search={{ ids: ids.slice(0, MERGED.most) }}
            className="btn plain"
          >
            <Icon name="merge" size={16} />
            <span className="btn-text">{t('merge.act')}</span>
          </Link>
        )}
      </div>
    </li>
  );
}
