import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
  label?: string;
  some?: boolean;
  disabled?: boolean;
  id?: string;
  tabIndex?: number;
  autoFocus?: boolean;
}

/** A check box; `some` shows that a part is chosen. */
export function Check({ checked, onChange, children, label, some = false, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !checked;
  }, [some, checked]);
  const input = (
    <input
      ref={box}
      type="checkbox"
      className="check"
      aria-label={label}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      {...rest}
    />
  );
  if (children === undefined) return input;
  return (
    <label className="check-row">
      {input}
      <span>{children}</span>
    </label>
  );
}
