import type { Import, ImportChange } from '../api/imports';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { useNames } from '../form/useNames';
import { People } from '../handover/People';
import { Field } from '../kit/Field';
import { enterable } from './useFurther';

interface Props {
  given: Import;
  type: RecordType | undefined;
  change: (next: ImportChange) => void;
}

/** To whom the new records go whose rows name nobody: to whoever imports them, unless others are chosen. */
export function OwnerOfAll({ given, type, change }: Props) {
  const { t } = useApp();
  const { owner = [], ...others } = given.defaults ?? {};
  const ids = [owner].flat();
  const names = useNames('user', ids);
  if (!type?.access.assign || !enterable(type).some((field) => field.name === 'owner')) return null;
  const people = ids.map((id) => ({ id, label: names.find((one) => one.id === id)?.label ?? '', entity: 'user' }));
  const named = given.columns.some(({ field }) => field === 'owner');
  const set = (chosen: string[]) => {
    const [first, ...more] = chosen;
    change({ defaults: first === undefined ? others : { ...others, owner: more.length > 0 ? chosen : first } });
  };
  return (
    <Field
      label={t('imports.owner')}
      help={[...(named ? [t('imports.ownerOfRest')] : []), t('imports.ownerInTurn')].join(' ')}
    >
      {(field) => <People {...field} label="" value={people} onChange={(next) => set(next.map(({ id }) => id))} />}
    </Field>
  );
}
