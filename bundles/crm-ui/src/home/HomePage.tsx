import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { patiently } from '../api/patiently';
import { rowsQuery, typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { MiniTable } from '../grid/MiniTable';
import { usePhone } from '../grid/usePhone';
import { Empty, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { isDate, useColumns, type Column } from '../meta/paths';
import { waysFrom } from '../meta/ways';
import { useActions } from '../record/useActions';
import { Block } from '../shell/Crash';
import { useRecent } from '../shell/recent';

const QuickCreate = lazy(patiently(() => import('../form/QuickCreate')));

/** My day: what is due, what is late, my deals, what I opened last. */
export default function HomePage() {
  const { t, l, fmt, me, boot, entity } = useApp();
  const [creating, setCreating] = useState(false);
  const blocks = (boot.home ?? []).filter((block) => entity(block.entity));
  const activity = entity('activity');
  useEffect(() => {
    document.title = `${t('nav.home')} – Sala CRM`;
  });
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('home.hello', { name: me })}</h1>
          <span className="dim">{fmt.day(fmt.today())}</span>
        </div>
        <span className="grow" />
        {activity?.create && (
          <Button look="solid" icon="plus" onClick={() => setCreating(true)}>
            {t('list.newOf', { what: l(activity.label) })}
          </Button>
        )}
      </div>
      <div className="home-blocks">
        {blocks.map((block) => (
          <Block key={block.entity + block.view}>
            <HomeBlock entity={block.entity} view={block.view} title={l(block.label)} />
          </Block>
        ))}
        <RecentBlock />
      </div>
      <Suspense>{creating && <QuickCreate entity="activity" close={() => setCreating(false)} />}</Suspense>
    </div>
  );
}

function HomeBlock({ entity, view, title }: { entity: string; view: string; title: string }) {
  const { t } = useApp();
  const { data: type, error } = useQuery(typeQuery(entity));
  return (
    <section className="card pad" aria-label={title}>
      <div className="row-gap block-head">
        <Icon name={type?.icon} />
        <h2 className="grow">{title}</h2>
        <Link to="/list/$entity" params={{ entity }} search={{ view }}>
          {t('home.all')}
        </Link>
      </div>
      {error ? (
        <Empty icon="warning" title={error.message} />
      ) : type ? (
        <ViewRows type={type} view={view} />
      ) : (
        <Skeleton />
      )}
    </section>
  );
}

function ViewRows({ type, view: id }: { type: RecordType; view: string }) {
  const { t, boot } = useApp();
  const view = type.views.find((one) => one.id === id) ?? type.views[0];
  const columns = useColumns(type, view?.columns ?? []);
  const phone = usePhone();
  const name = columns.get(type.titleField);
  const others = [...columns.values()].filter((column) => column !== name);
  const when = others.find((column) => isDate(column.field));
  // What it is and when always fit; between them stands what comes first in the view.
  const few = [...new Set([...(phone ? [] : others.slice(0, 1)), when ?? others[0]])];
  const shown = [name, ...few].filter((column): column is Column => column !== undefined);
  const state = type.lifecycle?.field;
  const query = {
    fields: [...new Set([type.titleField, ...(view?.columns ?? []), ...(state ? [state] : [])])],
    sort: view?.sort ?? [],
    limit: 8,
    ...(view?.filter ? { filter: view.filter } : {}),
  };
  const { data, error } = useQuery({ ...rowsQuery(type.name, query), enabled: view !== undefined });
  const { move, dialog } = useActions(type);
  if (error) return <Empty icon="warning" title={error.message} />;
  if (!data) return <Skeleton />;
  if (data.items.length === 0) return <Empty icon="success" title={t('home.none')} />;
  // The one step that finishes a thing of every day is offered in its line: an activity that is done.
  const finish = (row: Row) => {
    const transition = type.lifecycle && waysFrom(type.lifecycle, row, boot.user.id).find((one) => one.primary);
    return transition && type.name === 'activity' && type.access.update ? transition : undefined;
  };
  return (
    <>
      <MiniTable
        label={t('nav.results')}
        entity={type.name}
        title={type.titleField}
        columns={shown}
        rows={data.items}
        tools={type.name === 'activity' ? (row) => <Done transition={finish(row)} row={row} move={move} /> : undefined}
      />
      {dialog}
    </>
  );
}

interface DoneProps {
  transition: NonNullable<RecordType['lifecycle']>['transitions'][number] | undefined;
  row: Row;
  move: ReturnType<typeof useActions>['move'];
}

function Done({ transition, row, move }: DoneProps) {
  const { l } = useApp();
  const phone = usePhone();
  if (!transition) return null;
  const onClick = () => void move(transition, row);
  if (phone) return <IconButton icon="check" label={l(transition.label)} onClick={onClick} />;
  return (
    <Button look="quiet" icon="check" onClick={onClick}>
      {l(transition.label)}
    </Button>
  );
}

function RecentBlock() {
  const { t, l, entity } = useApp();
  const { recent } = useRecent();
  return (
    <section className="card pad" aria-label={t('home.recent')}>
      <div className="row-gap block-head">
        <Icon name="history" />
        <h2>{t('home.recent')}</h2>
      </div>
      {recent.length === 0 && <Empty icon="history" title={t('home.noRecent')} />}
      <ul className="plain-list">
        {recent.slice(0, 10).map((record) => (
          <li key={record.entity + record.id}>
            <Icon name={entity(record.entity)?.icon} size={16} />
            <Link to="/record/$entity/$id" params={{ entity: record.entity, id: record.id }} className="tx grow">
              {record.label}
            </Link>
            <small className="dim">{l(entity(record.entity)?.label)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
