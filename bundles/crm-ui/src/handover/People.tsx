import { useState } from 'react';
import type { Filter, Ref } from '../api/types';
import { useApp } from '../app';
import { RefsSelect } from '../form/RefSelect';
import { useFoundNames } from '../form/useNames';
import { Select } from '../kit/Select';

const inUse: Filter = { field: 'active', op: '=', value: true };

interface Common {
  id?: string | undefined;
  label: string;
  invalid?: boolean;
  autoFocus?: boolean;
}

/** Several people who work here, in the order in which they are chosen. */
export function People(props: Common & { value: Ref[]; onChange: (people: Ref[]) => void }) {
  return <RefsSelect {...props} entity="user" filter={inUse} />;
}

/** One person who works here, or one team. */
export function Somebody({
  of,
  value,
  onChange,
  ...rest
}: Common & { of: 'user' | 'team'; value: Ref | null; onChange: (one: Ref | null) => void }) {
  const { found, text, searched, forget } = useFoundNames(of, of === 'user' ? inUse : undefined);
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
