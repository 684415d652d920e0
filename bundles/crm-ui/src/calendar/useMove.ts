import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, at, Problem } from '../api/client';
import { same } from '../api/meanwhile';
import type { Row } from '../api/types';
import { useApp } from '../app';
import { confirm } from '../kit/confirm';
import { toast } from '../kit/Toast';
import { putBack, undoButton } from '../record/undo';
import type { Entry, Source } from './queries';
import { changeTime, shifted } from './series';
import type { SeriesScope } from './useSeriesScope';

/** From one moment to another, or whole days. */
export type Span = { start: string; end: string } | { day: string; lastDay: string };

/** What is written when an entry comes to stand at another time. */
function valuesOf(source: Source, span: Span, begins: boolean): Record<string, unknown> {
  if ('day' in span) {
    if (!source.day) return { [source.start]: span.day, ...(source.end ? { [source.end]: span.lastDay } : {}) };
    return { [source.day]: span.day, ...(source.lastDay ? { [source.lastDay]: span.lastDay } : {}) };
  }
  return {
    ...(source.day ? { [source.day]: null } : {}),
    // What is only due has no beginning, wherever it is put.
    ...(begins || span.start !== span.end ? { [source.start]: span.start } : {}),
    ...(source.end ? { [source.end]: span.end } : {}),
  };
}

/** Where it stands. */
const spanOf = ({ day, lastDay, start = '', end = start }: Entry): Span =>
  day === undefined ? { start, end } : { day, lastDay: lastDay ?? day };

/** Whether it stands elsewhere by now; of what comes back, whether anything of it is otherwise. */
function isElsewhere(entry: Entry, row: Row, source: Source): boolean {
  const changed = Number(row.version) !== entry.version;
  if (!changed || entry.repeated) return changed;
  const value = (name = '') => row[name] as string | null | undefined;
  const last = value(source.lastDay) ?? value(source.end);
  const first = value(source.day) ?? value(source.start) ?? last;
  const { day: begin = entry.start, lastDay: end = entry.end } = entry;
  return !same([begin, end], [first, last && first && last > first ? last : first]);
}

/** When it was, as far as that has changed. */
function timesOf(source: Source, before: Record<string, unknown>, after: Row): Record<string, unknown> {
  const names = [source.start, source.end, source.day, source.lastDay].filter((name) => name !== undefined);
  const changed = names.filter((name) => !same(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name] ?? null]));
}

/** Moves entries; asks first where others are invited, and says when somebody else was faster. */
export function useMove(sources: Source[], askScope: () => Promise<SeriesScope | null>) {
  const { t, fmt, boot } = useApp();
  const zone = boot.company.timeZone;
  const client = useQueryClient();
  /** of which entries one was told as of which version that they stand elsewhere: who moves them again means it */
  const told = useRef(new WeakMap<Entry, Row['version']>());
  const renew = () => client.invalidateQueries({ queryKey: ['calendar'] });
  return async (entry: Entry, span: Span): Promise<boolean> => {
    const source = sources.find((one) => one.id === entry.source);
    if (!source) return false;
    const url = at('records', entry.entity, entry.id);
    try {
      const row = await api<Row>(url);
      if (isElsewhere(entry, row, source) && told.current.get(entry) !== row.version) {
        told.current.set(entry, row.version);
        throw new Problem(412, t('calendar.faster'));
      }
      const invited = Array.isArray(row['participants']) ? row['participants'].length : 0;
      const text = t('calendar.invited', { count: invited });
      if (invited > 0 && !(await confirm({ title: t('calendar.moveTitle'), text, ok: t('calendar.move') })))
        return false;
      const scope = entry.repeated ? await askScope() : 'all';
      if (!scope) return false;
      const put = entry.repeated && scope === 'all' ? shifted(entry, span, row, source, zone) : span;
      const values = valuesOf(source, put, Boolean(row[source.start]) || entry.day !== undefined);
      const [before, after] =
        scope === 'all'
          ? [row, await api<Row>(url, { method: 'PATCH', body: values, version: row.version })]
          : [
              valuesOf(source, spanOf(entry), true),
              await changeTime({ ...entry, version: Number(row.version) }, zone, scope, values),
            ];
      const when =
        'day' in span ? fmt.weekday(span.day) : `${fmt.weekday(fmt.dayOf(span.start))} ${fmt.time(span.start)}`;
      const times = timesOf(source, before, after);
      const back = () => putBack(entry.entity, times, after);
      const moved = Object.keys(times).length > 0;
      toast(t('calendar.movedTo', { when }), 'success', moved ? undoButton(t, back, renew) : undefined);
      await renew();
      return true;
    } catch (error) {
      const stale = error instanceof Problem && error.status === 412;
      toast(stale ? t('calendar.faster') : (error as Error).message, 'danger');
      await renew();
      return false;
    }
  };
}
