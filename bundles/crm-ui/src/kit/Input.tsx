import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type InputHTMLAttributes,
  type Ref,
  type TextareaHTMLAttributes,
} from 'react';
import { Icon } from './Icon';

type Base = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size'>;
interface TextProps extends Base {
  value: string;
  onChange: (value: string) => void;
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({ value, onChange, invalid, className = '', ...rest }: TextProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...rest}
      className={`ctl ${className}`}
      aria-invalid={invalid || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface AreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  invalid?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ value, onChange, invalid, rows = 3, ...rest }: AreaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className="ctl area"
      aria-invalid={invalid || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface NumberProps extends Base {
  value: number | null;
  onChange: (value: number | null) => void;
  decimals?: number;
  suffix?: string;
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
}

const shown = (value: number | null, decimals: number) =>
  value === null ? '' : value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: decimals });

/** Digits as typed, also Thai ones and with thousands commas; null when empty, the text stays when it is no number. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.replace(/[๐-๙]/g, (d) => String('๐๑๒๓๔๕๖๗๘๙'.indexOf(d))).replace(/[,\s฿%]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

export function NumberInput({ value, onChange, decimals = 0, suffix, invalid, onBlur, ...rest }: NumberProps) {
  const [text, setText] = useState(shown(value, decimals));
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    if (!focused) setText(shown(value, decimals));
  }, [value, decimals, focused]);
  const odd = readNumber(text) === undefined;
  return (
    <span className="ctl-wrap">
      <input
        type="text"
        autoComplete="off"
        inputMode="decimal"
        {...rest}
        className="ctl num"
        aria-invalid={invalid || odd || undefined}
        value={text}
        onFocus={() => setFocused(true)}
        onBlur={(event) => {
          setFocused(false);
          onBlur?.(event);
        }}
        onChange={(event) => {
          setText(event.target.value);
          const read = readNumber(event.target.value);
          if (read !== undefined) onChange(read === null ? null : Number(read.toFixed(decimals)));
        }}
      />
      {suffix && <span className="ctl-suffix">{suffix}</span>}
    </span>
  );
}

interface SearchProps extends Base {
  value: string;
  onSearch: (value: string) => void;
  label: string;
  clearLabel: string;
  /** what may be meant */
  offered?: string[];
}

/** Searches on Enter or 400 ms after the last key. */
export function SearchInput({ value, onSearch, label, clearLabel, offered = [], ...rest }: SearchProps) {
  const list = useId();
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const ask = useCallback(
    (wanted: string) => {
      asked.current = wanted;
      onSearch(wanted);
    },
    [onSearch],
  );
  const clear = () => {
    setText('');
    ask('');
  };
  useEffect(() => {
    // What was asked for comes back some time later; letters typed since must stay.
    if (value !== asked.current) setText(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (text === asked.current) return;
    const timer = setTimeout(() => ask(text), 400);
    return () => clearTimeout(timer);
  }, [text, ask]);
  return (
    <span className="ctl-wrap search">
      <Icon name="search" size={16} className="ctl-icon" />
      <input
        {...rest}
        type="text"
        role="searchbox"
        autoComplete="off"
        list={offered.length > 0 ? list : undefined}
        className="ctl"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') ask(text);
          if (event.key === 'Escape' && text) clear();
        }}
      />
      {offered.length > 0 && (
        <datalist id={list}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {text && (
        <button type="button" className="ctl-clear" aria-label={clearLabel} onClick={clear}>
          <Icon name="close" size={14} />
        </button>
      )}
    </span>
  );
}
