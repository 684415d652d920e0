import { Suspense, useState } from 'react';
import { lazily } from '../kit/lazily';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { Pop } from '../kit/Pop';
import { presetKey, presets, type Preset } from '../meta/filter';
import { isDate } from '../meta/paths';
import type { Period } from './state';

const PeriodRange = lazily(() => import('./PeriodRange'));

interface Props {
  type: RecordType;
  period: Period | undefined;
  /** the field the list is in the order of is most likely meant, when it is a date; else when records were made */
  likely?: string | undefined;
  change: (period: Period | undefined) => void;
}

export function PeriodMenu({ type, period, likely, change }: Props) {
  const { t, l } = useApp();
  const dates = type.fields.filter(isDate);
  const named = (name: string | undefined) => dates.find((one) => one.name === name);
  const [chosen, setChosen] = useState<string>();
  if (dates.length === 0) return null;
  const usual = ([likely, 'createdAt'].map(named).find(Boolean) ?? dates[0])?.name ?? '';
  const field = period?.field ?? chosen ?? usual;
  return (
    <Pop
      label={t('period.title')}
      width={300}
      trigger={(trigger) => (
        <button type="button" className={'btn plain short' + (period ? ' on' : '')} {...trigger}>
          <Icon name="calendar" size={16} />
          <span className="btn-text">{t('period.title')}</span>
          <Icon name="down" size={14} />
        </button>
      )}
    >
      {(close) => (
        <div className="stack pad">
          <fieldset className="choices">
            <legend>{t('period.field')}</legend>
            {dates.map((one) => (
              <button
                key={one.name}
                type="button"
                className="view-chip"
                aria-pressed={one.name === field}
                onClick={() => {
                  setChosen(one.name);
                  if (period) change({ ...period, field: one.name });
                }}
              >
                {l(one.label)}
              </button>
            ))}
          </fieldset>
          <div className="presets">
            {presets.map((preset: Preset) => (
              <button
                key={preset}
                type="button"
                className="menu-item"
                aria-pressed={period !== undefined && 'preset' in period && period.preset === preset}
                onClick={() => {
                  change({ field, preset });
                  close();
                }}
              >
                {t(`period.${presetKey(preset)}`)}
              </button>
            ))}
          </div>
          <Suspense fallback={<Skeleton lines={1} />}>
            <PeriodRange
              period={period}
              change={(range) => {
                change(range && { field, from: range[0], to: range[1] });
                if (range) close();
              }}
            />
          </Suspense>
        </div>
      )}
    </Pop>
  );
}
