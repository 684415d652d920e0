import { useQuery } from '@tanstack/react-query';
import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { keepPreference, preferenceQuery } from '../api/queries';
import { useApp } from '../app';

const key = 'record.side';
const usual = 340;
const least = 280;
const most = 720;

/** The record itself keeps at least half of the page. */
function within(width: number, edge: HTMLElement): number {
  const room = edge.closest('.record-body')?.clientWidth ?? Infinity;
  return Math.max(least, Math.round(Math.min(width, most, room / 2)));
}

/** How wide the column beside a record is, with the edge that says so: dragged, moved with the arrow keys. */
export function useSide() {
  const { t } = useApp();
  const kept = useQuery(preferenceQuery<number>(key)).data;
  /** While it is being moved. */
  const [moved, move] = useState<number>();
  const width = moved ?? (typeof kept === 'number' ? Math.min(Math.max(kept, least), most) : usual);
  const keep = () => {
    if (moved !== undefined && moved !== kept) void keepPreference(key, moved);
    move(undefined);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const column = event.currentTarget.parentElement?.getBoundingClientRect();
    if (column) move(within(column.right - event.clientX, event.currentTarget));
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const next = { ArrowLeft: width + 20, ArrowRight: width - 20, Home: least, End: most }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    move(within(next, event.currentTarget));
  };
  const edge = (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('record.side')}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      title={t('record.sideHow')}
      className="side-edge"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onLostPointerCapture={keep}
      onKeyDown={press}
      onKeyUp={keep}
      onDoubleClick={() => void keepPreference(key, null)}
    />
  );
  return { edge, style: { '--side': `${width}px` } as CSSProperties };
}
