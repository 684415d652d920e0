import type { ReactNode } from 'react';
import type { Filter, RecordType, View } from '../api/types';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';
import { pathsIn, presetKey, type Preset } from '../meta/filter';
import { useColumns } from '../meta/paths';
import { filterWords } from '../meta/words';
import type { ListState, Period } from './state';
import { partsOf } from './useList';

interface Props {
  type: RecordType;
  /** of a view that somebody saved each part of the filter is shown */
  view: View;
  state: ListState;
  change: (next: Partial<Record<keyof ListState, unknown>>) => void;
  clear: () => void;
  children?: ReactNode;
}

/** What narrows the list, each part removable. */
export function FilterChips({ type, view, state, change, clear, children }: Props) {
  const app = useApp();
  const { t, l, fmt } = app;
  const filters = state.filters ?? [];
  const off = state.off ?? [];
  const kept = view.saved ? partsOf(view).map((filter, at) => ({ filter, at })) : [];
  const parts = type.fields.filter((field) => field.part).map((field) => field.name);
  const columns = useColumns(type, [...[...filters, ...kept.map((one) => one.filter)].flatMap(pathsIn), ...parts]);
  const periodWords = (period: Period) => {
    const label = l(type.fields.find((field) => field.name === period.field)?.label);
    if ('preset' in period) return `${label}: ${t(`period.${presetKey(period.preset as Preset)}`)}`;
    return `${label}: ${fmt.day(period.from)} – ${fmt.day(period.to)}`;
  };
  const chips = [
    ...kept
      .filter(({ at }) => !off.includes(at))
      .map(({ filter, at }) => ({
        key: `kept-${at}`,
        words: filterWords(filter, columns, app),
        drop: () => change({ off: [...off, at] }),
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
      drop: () => change({ filters: filters.filter((_, other) => other !== i) }),
    })),
  ];
  const added = chips.length > kept.length - off.length || off.length > 0;
  if (chips.length === 0 && !children && off.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={t('filter.active')}>
      {chips.map((chip) => (
        <span key={chip.key} className="chip">
          <span className="tx">{chip.words}</span>
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
