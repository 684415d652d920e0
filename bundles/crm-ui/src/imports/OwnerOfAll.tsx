import type { Import, ImportChange } from '../api/imports';
import type { RecordType } from '../api/types';
import { useApp } from '../boot/app';
import { useNames } from '../form/useNames';
import { Somebody } from '../handover/People';
import { Field } from '../kit/Field';
import { enterable } from './useParts';

interface Props {
  given: Import;
  type: RecordType | undefined;
  change: (next: ImportChange) => void;
}

/** To whom the records go whose rows name nobody: whoever imports them, unless somebody else is chosen. */
export function OwnerOfAll({ given, type, change }: Props) {
  const { t, boot } = useApp();
  const { owner, ...others } = given.defaults ?? {};
  const chosen = useNames('user', owner ? [owner] : [])[0];
  if (!type?.access.assign || !enterable(type).some((field) => field.name === 'owner')) return null;
  const one = owner ? { id: owner, label: chosen?.label ?? '' } : { id: boot.user.id, label: boot.user.name };
  const helps = [
    ...(given.columns.some(({ field }) => field === 'owner') ? [t('imports.ownerOfRest')] : []),
    ...(owner && given.mode === 'both' ? [t('imports.ownerOfThere')] : []),
  ];
  return (
    <Field label={t('imports.owner')} help={helps.join(' ')}>
      {(ids) => (
        <Somebody
          {...ids}
          label=""
          of="user"
          value={{ ...one, entity: 'user' }}
          onChange={(next) =>
            change({ defaults: next && next.id !== boot.user.id ? { ...others, owner: next.id } : others })
          }
        />
      )}
    </Field>
  );
}
