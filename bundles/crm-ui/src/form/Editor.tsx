import { Suspense } from 'react';
import type { Field, Ref } from '../api/types';
import { useApp } from '../app';
import { hasDay } from '../i18n/days';
import { instantOf, wallClock } from '../i18n/format';
import { Check } from '../kit/Check';
import { DateInput } from '../kit/DateInput';
import { NumberInput, TextArea, TextInput } from '../kit/Input';
import { lazily } from '../kit/lazily';
import { Select } from '../kit/Select';
import { isToned } from '../meta/paths';
import { PartsEditor } from './PartsEditor';
import { AnyRefSelect, RefSelect } from './RefSelect';

const RuleEditor = lazily(() => import('./RuleEditor'));

export interface EditorProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur?: (() => void) | undefined;
  id?: string | undefined;
  /** said to screen readers when no visible label stands beside */
  label?: string | undefined;
  invalid?: boolean;
  /** it is being saved: what was typed on or chosen would be gone with it */
  readOnly?: boolean;
  autoFocus?: boolean;
  /** the list or calendar is open at once */
  open?: boolean;
  /** part of a question, for which nothing counts but what can be read */
  asks?: boolean;
  'aria-describedby'?: string | undefined;
  'aria-required'?: boolean | undefined;
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const numeric = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null);
const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

const inputTypes = { email: 'email', phone: 'tel', url: 'url' } as const;
const decimalsOf = (field: Field) => field.decimals ?? (field.kind === 'money' ? 2 : field.kind === 'decimal' ? 2 : 0);

/** The control in which a value of a field is typed or chosen. */
export function Editor(given: EditorProps) {
  const props = given.readOnly ? { ...given, onChange: () => undefined } : given;
  const { field, value, onChange, onBlur, id, label, invalid = false, readOnly = false, autoFocus = false } = props;
  const { t } = useApp();
  const said = { 'aria-describedby': props['aria-describedby'], 'aria-required': props['aria-required'] };
  const native = { id, 'aria-label': label, invalid, readOnly, autoFocus, onBlur, ...said };
  const chosen = { id, label, invalid, autoFocus, open: props.open, onBlur, describedBy: props['aria-describedby'] };
  switch (field.kind) {
    case 'textarea':
      return <TextArea {...native} value={text(value)} onChange={onChange} maxLength={field.maxLength} />;
    case 'int':
    case 'decimal':
    case 'money':
    case 'percent':
      return (
        <NumberInput
          {...native}
          value={numeric(value)}
          onChange={onChange}
          {...(props.asks ? {} : { onUnread: onChange })}
          decimals={decimalsOf(field)}
          suffix={field.kind === 'money' ? t('form.baht') : field.kind === 'percent' ? '%' : ''}
        />
      );
    case 'bool':
      return (
        <span className="ctl-line">
          <Check
            {...(id ? { id } : {})}
            {...(label ? { label } : {})}
            checked={value === true}
            onChange={onChange}
            autoFocus={autoFocus}
          />
        </span>
      );
    case 'date':
    case 'datetime':
      return <DateEditor {...props} />;
    case 'pick':
    case 'multipick':
      return <PickEditor {...props} />;
    case 'entity':
      return <EntityEditor {...props} />;
    case 'ref':
      return field.ref === '*' ? (
        <AnyRefSelect {...chosen} value={value as Ref | null} onChange={onChange} />
      ) : (
        <RefSelect {...chosen} entity={field.ref ?? ''} value={value as Ref | string | null} onChange={onChange} />
      );
    case 'recurrence':
      return (
        <Suspense fallback={<span className="ctl" />}>
          <RuleEditor {...props} />
        </Suspense>
      );
    case 'parts':
      return <PartsEditor field={field} value={value} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...native}
          type={inputTypes[field.kind as keyof typeof inputTypes] ?? 'text'}
          inputMode={field.kind === 'taxId' ? 'numeric' : undefined}
          maxLength={field.maxLength}
          value={text(value)}
          onChange={onChange}
        />
      );
  }
}

function DateEditor({ field, value, onChange, ...rest }: EditorProps) {
  const { boot } = useApp();
  const zone = boot.company.timeZone;
  const withTime = field.kind === 'datetime';
  const given = typeof value === 'string' && value ? value : null;
  return (
    <DateInput
      id={rest.id}
      label={rest.label}
      invalid={rest.invalid ?? false}
      autoFocus={rest.autoFocus ?? false}
      open={rest.open ?? false}
      onBlur={rest.onBlur}
      describedBy={rest['aria-describedby']}
      withTime={withTime}
      value={given && withTime && hasDay(given) ? wallClock(given, zone) : given}
      onChange={(next) => onChange(next && withTime ? instantOf(next, zone) : next)}
      onUnread={onChange}
    />
  );
}

/** One of the kinds of records there are. */
function EntityEditor({ field, value, onChange, ...rest }: EditorProps) {
  const { l, boot } = useApp();
  return (
    <Select
      options={boot.entities.map((one) => ({ value: one.name, label: l(one.label) }))}
      id={rest.id}
      label={rest.label}
      invalid={rest.invalid ?? false}
      autoFocus={rest.autoFocus ?? false}
      open={rest.open}
      onBlur={rest.onBlur}
      describedBy={rest['aria-describedby']}
      clearable={!field.required}
      value={text(value) || null}
      onChange={onChange}
    />
  );
}

function PickEditor({ field, value, onChange, ...rest }: EditorProps) {
  const { l } = useApp();
  const chosen = field.kind === 'multipick' ? codes(value) : [text(value)];
  // A word that is no longer offered stays where it was chosen before.
  const options = (field.options ?? [])
    .filter((option) => option.active !== false || chosen.includes(option.code))
    .map((option) => ({ value: option.code, label: l(option.label), tone: isToned(field) ? option.tone : undefined }));
  const common = {
    options,
    id: rest.id,
    label: rest.label,
    invalid: rest.invalid ?? false,
    autoFocus: rest.autoFocus ?? false,
    open: rest.open,
    onBlur: rest.onBlur,
    describedBy: rest['aria-describedby'],
  };
  if (field.kind === 'multipick') return <Select multiple {...common} value={codes(value)} onChange={onChange} />;
  return <Select {...common} clearable={!field.required} value={text(value) || null} onChange={onChange} />;
}
