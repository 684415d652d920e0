import type { ReactNode } from 'react';
import type { Tone } from '../api/types';
import { hueOf } from './hues';
import { Icon } from './Icon';

/** A state as dot, words and tint: never colour alone. */
export function Pill({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ReactNode }) {
  return (
    <span className={`pill t-${tone}`}>
      <span className="tx">{children}</span>
    </span>
  );
}

/**
 * A title, each of whose words stays in one line where it fits. The browser knows the words of Thai and takes apart
 * what it does not know, such as the names of companies.
 */
export const Title = ({ text }: { text: string }) =>
  text
    .split(/(\s+)/)
    .map((part, i) => (i % 2 === 1 ? ' ' : part && <span key={i} className="whole" children={part} />));

/** What many names begin with tells nobody apart; these few suffice for letters. */
const forms = /^(บริษัท|บจก\.|บมจ\.|หจก\.|ห้างหุ้นส่วนจำกัด|ร้าน)\s*/;

function initials(name: string): string {
  const words = (name.trim().replace(forms, '') || name).split(/\s+/).filter(Boolean);
  // A leading Thai vowel says nothing alone; the consonant behind it does.
  const letter = (word: string) => [...word].find((c) => !/[เแโใไ]/.test(c)) ?? '';
  return words.slice(0, 2).map(letter).join('').toUpperCase();
}

interface AvatarProps {
  name: string;
  /** gives the colour: everywhere the same for the same person */
  id?: string | undefined;
  size?: number;
}

/** The letters are drawn, not written: beside the name they would only be said twice. */
export function Avatar({ name, id, size = 24 }: AvatarProps) {
  const hue = id === undefined ? {} : { background: hueOf(id), color: '#fff' };
  const style = { width: size, height: size, fontSize: size * 0.42, ...hue };
  return <span className="avatar" style={style} title={name} aria-hidden data-letters={initials(name)} />;
}

/** Says why nothing is here and what can be done. */
export function Empty({ icon = 'list', title, children }: { icon?: string; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <p>{title}</p>
      {children && <div className="row-gap">{children}</div>}
    </div>
  );
}

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" aria-hidden>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className="sk" style={{ width: `${90 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

export function Progress({ value, total, label }: { value: number; total?: number | undefined; label: string }) {
  const known = total !== undefined && total > 0;
  const share = known ? Math.min(100, Math.round((value / total) * 100)) : undefined;
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
    >
      <b className={known ? '' : 'running'} style={known ? { width: `${share}%` } : {}} />
    </div>
  );
}

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: ReactNode; title?: string }[];
}

/** A small choice where all options are seen. */
export function Segments<T extends string>({ label, value, onChange, options }: SegmentsProps<T>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          title={option.title}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
