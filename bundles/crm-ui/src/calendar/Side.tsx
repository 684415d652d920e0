import { useApp } from '../app';
import { Check } from '../kit/Check';
import type { Known } from './CalendarPage';
import { listsOf, picksOf } from './layers';
import { MiniMonth } from './MiniMonth';
import type { CalendarState } from './state';
import { Whose } from './Whose';

interface Props {
  date: string;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  known: Known[];
  holidays: ReadonlyMap<string, string>;
}

/** Nothing chosen is not said. */
const list = (values: string[]) => (values.length > 0 ? values : undefined);
/** What is hidden when some of it is ticked or no more. */
const hiding = (hidden: string[] = [], some: string[], on: boolean) =>
  list([...hidden.filter((one) => !some.includes(one)), ...(on ? [] : some)]);

/** Month, layers, people, kinds and states beside the calendar. */
export default function Side({ date, state, change, known, holidays }: Props) {
  const { t, l, fmt } = useApp();
  return (
    <aside className="cal-side" aria-label={t('calendar.filters')}>
      <MiniMonth
        month={date.slice(0, 7)}
        today={fmt.today()}
        chosen={date}
        holidays={holidays}
        choose={(day) => change({ date: day, from: undefined, to: undefined })}
      />
      <Check checked={state.mine ?? false} onChange={(on) => change({ mine: on ? true : undefined })}>
        {t('calendar.mine')}
      </Check>
      <Check checked={state.color === 'person'} onChange={(on) => change({ color: on ? 'person' : undefined })}>
        {t('calendar.byPerson')}
      </Check>
      <Ticks
        legend={t('calendar.sources')}
        ticks={known.map(({ source }) => ({ key: source.id, label: l(source.label) }))}
        hidden={state.off ?? []}
        change={(some, on) => change({ off: hiding(state.off, some, on) })}
      />
      <Whose
        entity="user"
        label={t('calendar.people')}
        placeholder={t('calendar.everybody')}
        value={state.people ?? []}
        onChange={(people) => change({ people: list(people) })}
      />
      <Whose
        entity="team"
        label={t('calendar.teams')}
        placeholder={t('calendar.allTeams')}
        value={state.teams ?? []}
        onChange={(teams) => change({ teams: list(teams) })}
      />
      {known
        .filter(({ source }) => !state.off?.includes(source.id))
        .flatMap((one) =>
          listsOf(one).map((field) => (
            <Ticks
              key={one.source.id + field.name}
              legend={l(field.label)}
              ticks={picksOf(field).map((key, i) => ({ key, label: l(field.options?.[i]?.label) }))}
              hidden={state.hidden ?? []}
              change={(some, on) => change({ hidden: hiding(state.hidden, some, on) })}
            />
          )),
        )}
    </aside>
  );
}

interface TicksProps {
  legend: string;
  ticks: { key: string; label: string }[];
  hidden: string[];
  change: (keys: string[], on: boolean) => void;
}

/** What is shown of several, one by one or all at once. */
function Ticks({ legend, ticks, hidden, change }: TicksProps) {
  const { t } = useApp();
  const keys = ticks.map(({ key }) => key);
  const whole = !keys.some((key) => hidden.includes(key));
  return (
    <fieldset aria-label={legend}>
      <legend>
        {legend}
        <button type="button" className="link" onClick={() => change(keys, !whole)}>
          {t(whole ? 'calendar.none' : 'calendar.all')}
        </button>
      </legend>
      {ticks.map(({ key, label }) => (
        <Check key={key} checked={!hidden.includes(key)} onChange={(on) => change([key], on)}>
          {label}
        </Check>
      ))}
    </fieldset>
  );
}
