import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Ref, Row } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Check } from '../kit/Check';
import { Icon } from '../kit/Icon';
import { lazily } from '../kit/lazily';
import { isNumber, isToned, type Column } from '../meta/paths';
import { NextDue } from '../meta/NextDue';
import { hrefOf } from '../meta/reach';
import { Value, wordsOf } from '../meta/Value';
import type { GridProps } from './Grid';
import type { Group } from './groups';
import { useSwipe } from './swipe';

const LogDialog = lazily(() => import('../record/LogDialog'));

type Shared =
  | 'label'
  | 'entity'
  | 'title'
  | 'columns'
  | 'rows'
  | 'heads'
  | 'toggle'
  | 'count'
  | 'waiting'
  | 'more'
  | 'selected'
  | 'allSelected'
  | 'select';

interface Props extends Pick<GridProps, Shared> {
  /** paths at which a number to call is found */
  phones: string[];
  selecting: boolean;
  /** what an activity about a row hangs on */
  about: (row: Row) => Ref | undefined;
}

/** What is touched is at least so high; below it stands each sum in a line of its own. */
const headHeight = ({ sums }: Group) => 44 + 22 * Object.keys(sums).length;

const call = (line: HTMLElement) => line.querySelector<HTMLElement>('a[href^="tel:"]')?.click();

/**
 * The list on a phone: each record in two lines, its state at the right; drawn to the right it calls, to the left one
 * logs.
 */
export function Cards({ label, entity, title, columns, rows, count, more, ...props }: Props) {
  const app = useApp();
  const box = useRef<HTMLDivElement>(null);
  const swipe = useSwipe();
  const [logging, setLogging] = useState<Ref>();
  const headAt = (index: number) => {
    const head = props.heads?.get(index);
    return head ? headHeight(head) : 64;
  };
  const virtual = useVirtualizer({
    count: props.heads ? rows.length : Math.max(rows.length, Math.min(count, rows.length + 8)),
    getScrollElement: () => box.current,
    estimateSize: headAt,
    overscan: 8,
  });
  const places = [...(props.heads ?? [])].map(([at, head]) => `${at} ${headHeight(head)}`).join();
  useEffect(() => virtual.measure(), [virtual, places]);
  const items = virtual.getVirtualItems();
  const firstSeen = items[0]?.index ?? 0;
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => more(firstSeen, lastSeen), [firstSeen, lastSeen, rows.length, more]);
  const first = columns.find((column) => column.path === title) ?? columns[0];
  const rest = columns.filter((column) => column !== first);
  const state = rest.find((column) => column.field.kind === 'pick' && isToned(column.field));
  const next = rest.find((column) => column.field.kind === 'next');
  // A number is read whole or not at all.
  const amount = rest.find((column) => isNumber(column.field));
  const second = rest
    .filter((column) => ![state, next].includes(column) && !isNumber(column.field) && column.field.kind !== 'since')
    .slice(0, 3);
  return (
    <div ref={box} className="cards" role="list" aria-label={label} aria-busy={props.waiting} tabIndex={0}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {items.map((item) => {
          const row = rows[item.index];
          const head = props.heads?.get(item.index);
          if (head) {
            const of = { head, columns, top: item.start, toggle: props.toggle! };
            return <HeadLine key={`group ${head.key}`} {...of} />;
          }
          const about = row && props.about(row);
          const phone =
            row && props.phones.map((path) => row[path]).find((one) => typeof one === 'string' && one !== '');
          return (
            <div
              key={item.key}
              role="listitem"
              className={'card-row' + (row ? '' : ' coming')}
              style={{ transform: `translateY(${item.start}px)` }}
              {...(row ? swipe(call, about && (() => setLogging(about))) : {})}
            >
              {row && props.selecting && (
                <Check
                  label={app.t('list.selectOne', { name: String(first ? row[first.path] : row.id) })}
                  checked={props.allSelected || props.selected.has(row.id)}
                  onChange={(on) => props.select([row.id], on)}
                />
              )}
              {row && first ? (
                <Link to="/record/$entity/$id" params={{ entity, id: row.id }} className="grow" preload={false}>
                  <span className="row-gap">
                    <span className="tx strong grow">{wordsOf(first.field, row[first.path], app) || '–'}</span>
                    {state && <Value field={state.field} value={row[state.path]} link={false} />}
                  </span>
                  <span className="row-gap">
                    <span className="tx dim grow">
                      {second
                        .map((column) => wordsOf(column.field, row[column.path], app))
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    {amount && <span className="num dim">{wordsOf(amount.field, row[amount.path], app)}</span>}
                    {next && <NextDue at={row[next.path]} short />}
                  </span>
                </Link>
              ) : (
                <div className="sk" />
              )}
              {row && phone !== undefined && (
                <a className="btn quiet icon-only" href={hrefOf('phone', String(phone))}>
                  <Icon name="phone" size={17} />
                  <span className="unseen">
                    {app.t('home.call', { number: phone, who: String(first ? row[first.path] : '') })}
                  </span>
                </a>
              )}
            </div>
          );
        })}
      </div>
      <Block close={() => setLogging(undefined)}>
        {logging && <LogDialog about={logging} close={() => setLogging(undefined)} />}
      </Block>
    </div>
  );
}

interface HeadProps {
  head: Group;
  columns: Column[];
  top: number;
  toggle: (key: string) => void;
}

/** The heading of a group between the cards: how many they are, and what their numbers come to. */
function HeadLine({ head, columns, top, toggle }: HeadProps) {
  const app = useApp();
  return (
    <div
      role="listitem"
      className="card-row group-line"
      style={{ transform: `translateY(${top}px)`, height: headHeight(head) }}
    >
      <button type="button" className="group-toggle" aria-expanded={head.open} onClick={() => toggle(head.key)}>
        <Icon name={head.open ? 'down' : 'right'} size={16} />
        <span className="tx strong">{head.label}</span>
        <span className="count">{app.fmt.number(head.count)}</span>
      </button>
      {columns
        .filter(({ path }) => head.sums[path] !== undefined)
        .map(({ path, label, field }) => (
          <span key={path} className="group-sum">
            <span className="tx dim grow">{label}</span>
            <b className="num">{wordsOf(field, head.sums[path], app)}</b>
          </span>
        ))}
    </div>
  );
}
