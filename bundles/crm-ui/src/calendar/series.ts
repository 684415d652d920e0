import { api, at } from '../api/client';
import type { Row } from '../api/types';
import { instantOf, wallClock } from '../i18n/format';
import { addDays, daysBetween } from '../i18n/days';
import type { Entry, Source } from './queries';
import type { SeriesScope } from './useSeriesScope';
import type { Span } from './useMove';

/** The day of one time of a series, where the company is. */
export const dayOf = (entry: Entry, zone: string) => entry.day ?? wallClock(entry.start ?? '', zone).slice(0, 10);

const address = (entry: Entry, zone: string, scope: SeriesScope) =>
  `/api/series/${entry.id}/${dayOf(entry, zone)}${scope === 'onwards' ? '?onwards=true' : ''}`;

/** Makes one time a record of its own, or it and all that follow a series of their own. */
export const changeTime = (entry: Entry, zone: string, scope: SeriesScope, body: Record<string, unknown>) =>
  api<Row>(address(entry, zone, scope), { method: 'PATCH', body, version: entry.version });

export const dropTime = (entry: Entry, zone: string, scope: SeriesScope) =>
  scope === 'all'
    ? api(at('records', entry.entity, entry.id), { method: 'DELETE', version: entry.version })
    : api(address(entry, zone, scope), { method: 'DELETE', version: entry.version });

/** Where the next time of a series comes to stand when another one is put elsewhere and all shall follow. */
export function shifted(entry: Entry, span: Span, row: Row, source: Source, zone: string): Span {
  const start = row[source.start];
  const next = start ? wallClock(String(start), zone).slice(0, 10) : String(row[source.day ?? ''] ?? '');
  const days = daysBetween(dayOf(entry, zone), next);
  if ('day' in span) return { day: addDays(span.day, days), lastDay: addDays(span.lastDay, days) };
  const put = (instant: string) => {
    const [day = '', time = ''] = wallClock(instant, zone).split('T');
    return instantOf(`${addDays(day, days)}T${time}`, zone);
  };
  return { start: put(span.start), end: put(span.end) };
}
