import { Suspense } from 'react';
import type { Era } from '../api/types';
import { lazily } from './lazily';

const Day = lazily(() => import('./library/DateInput'), 'DateInput');
const Range = lazily(() => import('./library/DateInput'), 'RangeInput');

interface Common {
  era: Era;
  id?: string | undefined;
  label?: string | undefined;
  disabled?: boolean;
  invalid?: boolean;
  autoFocus?: boolean;
  open?: boolean;
  onBlur?: (() => void) | undefined;
  placeholder?: string;
  describedBy?: string | undefined;
}
export interface DayProps extends Common {
  value: string | null;
  onChange: (value: string | null) => void;
  /** takes what was typed and is no day, to say so; without it the box keeps the text to itself */
  onUnread?: (text: string) => void;
  /** the value is a wall clock `YYYY-MM-DDTHH:mm`, not only a day */
  withTime?: boolean;
  /** the first day that can be chosen */
  earliest?: string;
}

export interface RangeProps extends Common {
  value: [string, string] | null;
  onChange: (value: [string, string] | null) => void;
  placeholders: [string, string];
}

const coming = <span className="ctl" />;

/** A day, typed or picked, in the era of whoever works here; it comes with its calendar when it is first shown. */
export const DateInput = (props: DayProps) => (
  <Suspense fallback={coming}>
    <Day {...props} />
  </Suspense>
);

/** The first and the last day of a period. */
export const RangeInput = (props: RangeProps) => (
  <Suspense fallback={coming}>
    <Range {...props} />
  </Suspense>
);
