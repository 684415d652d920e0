import { useState } from 'react';
import type { Ref } from '../api/types';
import { useApp } from '../boot/app';
import { Select } from '../kit/Select';
import { useFound } from './useFound';

interface Common {
  id?: string | undefined;
  label?: string | undefined;
  placeholder?: string;
  invalid?: boolean;
  autoFocus?: boolean;
  open?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  describedBy?: string | undefined;
}
interface Props extends Common {
  entity: string;
  value: Ref | string | null | undefined;
  onChange: (value: Ref | null) => void;
}

const idOf = (value: Ref | string | null | undefined) => (typeof value === 'string' ? value : (value?.id ?? null));

/** A record found by typing a part of its name. */
export function RefSelect({ entity, value, onChange, ...rest }: Props) {
  const { rows, title, hint, late, text, searched, forget } = useFound(entity);
  const found = rows.map((row) => ({
    value: row.id,
    label: String(row[title] ?? row.id),
    hint: hint && row[hint] ? String(row[hint]) : undefined,
    disabled: late,
  }));
  const id = idOf(value);
  const known = typeof value === 'object' && value !== null && !found.some((one) => one.value === value.id);
  return (
    <Select
      {...rest}
      {...searched}
      value={id}
      clearable
      options={
        known && !text ? [{ value: value.id, label: value.label }, ...found] : found.length || !known ? found : []
      }
      onChange={(next) => {
        const label = found.find((one) => one.value === next)?.label;
        onChange(next === null ? null : { id: next, label: label ?? next, entity });
        forget();
      }}
    />
  );
}

interface AnyProps extends Common {
  value: Ref | null | undefined;
  onChange: (value: Ref | null) => void;
}

/** A record of any kind: first which kind, then which. */
export function AnyRefSelect({ value, onChange, id, ...rest }: AnyProps) {
  const { t, l, boot } = useApp();
  const [chosen, setChosen] = useState<string | null>(null);
  const entity = value?.entity ?? chosen;
  return (
    <div className="two-controls">
      <Select
        id={id}
        label={t('form.kind')}
        placeholder={t('form.kind')}
        clearable
        value={entity}
        options={boot.entities.map((one) => ({ value: one.name, label: l(one.label) }))}
        onChange={(next) => {
          setChosen(next);
          onChange(null);
        }}
      />
      {entity && (
        <RefSelect {...rest} entity={entity} label={rest.label ?? t('form.which')} value={value} onChange={onChange} />
      )}
    </div>
  );
}
