import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, at, Problem } from '../api/client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { rowsQuery } from '../api/queries';
import type { RecordType, Row, Transition } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { isBeyond } from '../kit/beyond';
import { Button, IconButton } from '../kit/Button';
import { toast } from '../kit/Toast';
import { isEmpty, useColumns } from '../meta/paths';
import { Value } from '../meta/Value';
import { passes } from '../meta/filter';
import { transitionsFrom } from '../meta/lifecycle';
import { Invited } from '../record/Invited';
import type { useActions } from '../record/useActions';
import type { Entry, Source } from './queries';
import { changeTime, dropTime } from './series';
import type { SeriesScope } from './useSeriesScope';
import { Whereabouts } from './Whereabouts';
import { calendarWords } from './words';

interface Props {
  entry: Entry;
  source: Source;
  type: RecordType;
  near: DOMRect;
  /** it was asked for or taken hold of, not only passed over by the mouse */
  held: boolean;
  movable: boolean;
  actions: ReturnType<typeof useActions>;
  askScope: () => Promise<SeriesScope | null>;
  askMove: () => void;
  close: () => void;
  /** closed by who looked at it: the focus goes back to the entry */
  leave: () => void;
  hold: () => void;
  /** the mouse is on the card, and is so no more */
  stay: () => void;
  away: () => void;
}

const edge = 8;

/** Right of the entry, or left; below or above one that is as wide as the page. */
function beside(near: DOMRect, width: number, height: number): { left: number; top: number } {
  const [right, left] = [near.right + 6, near.left - width - 6];
  const top = Math.max(edge, Math.min(near.top, innerHeight - height - edge));
  if (right + width + edge < innerWidth) return { left: right, top };
  if (left > edge && near.width < width) return { left, top };
  const below = near.bottom + 4;
  const across = Math.max(edge, Math.min(near.right, innerWidth - edge) - width);
  return { left: across, top: below + height + edge < innerHeight ? below : Math.max(edge, near.top - height - 4) };
}

