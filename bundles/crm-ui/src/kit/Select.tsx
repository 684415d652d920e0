import { Suspense, useState, type ReactNode } from 'react';
import type { Tone } from '../api/types';
import { ahead } from './lazily';

const Box = ahead(() => import('./library/Select'), 'Select');

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
  /** the options are those of other letters than stand there now, and cannot be taken */
  late?: boolean;
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
 * A choice out of a list, typed into to find an entry. The library it comes from is loaded with the first one shown:
 * until then it says what is chosen, and who clicks gets his list when it comes.
 */
export function Select(props: SelectProps) {
  const [early, setEarly] = useState(false);
  const [before] = useState(() => document.activeElement);
  const now = early ? { open: true, autoFocus: true } : {};
  const chosen = [props.value].flat();
  const words = props.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  const coming = (
    <span className="ctl coming" aria-busy onClick={() => setEarly(true)}>
      {words.join(', ')}
    </span>
  );
  return (
    <Suspense fallback={coming}>
      <Box {...props} {...now} before={before} />
    </Suspense>
  );
}
