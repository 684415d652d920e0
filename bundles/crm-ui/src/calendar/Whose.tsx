import { useFoundNames, useNames } from '../form/useNames';
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
  const { found, text, searched, forget } = useFoundNames(entity, entity === 'user' ? active : undefined);
  const chosen = useNames(entity, value);
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