/** An entry at a glance: whom it is for, how to call him, and what can be done at once. */
export function EntryCard(props: Props) {
  const { entry, source, type, near, held, movable, actions, askScope, askMove, close, leave, hold } = props;
  const app = useApp();
  const { t, l, fmt, boot } = app;
  const words = calendarWords(app);
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(type, source.card ?? []);
  const state = type.lifecycle?.field;
  const fields = [
    ...new Set([
      type.titleField,
      ...(source.card ?? []),
      source.owner,
      ...(state ? [state] : []),
      ...(source.status ? [source.status] : []),
      source.start,
      // What is closed asks nobody any more.
      ...(type.fields.some(({ name }) => name === 'open') ? ['open'] : []),
    ]),
  ];
  const { data } = useQuery(
    rowsQuery(entry.entity, { fields, filter: { field: 'id', op: '=', value: entry.id }, limit: 1 }),
  );
  const row = data?.items[0]?.id === entry.id ? data.items[0] : undefined;
  useLayoutEffect(() => {
    const card = box.current;
    if (!card) return;
    const { left, top } = beside(near, card.offsetWidth, card.offsetHeight);
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
  }, [near, row]);
  useEffect(() => {
    if (!held) return;
    box.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
    const outside = (event: PointerEvent) => {
      // What a verb asks for is asked in a dialog over the page, which goes with the card.
      if (!box.current?.contains(event.target as Element) && isBeyond(event, box.current)) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [held, close]);
  const when = entry.day
    ? [entry.day, entry.lastDay].filter((day, i) => i === 0 || day !== entry.day).map((day) => words.longDay(day ?? ''))
    : [fmt.moment(entry.start ?? ''), entry.end === entry.start ? '' : fmt.time(entry.end ?? '')].filter(Boolean);
  const kind = type.fields.find((field) => field.name === source.kind);
  const finish =
    row && type.lifecycle && type.access.update
      ? transitionsFrom(type.lifecycle, row, boot.user.id).find((one) => one.primary)
      : undefined;
  /** A later time of a series becomes a record of its own, of which it is then said that it is done. */
  const end = async (way: Transition, first: Row) => {
    const later = source.repeats && entry.repeated && first[source.start] !== entry.start;
    try {
      const own = later ? await changeTime(entry, boot.company.timeZone, 'one', {}) : undefined;
      await actions.move(way, own ? await api<Row>(at('records', entry.entity, own.id)) : first);
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  // What has no states has nothing but its verbs.
  const verbs =
    row && !type.lifecycle && type.access.update
      ? type.actions.filter((one) => one.scope.includes('record') && passes(one.when, row, boot.user.id))
      : [];
  return (
    <div
      ref={box}
      className="cal-card"
      role={held ? 'dialog' : 'group'}
      aria-label={entry.title}
      onPointerEnter={props.stay}
      onPointerLeave={props.away}
      onPointerDown={hold}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <div className="row-gap">
        <b className="grow">{entry.title}</b>
        <IconButton icon="close" label={t('act.close')} onClick={leave} />
      </div>
      <p className="num">{when.join(' – ')}</p>
      <dl>
        {kind && entry.kind && (
          <>
            <dt>{l(kind.label)}</dt>
            <dd>
              <Value field={kind} value={entry.kind} />
            </dd>
          </>
        )}
        {entry.owner && (
          <>
            <dt>{l(type.fields.find((field) => field.name === source.owner)?.label)}</dt>
            <dd>{app.called(entry.owner)}</dd>
          </>
        )}
        {row &&
          [...columns.values()]
            // The place stands below, with the way to it.
            .filter(({ path }) => !isEmpty(row[path]) && path !== 'place')
            .map((column) => (
              <div key={column.path} className="pair">
                <dt>{column.label}</dt>
                <dd>
                  <Value field={column.field} value={row[column.path]} />
                </dd>
              </div>
            ))}
        {row && <Whereabouts type={type} row={row} />}
      </dl>
      {!row && <Skeleton lines={2} />}
      {row && <Invited record={row} />}
      <div className="row-gap wrap">
        {finish && row && (
          <Button icon="check" look="solid" onClick={() => void end(finish, row)}>
            {l(finish.label)}
          </Button>
        )}
        {row &&
          verbs.map((verb) => (
            <Button key={verb.id} icon={verb.icon ?? 'bolt'} onClick={() => void actions.act(verb, row)}>
              {l(verb.label)}
            </Button>
          ))}
        {movable && (
          <Button icon="clock" onClick={askMove}>
            {t('calendar.move')}
          </Button>
        )}
        {movable && entry.repeated && <OfSeries {...{ entry, askScope, close }} />}
        <Link to="/record/$entity/$id" params={{ entity: entry.entity, id: entry.id }} className="btn plain">
          <span className="btn-text">{t('act.open')}</span>
        </Link>
      </div>
    </div>
  );
}

/** What can be done with one time of something that comes back. */
function OfSeries({ entry, askScope, close }: Pick<Props, 'entry' | 'askScope' | 'close'>) {
  const { t, boot } = useApp();
  const zone = boot.company.timeZone;
  const client = useQueryClient();
  const navigate = useNavigate();
  const said = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      toast(
        error instanceof Problem && error.status === 412 ? t('calendar.faster') : (error as Error).message,
        'danger',
      );
    }
    await client.invalidateQueries({ queryKey: ['calendar'] });
  };
  const alone = () =>
    said(async () => {
      const { id } = await changeTime(entry, zone, 'one', {});
      await navigate({ to: '/record/$entity/$id', params: { entity: entry.entity, id } });
    });
  const drop = async () => {
    close();
    const scope = await askScope();
    if (!scope) return;
    await said(async () => {
      await dropTime(entry, zone, scope);
      toast(t('repeat.dropped'));
    });
  };
  return (
    <>
      <Button icon="edit" onClick={() => void alone()}>
        {t('repeat.onlyThis')}
      </Button>
      <Button icon="trash" onClick={() => void drop()}>
        {t('repeat.drop')}
      </Button>
    </>
  );
}
