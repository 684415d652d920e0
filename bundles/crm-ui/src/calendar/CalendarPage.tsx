import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { typeQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { useTitle } from '../shell/useTitle';
import { Body } from './Body';
import { Head } from './Head';
import { sourcesQuery, type Source } from './queries';
import { useCalendarState, useHolidays } from './useCalendar';
import type { Span } from './useMove';
import './year.css';
import './agenda.css';
import './calendar.css';
import './people.css';
import './side.css';

const Side = lazily(() => import('./Side'));
const Subscribe = lazily(() => import('./Subscribe'));
const QuickCreate = lazily(() => import('../form/QuickCreate'));

// What draws months is large: it is fetched beside the first questions and not after them.
if (matchMedia('(min-width: 768px)').matches) void import('./Sheet').catch(() => undefined);

export interface Known {
  source: Source;
  type: RecordType;
}

/** The sources with what is known of their records. */
function useKnown() {
  const sources = useQuery(sourcesQuery);
  const types = useQueries({ queries: (sources.data ?? []).map((source) => typeQuery(source.entity)) });
  const known = (sources.data ?? []).flatMap((source, i) => {
    const type = types[i]?.data;
    return type ? [{ source, type }] : [];
  });
  const failed = [sources, ...types].find((one) => one.error && !one.data);
  return { known, failed, pending: sources.isPending || types.some((one) => one.isPending) };
}

/** A new entry of the first source in which moments stand. */
function presetOf({ source, type }: Known, span: Span) {
  const whole = source.day && source.lastDay ? [source.day, source.lastDay] : undefined;
  if ('day' in span) return whole ? { [whole[0]!]: span.day, [whole[1]!]: span.lastDay } : {};
  const minutes = Math.round((Date.parse(span.end) - Date.parse(span.start)) / 60_000);
  const lasts = type.fields.some((field) => field.name === 'minutes');
  return { [source.start]: span.start, ...(lasts ? { minutes } : {}) };
}

/** What is to be done and what happens when: everybody's, a team's or one's own. */
export default function CalendarPage() {
  const { t, l } = useApp();
  const client = useQueryClient();
  const { known, failed, pending } = useKnown();
  const { state, view, date, range, change, phone, ready } = useCalendarState();
  const holidays = useHolidays();
  const [creating, setCreating] = useState<{ known: Known; span: Span } | null>(null);
  const [aside, setAside] = useState(false);
  const [subscribing, setSubscribing] = useState(false);
  useTitle(t('calendar.title'));
  const maker = known.find(({ source, type }) => type.access.create && !source.yearly);
  const create = useCallback((span: Span) => maker && setCreating({ known: maker, span }), [maker]);
  if (failed?.error) return <Failed error={failed.error} again={failed.refetch} />;
  if (pending || !ready) return <Skeleton lines={8} />;
  return (
    <div className="page cal-page">
      <Block>
        <Head
          {...{ view, date, range, state, change, phone }}
          refresh={() => void client.invalidateQueries({ queryKey: ['calendar'] })}
        >
          <IconButton icon="share" label={t('calendar.subscribe')} onClick={() => setSubscribing(true)} />
          {phone && (
            <Button icon="filter" className="short" aria-expanded={aside} onClick={() => setAside(!aside)}>
              {t('calendar.filters')}
            </Button>
          )}
        </Head>
      </Block>
      <div className="cal-main">
        {(!phone || aside) && (
          <Suspense fallback={<aside className="cal-side" />}>
            <Block>
              <Side {...{ date, state, change, known, holidays }} />
            </Block>
          </Suspense>
        )}
        <Block key={view}>
          <Body {...{ known, view, date, range, state, change, holidays, phone }} create={maker ? create : undefined} />
        </Block>
      </div>
      <Block close={() => setSubscribing(false)}>
        {subscribing && <Subscribe sources={known.map((one) => one.source)} close={() => setSubscribing(false)} />}
      </Block>
      <Block close={() => setCreating(null)}>
        {creating && (
          <QuickCreate
            key={l(creating.known.type.label)}
            entity={creating.known.type.name}
            preset={presetOf(creating.known, creating.span)}
            close={() => setCreating(null)}
          />
        )}
      </Block>
    </div>
  );
}
