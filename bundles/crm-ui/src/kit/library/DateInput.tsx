import base from '@rc-component/picker/generate/dayjs';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/th';
import type { Era } from '../../api/types';
import { BE, parseDay } from '../../i18n/be';
import { Button } from '../Button';
import type { DayProps, RangeProps } from '../DateInput';
import { useMedia } from '../useMedia';
import { Library } from './Library';

/** The calendar of an era: years shown and typed in it, other ways of writing a day understood as well. */
function calendarOf(era: Era): typeof base {
  const shown = (date: Dayjs, format: string) =>
    era === 'BE'
      ? format.replace(/YYYY/g, `[${date.year() + BE}]`).replace(/YY(?!Y)/g, `[${String(date.year() + BE).slice(-2)}]`)
      : format;
  return {
    ...base,
    locale: {
      ...base.locale,
      format: (locale, date, format) => base.locale.format(locale, date, shown(date, format)),
      parse: (locale, text, formats) => {
        const [, dayText = text, clock = ''] = /^(.*?)(?:\s+(\d{1,2}[:.]\d{2}))?$/.exec(text.trim()) ?? [];
        const day = parseDay(dayText, era);
        if (day) return dayjs(clock ? `${day}T${clock.replace('.', ':').padStart(5, '0')}` : day);
        // Years, months and times of the panels come with their own formats.
        return formats.some((f) => /D/.test(f)) ? null : base.locale.parse(locale, text, formats);
      },
    },
  };
}

const pickers = {
  BE: DatePicker.generatePicker<Dayjs>(calendarOf('BE')),
  CE: DatePicker.generatePicker<Dayjs>(calendarOf('CE')),
};

const dayFormat = 'D MMM YYYY';
const timeFormat = 'D MMM YYYY HH:mm';

/** Enter takes the day; it must not send off the form around it. */
const keepForm = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault();

/** The calendar takes what was chosen when it is left. */
const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();

/** Under a finger the keys of the screen would cover the calendar, in which everything can be chosen. */
const useFinger = () => useMedia('(pointer: coarse)');

export function DateInput(props: DayProps) {
  const { t } = useTranslation();
  const finger = useFinger();
  const { era, value, onChange, withTime = false, earliest, invalid, label, describedBy, ...rest } = props;
  const Picker = pickers[era];
  return (
    <Library>
      <Picker
        {...(rest.id ? { id: rest.id } : {})}
        className="date"
        aria-label={label}
        aria-describedby={describedBy}
        value={value ? dayjs(value) : null}
        format={withTime ? timeFormat : dayFormat}
        {...(withTime ? { showTime: { format: 'HH:mm', minuteStep: 5 as const }, needConfirm: false } : {})}
        {...(withTime ? { renderExtraFooter: () => <Button onClick={leave}>{t('act.ok')}</Button> } : {})}
        inputReadOnly={finger}
        onChange={(date) => {
          const one = Array.isArray(date) ? date[0] : date;
          onChange(one ? one.format(withTime ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') : null);
        }}
        {...(earliest ? { minDate: dayjs(earliest) } : {})}
        onKeyDown={keepForm}
        onBlur={() => rest.onBlur?.()}
        autoFocus={rest.autoFocus ?? false}
        defaultOpen={rest.open ?? false}
        disabled={rest.disabled ?? false}
        placeholder={rest.placeholder ?? ''}
        {...(invalid ? { status: 'error' as const } : {})}
      />
    </Library>
  );
}

export function RangeInput({ era, value, onChange, placeholders, label }: RangeProps) {
  const Picker = pickers[era].RangePicker;
  const finger = useFinger();
  return (
    <Library>
      <Picker
        className="date"
        aria-label={label}
        value={value ? [dayjs(value[0]), dayjs(value[1])] : null}
        format={dayFormat}
        inputReadOnly={finger}
        placeholder={placeholders}
        onKeyDown={keepForm}
        onChange={(range) => {
          const [from, to] = range ?? [];
          onChange(from && to ? [from.format('YYYY-MM-DD'), to.format('YYYY-MM-DD')] : null);
        }}
      />
    </Library>
  );
}
