import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { Agenda } from './Agenda';
import type { Known } from './CalendarPage';
import { entryColor } from './colors';
import { EntryCard } from './EntryCard';
import { MiniMonth } from './MiniMonth';
import { People } from './People';
import { layerOf } from './layers';
import { busyQuery, countsQuery, entriesQuery, type Entry } from './queries';
import { useMembers, useNames } from '../form/useNames';
import { leftOf, questionOf, type CalendarState, type Range, type View } from './state';
import { useActions } from '../record/useActions';
import { useMove, type Span } from './useMove';
import { useSeriesScope, type SeriesScope } from './useSeriesScope';
import { useShown, type Shown } from './useShown';
import { Year } from './Year';

const MoveDialog = lazily(() => import('./MoveDialog'));
const Sheet = lazily(() => import('./Sheet'));

interface Props {
  known: Known[];
  view: View;
  date: string;
  range: Range;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  holidays: ReadonlyMap<string, string>;
  phone: boolean;
  create: ((span: Span) => void) | undefined;
}

/** What a person knows of an entry by its source: colour, state, whether it is over and may be moved. */
function useTraits(known: Known[], by: 'kind' | 'person') {
  return useMemo(() => {
    const of = (entry: Entry) => known.find(({ source }) => source.id === entry.source);
    const option = (entry: Entry, field: string | undefined, code: string | undefined) =>
      of(entry)
        ?.type.fields.find((one) => one.name === field)
        ?.options?.find((one) => one.code === code);
    const kinds = (entry: Entry) =>
      of(entry)
        ?.type.fields.find((field) => field.name === of(entry)?.source.kind)
        ?.options?.map((one) => one.code) ?? [];
    return {
      of,
      status: (entry: Entry) => option(entry, of(entry)?.source.status, entry.status),
      color: (entry: Entry) => entryColor(entry, by, kinds(entry)),
      done: (entry: Entry) =>
        of(entry)?.type.lifecycle?.states.some((state) => state.code === entry.status && state.closed) ?? false,
      movable: (entry: Entry) => {
        const it = of(entry);
        return (
          it !== undefined &&
          it.type.access.update === true &&
          !it.source.yearly &&
          (!entry.repeated || it.source.repeats)
        );
      },
    };
  }, [known, by]);
}

