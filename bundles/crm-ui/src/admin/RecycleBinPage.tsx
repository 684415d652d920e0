import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { at, post } from '../api/client';
import { binQuery, type BinWish } from '../api/queries';
import type { DeletedRecord } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';
import { BinFilter } from './BinFilter';

/** Deleted records, to be brought back whole. */
export default function RecycleBinPage() {
  const { t, l, fmt, entity, called } = useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [wish, setWish] = useState<BinWish>({});
  const query = useInfiniteQuery({ ...binQuery(wish), staleTime: 0, placeholderData: keepPreviousData });
  const more = useMore(query);
  const sought = Object.values(wish).some(Boolean);
  const [busy, setBusy] = useState('');
  useTitle(t('bin.title'));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const restore = async (item: DeletedRecord) => {
    setBusy(item.id);
    try {
      const back = await post<{ entity: string; id: string }>(at('recycle-bin', item.id, 'restore'));
      toast(t('bin.restored', { name: item.label }), 'success', {
        label: t('act.open'),
        run: () => void navigate({ to: '/record/$entity/$id', params: back }),
      });
      void client.invalidateQueries({ queryKey: ['recycle-bin'] });
      void client.invalidateQueries({ queryKey: ['records', item.entity] });
    } catch (error) {
      toast((error as Error).message, 'danger');
    } finally {
      setBusy('');
    }
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('bin.title')}</h1>
      </div>
      <div className="card pad stack">
        <BinFilter wish={wish} change={setWish} />
        {query.isPending && <Skeleton />}
        {query.error && !query.data && <Failed error={query.error} again={query.refetch} />}
        {query.data && items.length === 0 && <Empty icon="trash" title={t(sought ? 'bin.noHit' : 'bin.empty')} />}
        {items.length > 0 && (
          <Table
            look="stacked"
            label={t('bin.title')}
            heads={[t('bin.record'), t('bin.kind'), t('bin.at'), t('bin.by'), '']}
          >
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{item.label}</th>
                <td>
                  <span className="row-gap">
                    <Icon name={entity(item.entity)?.icon} size={16} />
                    {l(entity(item.entity)?.label) || item.entity}
                  </span>
                </td>
                <td>{fmt.moment(item.at)}</td>
                <td>{called(item.by)}</td>
                <td className="r">
                  <Button
                    icon="restore"
                    busy={busy === item.id}
                    aria-label={t('bin.restoreOf', { name: item.label })}
                    onClick={() => void restore(item)}
                  >
                    {t('act.restore')}
                  </Button>
                </td>
              </tr>
            ))}
          </Table>
        )}
        {query.hasNextPage && <Button onClick={more}>{t('history.more')}</Button>}
      </div>
    </div>
  );
}
