import base from '@rc-component/picker/generate/dayjs';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/th';
import type { Era } from '../../api/types';
import { useApp } from '../../app';
import { BE, isWhole, parseMoment } from '../../i18n/be';
import { hasDay } from '../../i18n/days';
import { wallClock } from '../../i18n/format';
import { Button } from '../Button';
import type { DayProps } from '../DateInput';
import { isPressed, saveKeys } from '../shortcuts';
import { useMedia } from '../useMedia';
import { passCross } from './cross';
import { Library } from './Library';

/**
 * The calendar of an era: years shown and typed in it, other ways of writing a day understood as well; today as in a time
 * zone.
 */
function calendarOf(era: Era, timeZone: string): typeof base {
  const shown = (date: Dayjs, format: string) =>
    era === 'BE'
      ? format.replace(/YYYY/g, `[${date.year() + BE}]`).replace(/YY(?!Y)/g, `[${String(date.year() + BE).slice(-2)}]`)
      : format;
  return {
    ...base,
    getNow: () => dayjs(wallClock(new Date().toISOString(), timeZone)),
    locale: {
      ...base.locale,
      getWeekFirstDay: () => 1, // as in the calendar
      format: (locale, date, format) => base.locale.format(locale, date, shown(date, format)),
      parse: (locale, text, formats) => {
        // Years, months and times of the panels come with their own formats.
        if (!formats.some((f) => f.includes('D'))) return base.locale.parse(locale, text, formats);
        const read =
          isWhole(
            text,
            formats.some((f) => f.includes('H')),
          ) && parseMoment(text, era);
        return read ? dayjs(read.clock ? `${read.day}T${read.clock}` : read.day) : null;
      },
    },
  };
}

const make = (era: Era, timeZone: string) => DatePicker.generatePicker<Dayjs>(calendarOf(era, timeZone));
const pickers = new Map<string, ReturnType<typeof make>>();

function pickerOf(era: Era, timeZone: string) {
  const key = `${era} ${timeZone}`;
  const made = pickers.get(key) ?? make(era, timeZone);
  pickers.set(key, made);
  return made;
}

const dayFormat = 'D MMM YYYY';
const timeFormat = 'D MMM YYYY HH:mm';

/** Enter takes the day; it must not send off the form around it. */
const keepForm = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault();

/** The keys that lead on, or save what the box is part of. */
const settles = ['Enter', 'Tab', ...saveKeys];

/** Looks at a box when it is left or about to be, before the library does. */
function Settling({ settle, children }: { settle: (box: HTMLInputElement) => void; children: ReactNode }) {
  const look = ({ target, currentTarget }: SyntheticEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    flushSync(() => settle(target));
    passCross(currentTarget);
  };
  return (
    <span
      className="no-box"
      onBlurCapture={look}
      onKeyDownCapture={(event) => isPressed(event, settles) && look(event)}
    >
      {children}
    </span>
  );
}

/** The calendar takes what was chosen when it is left. */
const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();

/** Under a finger the keys of the screen would cover the calendar, in which everything can be chosen. */
const useFinger = () => useMedia('(pointer: coarse)');

/** A calendar with a time: its columns of hours and minutes scroll, also by keys. */
const Times = ({ children }: { children: ReactNode }) => (
  <div
    className="no-box"
    ref={(box) =>
      box?.querySelectorAll<HTMLElement>('.ant-picker-time-panel-column').forEach((one) => (one.tabIndex = 0))
    }
  >
    {children}
  </div>
);

export function DateInput(props: DayProps) {
  const { t, boot, era } = useApp();
  const finger = useFinger();
  const { value, onChange, onUnread, withTime = false, earliest, invalid, label, describedBy, ...rest } = props;
  const Picker = pickerOf(era, boot.company.timeZone);
  /** what was there before something was typed that is no day: the library keeps the text as long as that does not change */
  const [unread, setUnread] = useState<{ before: Dayjs | null }>();
  const known = value && hasDay(value) ? dayjs(value) : null;
  /** What stands in the box was just taken: the library may still hold what it knew before that was pasted there. */
  const settled = useRef(false);
  const settle = (box: HTMLInputElement) => {
    settled.current = true;
    setTimeout(() => (settled.current = false));
    const text = box.value.trim();
    const read = parseMoment(text, era);
    // Where nobody takes it, what was there comes back.
    setUnread(onUnread !== undefined && text !== '' && !read ? (unread ?? { before: known }) : undefined);
    if (read) {
      const typed = withTime ? `${read.day}T${read.clock || '00:00'}` : read.day;
      if (typed !== value && !(earliest && read.day < earliest)) onChange(typed);
    } else if (text) onUnread?.(text);
    else if (known || unread) onChange(null);
  };
  return (
    <Library>
      <Settling settle={settle}>
        <Picker
          {...(rest.id ? { id: rest.id } : {})}
          className="date"
          aria-label={label}
          aria-describedby={describedBy}
          // A day the mouse only rests on would be written over what is typed, and be taken for it.
          previewValue={false}
          value={value && !known && unread ? unread.before : known}
          preserveInvalidOnBlur={unread !== undefined}
          format={withTime ? timeFormat : dayFormat}
          {...(withTime ? { showTime: { format: 'HH:mm', minuteStep: 5 as const }, needConfirm: false } : {})}
          {...(withTime ? { renderExtraFooter: () => <Button onClick={leave}>{t('act.ok')}</Button> } : {})}
          {...(withTime ? { panelRender: (panel: ReactNode) => <Times>{panel}</Times> } : {})}
          inputReadOnly={finger}
          onChange={(date) => {
            if (settled.current) return;
            const one = Array.isArray(date) ? date[0] : date;
            onChange(one ? one.format(withTime ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') : null);
          }}
          {...(earliest ? { minDate: dayjs(earliest) } : {})}
          onKeyDown={keepForm}
          onBlur={() => rest.onBlur?.()}
          autoFocus={rest.autoFocus ?? false}
          defaultOpen={rest.open ?? false}
          disabled={rest.disabled ?? false}
          placeholder={value && !known ? value : (rest.placeholder ?? '')}
          {...(invalid ? { status: 'error' as const } : {})}
        />
      </Settling>
    </Library>
  );
}