/** The calendar itself in one of its views, with the card of the entry that is looked at. */
export function Body(props: Props) {
  const { known, view, date, range, state, change, holidays, phone, create } = props;
  const { t, fmt } = useApp();
  const left = leftOf(known.map(layerOf), state);
  const question = questionOf(range, state, left);
  const day = questionOf({ from: date, to: date }, state, left);
  const small = phone && view === 'month';
  const some = left.sources.length > 0;
  const found = useQuery({ ...entriesQuery(small ? day : question), enabled: some && view !== 'year' });
  const counts = useQuery({ ...countsQuery(question), enabled: some && small });
  const traits = useTraits(known, state.color ?? 'kind');
  const { askScope, dialog: scopeDialog } = useSeriesScope();
  const move = useMove(
    known.map(({ source }) => source),
    askScope,
  );
  const { shown, open, close, hover, leave, stay, hold } = useShown();
  const [moving, setMoving] = useState<Entry | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // What led to another view has gone with the one before; the keys go on in the new one.
  const seen = useRef(view);
  useEffect(() => {
    if (seen.current !== view && document.activeElement === document.body) box.current?.focus();
    seen.current = view;
  }, [view]);
  if (!some && known.length > 0) {
    return (
      <div className="cal-body" aria-busy={false}>
        <Empty icon="calendar" title={t('calendar.nothingChosen')}>
          <Button onClick={() => change({ off: undefined, hidden: undefined })}>{t('calendar.showAll')}</Button>
        </Empty>
      </div>
    );
  }
  if (found.error && !found.data) return <Failed error={found.error} again={found.refetch} />;
  const entries = found.data?.entries ?? [];
  const openDay = (to: string) => change({ view: phone ? 'agenda' : 'day', date: to });
  const agenda = (from: string) => (
    <Agenda
      {...{ entries, holidays, open, hover, leave, from }}
      today={fmt.today()}
      color={traits.color}
      status={traits.status}
    />
  );
  const it = shown && traits.of(shown.entry);
  return (
    <div ref={box} className="cal-body" aria-busy={found.isFetching} tabIndex={-1}>
      {view === 'year' ? (
        <Year
          year={date.slice(0, 4)}
          question={question}
          holidays={holidays}
          openDay={openDay}
          openMonth={(to) => change({ view: 'month', date: to })}
        />
      ) : view === 'people' ? (
        <Lanes {...{ date, state, entries, open, hover, leave }} color={traits.color} />
      ) : small ? (
        <>
          <div className="card pad">
            <MiniMonth
              dots
              title={false}
              month={date.slice(0, 7)}
              today={fmt.today()}
              chosen={date}
              counts={counts.data?.days}
              holidays={holidays}
              choose={(to) => change({ date: to })}
            />
          </div>
          {agenda(date)}
        </>
      ) : view === 'agenda' || (phone && view === 'week') || (view === 'period' && (phone || isLong(range))) ? (
        agenda(range.from)
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <Sheet
            {...{ view, range, date, entries, holidays, open, hover, leave, create, move, openDay }}
            color={traits.color}
            done={traits.done}
            movable={traits.movable}
          />
        </Suspense>
      )}
      <Block close={close}>
        {shown && it && (
          <ShownCard
            shown={shown}
            known={it}
            movable={traits.movable(shown.entry)}
            askScope={askScope}
            askMove={() => {
              setMoving(shown.entry);
              close();
            }}
            {...{ close, hold, stay }}
            away={leave}
            leave={() => {
              close();
              shown.from.focus();
            }}
          />
        )}
      </Block>
      {scopeDialog}
      <Block close={() => setMoving(null)}>
        {moving && (
          <MoveDialog
            entry={moving}
            wholeDays={traits.of(moving)?.source.day !== undefined}
            move={(span) => move(moving, span)}
            close={() => setMoving(null)}
          />
        )}
      </Block>
    </div>
  );
}

const isLong = (range: Range) => Date.parse(range.to) - Date.parse(range.from) > 41 * 86_400_000;

function ShownCard({
  shown,
  known,
  ...rest
}: {
  shown: Shown;
  known: Known;
  movable: boolean;
  askScope: () => Promise<SeriesScope | null>;
  askMove: () => void;
  close: () => void;
  leave: () => void;
  hold: () => void;
  stay: () => void;
  away: () => void;
}) {
  const actions = useActions(known.type);
  return (
    <>
      <EntryCard
        key={shown.entry.id}
        entry={shown.entry}
        near={shown.near}
        held={shown.held}
        source={known.source}
        type={known.type}
        actions={actions}
        {...rest}
      />
      {actions.dialog}
    </>
  );
}

/** More lanes nobody looks through, and no more names are asked for at once. */
const MOST = 200;

/** The people chosen, those of the teams chosen, otherwise whoever has something. */
function Lanes(props: {
  date: string;
  state: CalendarState;
  entries: Entry[];
  color: (entry: Entry) => string;
  open: (entry: Entry, near: HTMLElement) => void;
  hover: (entry: Entry, near: HTMLElement) => void;
  leave: () => void;
}) {
  const { state, entries } = props;
  const busy = entries.flatMap((entry) => [entry.owner?.id, ...(entry.people ?? [])]);
  const anybody = !state.people && !state.teams;
  const asked = anybody ? [...new Set(busy.filter((id) => id !== undefined))].sort() : (state.people ?? []);
  const chosen = useNames('user', asked.slice(0, MOST));
  const members = useMembers(state.teams ?? [], MOST);
  const others = members.filter(({ id }) => !chosen.some((one) => one.id === id));
  const people = [...chosen, ...others].slice(0, MOST);
  const { data } = useQuery(
    busyQuery(
      props.date,
      people.map(({ id }) => id),
    ),
  );
  return <People {...props} people={people} busy={data?.busy ?? []} />;
}
