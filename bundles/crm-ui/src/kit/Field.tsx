import { useId, type ReactNode } from 'react';

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
  invalid: boolean;
}

interface Props {
  label: ReactNode;
  required?: boolean | undefined;
  help?: string | undefined;
  error?: string | undefined;
  wide?: boolean;
  children: (ids: FieldIds) => ReactNode;
}

/** A control with its label, help and error, tied together for screen readers. */
export function Field({ label, required, help, error, wide, children }: Props) {
  const id = useId();
  const said = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={'field' + (wide ? ' wide' : '') + (error ? ' bad' : '')}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="star" aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': said, 'aria-required': required || undefined, invalid: Boolean(error) })}
      {help && (
        <div id={`${id}-help`} className="help">
          {help}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
