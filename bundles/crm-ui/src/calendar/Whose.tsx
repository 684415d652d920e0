import { useFound } from '../form/useFound';
import { names, useNameOf, useNames } from '../form/useNames';
import { Select } from '../kit/Select';

interface Props {
  entity: 'user' | 'team';
  label: string;
  placeholder: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

const active = { field: 'active', op: '=' as const, value: true };

/** Several people or teams, found by typing a part of their names. */
export function Whose({ entity, label, placeholder, value, onChange }: Props) {
  const nameOf = useNameOf();
  const { rows, late, text, searched, forget } = useFound(entity, entity === 'user' ? active : undefined, names);
  const chosen = useNames(entity, value);
  const found = rows.map((row) => ({ value: row.id, label: nameOf(row), disabled: late }));
  const unseen = chosen.filter(({ id }) => !found.some((one) => one.value === id));
  return (
    <div className="field">
      <span className="label">{label}</span>
      <Select
        multiple
        {...searched}
        label={label}
        placeholder={placeholder}
        value={value}
        options={[...(text ? [] : unseen.map(({ id, label }) => ({ value: id, label }))), ...found]}
        onChange={(ids) => {
          onChange(ids);
          forget();
        }}
      />
    </div>
  );
}
