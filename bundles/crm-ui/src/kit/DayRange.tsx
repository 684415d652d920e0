import { useState } from 'react';
import { useApp } from '../app';
import { DateInput } from './DateInput';

type Days = [string, string];

interface Props {
  value: Days | null;
  onChange: (value: Days | null) => void;
  label: string;
}

/** The first and the last day of a period; it is one when both are there. */
export function DayRange({ value, onChange, label }: Props) {
  const { t } = useApp();
  /** what is there of it so far */
  const [part, setPart] = useState<[string | null, string | null]>();
  const [from, to] = part ?? value ?? [null, null];
  const become = (first: string | null, last: string | null) => {
    const whole: Days | null = first && last ? [first, last] : null;
    setPart(whole ? undefined : [first, last]);
    if (whole ?? value) onChange(whole);
  };
  return (
    <div className="day-range" role="group" aria-label={label}>
      <DateInput
        label={t('period.from')}
        placeholder={t('period.from')}
        value={from}
        // Of two days the wrong way round the one that was just given counts.
        onChange={(day) => become(day, day && to && to < day ? null : to)}
      />
      <DateInput
        label={t('period.to')}
        placeholder={t('period.to')}
        value={to}
        onChange={(day) => become(day && from && day < from ? null : from, day)}
      />
    </div>
  );
}
