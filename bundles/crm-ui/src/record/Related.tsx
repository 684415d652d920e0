import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { inside } from '../i18n/inside';
import { lazily } from '../kit/lazily';
import { rowsQuery, typeQuery } from '../api/queries';
import type { Filter, Json, Ref, RelatedList, Row } from '../api/types';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { MiniTable } from '../grid/MiniTable';
import { useColumns, type Column } from '../meta/paths';
import { Tree } from './Tree';

const QuickCreate = lazily(() => import('../form/QuickCreate'));

/** The records that refer to this one, with "new" that fills the reference in. */
export function Related({ list, self, append }: { list: RelatedList; self: Ref; append: boolean }) {
  const { t, l, entity } = useApp();
  const [creating, setCreating] = useState(false);
  const { data: type, error, refetch } = useQuery(typeQuery(list.entity));
  const columns = useColumns(type, list.columns);
  const shown = list.columns.map((path) => columns.get(path)).filter((one): one is Column => one !== undefined);
  const filter: Filter = { field: list.via, op: '=', value: self.id };
  const query = { fields: list.columns, filter, limit: 5, count: true };
  const rows = useQuery({ ...rowsQuery(list.entity, query), enabled: type !== undefined });
  if (error && !type) return <Failed error={error} again={refetch} />;
  if (rows.error && !rows.data) return <Failed error={rows.error} again={rows.refetch} />;
  if (!type || !rows.data) return <Skeleton />;
  const items: Row[] = rows.data.items;
  const value = [{ id: self.id, label: self.label }] as unknown as Json;
  return (
    <section className="stack" aria-label={l(list.label)}>
      <div className="row-gap">
        <span className="grow" />
        <Link
          to="/list/$entity"
          params={{ entity: list.entity }}
          search={{ filters: [{ field: list.via, op: 'in', value }] }}
          className="btn quiet"
        >
          {t('record.all')}
        </Link>
        {append && list.create && type.access.create && (
          <Button icon="plus" onClick={() => setCreating(true)}>
            {t('list.newOf', { what: l(type.label) })}
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <Empty icon={type.icon ?? 'list'} title={t('list.none', { what: inside(l(list.label)) })} />
      ) : (
        <MiniTable label={l(list.label)} entity={list.entity} title={type.titleField} columns={shown} rows={items} />
      )}
      {list.entity === self.entity && (
        <Tree entity={list.entity} id={self.id} via={list.via} what={l(entity(list.entity)?.plural ?? type.label)} />
      )}
      <Suspense>
        {creating && (
          <QuickCreate entity={list.entity} preset={{ [list.via]: self }} close={() => setCreating(false)} />
        )}
      </Suspense>
    </section>
  );
}
