import { Suspense, useState, type ReactNode } from 'react';
import type { Tone } from '../api/types';
import { lazily } from './lazily';

const Box = lazily(() => import('./library/Select'), 'Select');

export interface Choice {
  value: string;
  label: string;
  tone?: Tone | undefined;
  hint?: string | undefined;
  disabled?: boolean;
}

interface Common {
  options: Choice[];
  id?: string | undefined;
  label?: string | undefined;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
  autoFocus?: boolean;
  open?: boolean | undefined;
  clearable?: boolean;
  onBlur?: (() => void) | undefined;
  /** asks for other options while typing; without it the given ones are searched */
  onSearch?: ((text: string) => void) | undefined;
  loading?: boolean;
  empty?: ReactNode;
  describedBy?: string | undefined;
}
interface One extends Common {
  multiple?: false;
  value: string | null;
  onChange: (value: string | null) => void;
}
interface Many extends Common {
  multiple: true;
  value: string[];
  onChange: (value: string[]) => void;
}
export type SelectProps = One | Many;

/**
 * A choice out of a list, typed into to find an entry. The library it comes from is loaded with the first one shown;
 * who clicks before it is there gets his list when it comes.
 */
export function Select(props: SelectProps) {
  const [early, setEarly] = useState(false);
  const now = early ? { open: true, autoFocus: true } : {};
  return (
    <Suspense fallback={<span className="ctl" onClick={() => setEarly(true)} />}>
      <Box {...props} {...now} />
    </Suspense>
  );
}
