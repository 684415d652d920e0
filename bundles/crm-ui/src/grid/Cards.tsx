import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Row } from '../api/types';
import { useApp } from '../boot/app';
import { Check } from '../kit/Check';
import { isToned, type Column } from '../meta/paths';
import { Value, wordsOf } from '../meta/Value';

interface Props {
  label: string;
  entity: string;
  title: string;
  columns: Column[];
  rows: Row[];
  count: number;
  more: () => void;
  selected: ReadonlySet<string>;
  allSelected: boolean;
  select: (ids: string[], on: boolean) => void;
  selecting: boolean;
}

/** The list on a phone: each record in two lines, its state at the right. */
export function Cards({ label, entity, title, columns, rows, count, more, ...props }: Props) {
  const app = useApp();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.max(rows.length, Math.min(count, rows.length + 5)),
    getScrollElement: () => box.current,
    estimateSize: () => 64,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 20) more();
  }, [lastSeen, rows.length, more]);
  const first = columns.find((column) => column.path === title) ?? columns[0];
  const rest = columns.filter((column) => column !== first);
  const state = rest.find((column) => column.field.kind === 'pick' && isToned(column.field));
  const second = rest.filter((column) => column !== state).slice(0, 3);
  return (
    <div ref={box} className="cards" role="list" aria-label={label} tabIndex={0}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {items.map((item) => {
          const row = rows[item.index];
          return (
            <div
              key={item.key}
              role="listitem"
              className="card-row"
              style={{ transform: `translateY(${item.start}px)` }}
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
                  <span className="tx dim">
                    {second
                      .map((column) => wordsOf(column.field, row[column.path], app))
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Link>
              ) : (
                <div className="sk" />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
