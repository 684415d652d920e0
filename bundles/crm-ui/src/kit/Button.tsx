import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'solid' | 'quiet' | 'danger';
  icon?: string | undefined;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words; `solid` is the one main step of a screen. */
export function Button({ look = 'plain', icon, busy = false, children, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      className={`btn ${look} ${className}`}
      aria-busy={busy}
      {...rest}
      disabled={busy || rest.disabled}
    >
      {busy ? <span className="spin" aria-hidden /> : icon ? <Icon name={icon} size={16} /> : null}
      {children !== undefined && <span className="btn-text">{children}</span>}
    </button>
  );
}

/** A button that is only a picture; its label is what a screen reader says and the mouse shows. */
export function IconButton({
  label,
  icon,
  className = '',
  ...rest
}: Omit<Props, 'look'> & { label: string; icon: string }) {
  return (
    <button type="button" className={`btn quiet icon-only ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} size={17} />
    </button>
  );
}
