import { useState } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { DayRange } from '../kit/DayRange';
import { Icon } from '../kit/Icon';
import { Pop } from '../kit/Pop';
import { presetKey, presets, type Preset } from '../meta/filter';
import { isDate } from '../meta/paths';
import type { Period } from './state';

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
          <div className="field">
            <span className="label">{t('period.free')}</span>
            <DayRange
              label={t('period.free')}
              value={period && 'from' in period ? [period.from, period.to] : null}
              onChange={(days) => change(days ? { field, from: days[0], to: days[1] } : undefined)}
            />
          </div>
        </div>
      )}
    </Pop>
  );
}
