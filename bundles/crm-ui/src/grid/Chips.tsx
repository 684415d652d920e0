import { Suspense, type ReactNode } from 'react';
import type { Filter, RecordType, View } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { lazily } from '../kit/lazily';
import { Pop } from '../kit/Pop';
import { alternatives, opsOf, pathsIn, presetKey, type Preset } from '../meta/filter';
import { useColumns, type Column } from '../meta/paths';
import { filterWords } from '../meta/words';
import type { Change, ListState, Period } from './state';
import { useNamed } from './named';
import { partsOf } from './useList';

const FilterBuilder = lazily(() => import('./FilterBuilder'));

interface Chip {
  key: string;
  words: string;
  drop: () => void;
  /** of what the builder can show */
  edit?: { filter: Filter; put: (next: Filter) => void };
}

interface Props {
  type: RecordType;
  /** of a view that somebody saved each part of the filter is shown */
  view: View;
  state: ListState;
  change: Change;
  clear: () => void;
  children?: ReactNode;
}

/** What narrows the list, each part removable, what the builder made changeable too. */
export function FilterChips({ type, view, state, change, clear, children }: Props) {
  const app = useApp();
  const { t, l, fmt } = app;
  const given = state.filters ?? [];
  const off = state.off ?? [];
  const ofView = view.saved ? partsOf(view) : [];
  const parts = type.fields.filter((field) => field.part).map((field) => field.name);
  const columns = useColumns(type, [...[...given, ...ofView].flatMap(pathsIn), ...parts]);
  const named = useNamed([...ofView, ...given], columns);
  const kept = named.slice(0, ofView.length).map((filter, at) => ({ filter, at }));
  const filters = named.slice(ofView.length);
  const periodWords = (period: Period) => {
    const label = l(type.fields.find((field) => field.name === period.field)?.label);
    if ('preset' in period) return `${label}: ${t(`period.${presetKey(period.preset as Preset)}`)}`;
    return `${label}: ${fmt.day(period.from)} – ${fmt.day(period.to)}`;
  };
  const chips: Chip[] = [
    ...kept
      .filter(({ at }) => !off.includes(at))
      .map(({ filter, at }) => ({
        key: `kept-${at}`,
        words: filterWords(filter, columns, app),
        drop: () => change({ off: [...off, at] }),
        edit: { filter, put: (next: Filter) => change({ off: [...off, at], filters: [...given, next] }) },
      })),
    ...(state.letter
      ? [
          {
            key: 'letter',
            words: t('list.startsWith', { letter: state.letter }),
            drop: () => change({ letter: undefined }),
          },
        ]
      : []),
    ...(state.period
      ? [{ key: 'period', words: periodWords(state.period), drop: () => change({ period: undefined }) }]
      : []),
    ...filters.map((filter: Filter, i) => ({
      key: `filter-${i}`,
      words: filterWords(filter, columns, app),
      drop: () => change({ filters: given.filter((_, other) => other !== i) }),
      edit: {
        filter,
        put: (next: Filter) => change({ filters: given.map((one, other) => (other === i ? next : one)) }),
      },
    })),
  ];
  const added = chips.length > kept.length - off.length || off.length > 0;
  if (chips.length === 0 && !children && off.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={t('filter.active')}>
      {chips.map((chip) => (
        <span key={chip.key} className="chip">
          <Words chip={chip} type={type} columns={columns} />
          <button type="button" aria-label={t('filter.remove', { filter: chip.words })} onClick={chip.drop}>
            <Icon name="close" size={13} />
          </button>
        </span>
      ))}
      {children}
      {added && (
        <button type="button" className="link" onClick={clear}>
          {t('list.clearFilters')}
        </button>
      )}
    </div>
  );
}

/** What a chip says; a click changes it. */
function Words({
  chip: { words, edit },
  type,
  columns,
}: {
  chip: Chip;
  type: RecordType;
  columns: Map<string, Column>;
}) {
  const { t } = useApp();
  const was = edit ? alternatives(edit.filter) : [];
  const known = was.every(({ field, op }) => {
    const column = columns.get(field);
    return column && column.field.filterable !== false && opsOf(column.field).includes(op);
  });
  if (!edit || was.length === 0 || !known) return <span className="tx">{words}</span>;
  return (
    <Pop
      label={t('filter.change')}
      width={300}
      trigger={(trigger) => (
        <button type="button" className="words" title={t('filter.change')} {...trigger}>
          <span className="tx">{words}</span>
        </button>
      )}
    >
      {(close) => (
        <Suspense fallback={<Skeleton />}>
          <FilterBuilder
            type={type}
            extra={[...columns.values()].filter((column) => !column.own)}
            was={was}
            add={(filter) => {
              edit.put(filter);
              close();
            }}
          />
        </Suspense>
      )}
    </Pop>
  );
}
