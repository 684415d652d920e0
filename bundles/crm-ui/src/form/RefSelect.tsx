import type { Filter, Ref } from '../api/types';
import { useApp } from '../app';
import { Select } from '../kit/Select';
import { useFoundAny } from './useFoundAny';
import { useFoundNames } from './useNames';

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
  const { called } = useApp();
  const { found, text, searched, forget } = useFoundNames(entity);
  const id = idOf(value);
  const known = typeof value === 'object' && value !== null && !found.some((one) => one.value === value.id);
  return (
    <Select
      {...rest}
      {...searched}
      value={id}
      clearable
      options={
        known && !text ? [{ value: value.id, label: called(value) }, ...found] : found.length || !known ? found : []
      }
      onChange={(next) => {
        const label = found.find((one) => one.value === next)?.label;
        onChange(next === null ? null : { id: next, label: label ?? next, entity });
        forget();
      }}
    />
  );
}

interface ManyProps extends Common {
  entity: string;
  filter?: Filter;
  /** another kind that may be chosen as well */
  also?: string | undefined;
  /** offered before what is found */
  first?: Ref[];
  value: Ref[];
  onChange: (value: Ref[]) => void;
}

/** Several records, each found by typing a part of its name, in the order in which they are chosen. */
export function RefsSelect({ entity, filter, also = '', first = [], value, onChange, ...rest }: ManyProps) {
  const { l, entity: kind, called } = useApp();
  const own = useFoundNames(entity, filter);
  const others = useFoundNames(also);
  const typed = own.text.toLowerCase();
  const known = [...first, ...value];
  const hits = [...own.found, ...others.found.map((one) => ({ ...one, hint: l(kind(also)?.label) }))];
  const at = (id: string) => hits.find((one) => one.value === id);
  const refOf = (id: string): Ref =>
    known.find((one) => one.id === id) ?? {
      id,
      label: at(id)?.label ?? id,
      entity: own.found.some((one) => one.value === id) ? entity : also,
    };
  const before = known
    .map((one) => ({ ...one, label: called(one) }))
    .filter(({ id, label }) => !at(id) && label.toLowerCase().includes(typed));
  return (
    <Select
      {...rest}
      {...own.searched}
      multiple
      value={value.map((one) => one.id)}
      options={[...new Map(before.map(({ id, label }) => [id, { value: id, label }])).values(), ...hits]}
      onSearch={(text) => {
        own.searched.onSearch(text);
        others.searched.onSearch(text);
      }}
      onChange={(ids) => {
        onChange(ids.map(refOf));
        own.forget();
        others.forget();
      }}
    />
  );
}

interface AnyProps extends Common {
  value: Ref | null | undefined;
  onChange: (value: Ref | null) => void;
}

/** A record of whatever kind activities hang on: one of those opened last, or found as the search box finds. */
export function AnyRefSelect({ value, onChange, ...rest }: AnyProps) {
  const { l, entity } = useApp();
  const { found, typed, searched } = useFoundAny();
  const offered = found.map(({ ref, hint }) => ({
    value: ref.id,
    label: ref.label,
    hint: [l(entity(ref.entity ?? '')?.label), hint].filter(Boolean).join(' · '),
  }));
  const unseen = value && !typed && !found.some(({ ref }) => ref.id === value.id);
  return (
    <Select
      {...rest}
      {...searched}
      open={rest.open ?? rest.autoFocus}
      clearable
      value={value?.id ?? null}
      options={unseen ? [{ value: value.id, label: value.label }, ...offered] : offered}
      onChange={(id) => {
        onChange(found.find(({ ref }) => ref.id === id)?.ref ?? null);
        searched.onSearch('');
      }}
    />
  );
}
