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
import { digits } from '../i18n/digits';
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
  /** a text is what was typed and is no number */
  value: number | string | null;
  onChange: (value: number | null) => void;
  /** takes what was typed and is no number, to say so; without it the box keeps the text to itself */
  onUnread?: (text: string) => void;
  decimals?: number;
  suffix?: string;
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
}

const shown = (value: number | string | null, decimals: number) =>
  typeof value === 'number'
    ? value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: decimals })
    : (value ?? '');

const whole = /^(-?)(?:฿ ?)?(\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?: ?(?:%|฿|บาท))?$/;

/**
 * Digits as typed, also Thai ones and with commas or spaces between thousands; null when empty, undefined when the text
 * is not a number from its beginning to its end.
 */
export function readNumber(text: string): number | null | undefined {
  const plain = digits(text.trim());
  if (plain === '') return null;
  const [, sign, amount = ''] = whole.exec(plain.replace(/\s/g, ' ')) ?? [];
  const value = Number((sign ?? '?') + amount.replace(/[, ]/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** Whether something was typed that may have brought commas of its own. */
const mayBringCommas = ({ inputType, data }: Partial<InputEvent>) =>
  !inputType?.startsWith('delete') && (!data || data.includes(','));

export function NumberInput({ value, onChange, onUnread, decimals = 0, suffix, invalid, ...rest }: NumberProps) {
  /** `ours`: the commas in it are those of what was shown, wherever they come to stand while digits come and go */
  const [{ text, ours }, setTyped] = useState({ text: shown(value, decimals), ours: true });
  const [focused, setFocused] = useState(false);
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (!focused) setTyped({ text: shown(value, decimals), ours: typeof value === 'number' });
  }, [value, decimals, focused]);
  const read = (typed: string, own: boolean) => readNumber(own ? typed.replaceAll(',', '') : typed);
  const take = (typed: string, own: boolean) => {
    setTyped({ text: typed, ours: own });
    const number = read(typed, own);
    if (number !== undefined) onChange(number === null ? null : Number(number.toFixed(decimals)));
    else if (onUnread) onUnread(typed);
    // Where nobody takes it, what was there comes back.
    else onChange(before.current);
  };
  const odd = read(text, ours) === undefined;
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
        onFocus={() => {
          before.current = typeof value === 'number' ? value : null;
          setFocused(true);
        }}
        onBlur={(event) => {
          setFocused(false);
          rest.onBlur?.(event);
        }}
        onChange={({ target, nativeEvent }) => take(target.value, ours && !mayBringCommas(nativeEvent))}
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
