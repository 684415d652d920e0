import { Suspense } from 'react';
import { ahead } from './lazily';

const Day = ahead(() => import('./library/DateInput'), 'DateInput');

export interface DayProps {
  id?: string | undefined;
  label?: string | undefined;
  disabled?: boolean;
  invalid?: boolean;
  autoFocus?: boolean;
  open?: boolean;
  onBlur?: (() => void) | undefined;
  placeholder?: string;
  describedBy?: string | undefined;
  value: string | null;
  onChange: (value: string | null) => void;
  /** takes what was typed and is no day, to say so; without it the box keeps the text to itself */
  onUnread?: (text: string) => void;
  /** the value is a wall clock `YYYY-MM-DDTHH:mm`, not only a day */
  withTime?: boolean;
  /** the first day that can be chosen */
  earliest?: string;
}

/** A day, typed or picked, in the era of whoever works here; it comes with its calendar when it is first shown. */
export const DateInput = (props: DayProps) => (
  <Suspense fallback={<span className="ctl" />}>
    <Day {...props} />
  </Suspense>
);
