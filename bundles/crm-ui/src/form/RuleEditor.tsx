import { useApp } from '../app';
import { DateInput } from '../kit/DateInput';
import { NumberInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { readRule, ruleWords, weekdays, writeRule, type Rule, type Unit } from '../meta/recurrence';
import type { EditorProps } from './Editor';

const begun: Rule = { unit: 'WEEKLY', every: 1, days: [], nth: 0, day: 0, month: 0, count: 0, until: '', except: 0 };
const nths = [1, 2, 3, 4, -1];

/** How something comes back, chosen in words; what is left open is said by the day it begins on. */
export default function RuleEditor({ value, onChange, id, label, invalid = false }: EditorProps) {
  const app = useApp();
  const { t } = app;
  const rule = readRule(typeof value === 'string' ? value : '');
  const put = (part: Partial<Rule>) => onChange(writeRule({ ...(rule ?? begun), ...part }));
  const named = t('repeat.weekdays').split(',');
  const short = t('repeat.weekdaysShort').split(',');
  const end = !rule ? 'never' : rule.count ? 'count' : rule.until ? 'until' : 'never';
  return (
    <div className="rule" role="group" aria-label={label}>
      <div className="rule-line">
        <Select
          id={id}
          label={label}
          invalid={invalid}
          value={rule?.unit ?? 'NEVER'}
          options={[
            { value: 'NEVER', label: t('repeat.never') },
            ...(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).map((unit) => ({
              value: unit,
              label: t(`repeat.unit${unit}`),
            })),
          ]}
          onChange={(unit) =>
            unit === 'NEVER' || !unit ? onChange(null) : put({ unit: unit as Unit, days: [], nth: 0, day: 0, month: 0 })
          }
        />
        {rule && (
          <NumberInput
            aria-label={t('repeat.every')}
            value={rule.every}
            onChange={(every) => put({ every: Math.max(1, Math.min(99, every ?? 1)) })}
            suffix={t(`repeat.of${rule.unit}`)}
          />
        )}
      </div>
      {rule?.unit === 'WEEKLY' && (
        <div className="rule-days" role="group" aria-label={t('repeat.days')}>
          {weekdays.map((code, i) => (
            <button
              key={code}
              type="button"
              title={named[i]}
              aria-pressed={rule.days.includes(code)}
              onClick={() =>
                put({
                  days: weekdays.filter((one) => (one === code ? !rule.days.includes(one) : rule.days.includes(one))),
                })
              }
            >
              <span data-drawn={short[i]} aria-hidden />
            </button>
          ))}
        </div>
      )}
      {rule?.unit === 'MONTHLY' && (
        <div className="rule-line">
          <Select
            label={t('repeat.days')}
            value={String(rule.nth)}
            options={[
              { value: '0', label: t('repeat.sameDay') },
              ...nths.map((nth) => ({
                value: String(nth),
                label: nth < 0 ? t('repeat.last') : (t('repeat.nths').split(',')[nth - 1] ?? ''),
              })),
            ]}
            onChange={(nth) => put({ nth: Number(nth ?? 0), days: rule.days.length ? rule.days : ['MO'], day: 0 })}
          />
          {rule.nth !== 0 && (
            <Select
              label={t('repeat.weekday')}
              value={rule.days[0] ?? 'MO'}
              options={weekdays.map((code, i) => ({ value: code, label: named[i] ?? code }))}
              onChange={(code) => put({ days: [code ?? 'MO'] })}
            />
          )}
        </div>
      )}
      {rule && (
        <div className="rule-line">
          <Select
            label={t('repeat.end')}
            value={end}
            options={(['never', 'until', 'count'] as const).map((one) => ({
              value: one,
              label: t(`repeat.end_${one}`),
            }))}
            onChange={(one) =>
              put({
                count: one === 'count' ? 10 : 0,
                until: one === 'until' ? `${new Date().getFullYear()}-12-31` : '',
              })
            }
          />
          {end === 'until' && (
            <DateInput label={t('repeat.end_until')} value={rule.until} onChange={(until) => until && put({ until })} />
          )}
          {end === 'count' && (
            <NumberInput
              aria-label={t('repeat.end_count')}
              value={rule.count}
              onChange={(count) => put({ count: Math.max(1, Math.min(999, count ?? 1)) })}
              suffix={t('repeat.timesUnit')}
            />
          )}
        </div>
      )}
      {rule && <p className="dim">{ruleWords(String(value), app)}</p>}
    </div>
  );
}
