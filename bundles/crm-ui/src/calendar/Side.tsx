import type { Field } from '../api/types';
import { useApp } from '../boot/app';
import { Check } from '../kit/Check';
import { MiniMonth } from './MiniMonth';
import type { Source } from './queries';
import type { CalendarState } from './state';
import { Whose } from './Whose';

export interface Pickable {
  source: Source;
  fields: Field[];
}
interface Props {
  date: string;
  state: CalendarState;
  change: (part: { [K in keyof CalendarState]?: CalendarState[K] | undefined }) => void;
  sources: Source[];
  pickable: Pickable[];
  holidays: ReadonlyMap<string, string>;
}

/** Nothing chosen is not said. */
const list = (values: string[]) => (values.length > 0 ? values : undefined);
const toggled = (all: string[] | undefined, one: string, on: boolean) =>
  list([...(all ?? []).filter((other) => other !== one), ...(on ? [one] : [])]);

/** Month, layers, people, kinds and states beside the calendar. */
export default function Side({ date, state, change, sources, pickable, holidays }: Props) {
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
      <fieldset>
        <legend>{t('calendar.sources')}</legend>
        {sources.map((source) => (
          <Check
            key={source.id}
            checked={!state.off?.includes(source.id)}
            onChange={(on) => change({ off: toggled(state.off, source.id, !on) })}
          >
            {l(source.label)}
          </Check>
        ))}
      </fieldset>
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
      {pickable
        .filter(({ source }) => !state.off?.includes(source.id))
        .flatMap(({ source, fields }) =>
          fields.map((field) => (
            <fieldset key={source.id + field.name}>
              <legend>{l(field.label)}</legend>
              {(field.options ?? []).map((option) => {
                const pick = `${field.pickList}.${option.code}`;
                return (
                  <Check
                    key={option.code}
                    checked={state.picks?.includes(pick) ?? false}
                    onChange={(on) => change({ picks: toggled(state.picks, pick, on) })}
                  >
                    {l(option.label)}
                  </Check>
                );
              })}
            </fieldset>
          )),
        )}
    </aside>
  );
}
