import { useState } from 'react';
import type { Filter, Ref } from '../api/types';
import { useApp } from '../boot/app';
import { useFound } from '../form/useFound';
import { Select } from '../kit/Select';

const inUse: Filter = { field: 'active', op: '=', value: true };

interface Common {
  id?: string | undefined;
  label: string;
  invalid?: boolean;
  autoFocus?: boolean;
}

/** Several people who work here, in the order in which they are chosen. */
export function People({ value, onChange, ...rest }: Common & { value: Ref[]; onChange: (people: Ref[]) => void }) {
  const { rows, title, late, text, searched, forget } = useFound('user', inUse);
  const found = rows.map((row) => ({ value: row.id, label: String(row[title] ?? row.id), disabled: late }));
  const chosen = value.map((one) => ({ value: one.id, label: one.label }));
  const others = found.filter((one) => !chosen.some((known) => known.value === one.value));
  return (
    <Select
      {...rest}
      {...searched}
      multiple
      value={value.map((one) => one.id)}
      options={
        text
          ? [...chosen.filter((one) => found.some((hit) => hit.value === one.value)), ...others]
          : [...chosen, ...others]
      }
      onChange={(ids) => {
        const known = [...chosen, ...found];
        onChange(ids.map((id) => ({ id, label: known.find((one) => one.value === id)?.label ?? id, entity: 'user' })));
        forget();
      }}
    />
  );
}

/** One person who works here, or one team. */
export function Somebody({
  of,
  value,
  onChange,
  ...rest
}: Common & { of: 'user' | 'team'; value: Ref | null; onChange: (one: Ref | null) => void }) {
  const { rows, title, late, text, searched, forget } = useFound(of, of === 'user' ? inUse : undefined);
  const found = rows.map((row) => ({ value: row.id, label: String(row[title] ?? row.id), disabled: late }));
  const known = value && !text && !found.some((one) => one.value === value.id);
  return (
    <Select
      {...rest}
      {...searched}
      value={value?.id ?? null}
      options={known ? [{ value: value.id, label: value.label }, ...found] : found}
      onChange={(id) => {
        const label = found.find((one) => one.value === id)?.label;
        onChange(id === null ? null : { id, label: label ?? id, entity: of });
        forget();
      }}
    />
  );
}

/** Chosen people or teams, of which one is added at a time. */
export function Adding({ add }: { add: (one: Ref) => void }) {
  const { t } = useApp();
  const [of, setOf] = useState<'user' | 'team'>('user');
  return (
    <div className="two-controls">
      <Select
        label={t('share.kind')}
        value={of}
        options={[
          { value: 'user', label: t('assign.user') },
          { value: 'team', label: t('assign.team') },
        ]}
        onChange={(next) => setOf(next === 'team' ? 'team' : 'user')}
      />
      <Somebody key={of} of={of} label={t('share.with')} value={null} onChange={(one) => one && add(one)} />
    </div>
  );
}
