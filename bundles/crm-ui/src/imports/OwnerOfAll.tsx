import { useState } from 'react';
import type { Import, ImportChange } from '../api/imports';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { useNames } from '../form/useNames';
import { People, Somebody } from '../handover/People';
import { Segments } from '../kit/Bits';
import { Field } from '../kit/Field';
import { enterable } from './useFurther';

interface Props {
  given: Import;
  type: RecordType | undefined;
  change: (next: ImportChange) => void;
}

/** To whom the new records go whose rows name nobody: to whoever imports them, unless others or a team are chosen. */
export function OwnerOfAll({ given, type, change }: Props) {
  const { t } = useApp();
  const { owner = [], team, ...others } = given.defaults ?? {};
  const ids = [owner].flat().filter(Boolean);
  const asWhole = owner === '' && typeof team === 'string' ? team : null;
  const [way, setWay] = useState<'people' | 'team'>(asWhole ? 'team' : 'people');
  const names = useNames('user', ids);
  const teams = useNames('team', asWhole ? [asWhole] : []);
  const offered = enterable(type).map((field) => field.name);
  if (!type?.access.assign || !offered.includes('owner')) return null;
  const people = ids.map((id) => ({ id, label: names.find((one) => one.id === id)?.label ?? '', entity: 'user' }));
  const named = given.columns.some(({ field }) => field === 'owner');
  const set = (chosen: string[]) => {
    const [first, ...more] = chosen;
    change({ defaults: first === undefined ? others : { ...others, owner: more.length > 0 ? chosen : first } });
  };
  const giveTo = (next: 'people' | 'team') => {
    setWay(next);
    if (next === 'people' && asWhole) set([]);
  };
  const help = t(way === 'team' ? 'assign.teamHelp' : 'imports.ownerInTurn');
  return (
    <Field label={t('imports.owner')} help={[...(named ? [t('imports.ownerOfRest')] : []), help].join(' ')}>
      {(field) => (
        <div className="stack">
          {offered.includes('team') && (
            <Segments
              label={t('assign.way')}
              value={way}
              options={[
                { value: 'people', label: t('assign.user') },
                { value: 'team', label: t('assign.team') },
              ]}
              onChange={giveTo}
            />
          )}
          {way === 'team' ? (
            <Somebody
              {...field}
              label=""
              of="team"
              value={asWhole ? { id: asWhole, label: teams[0]?.label ?? '', entity: 'team' } : null}
              onChange={(one) => (one ? change({ defaults: { ...others, team: one.id, owner: '' } }) : set([]))}
            />
          ) : (
            <People {...field} label="" value={people} onChange={(next) => set(next.map(({ id }) => id))} />
          )}
        </div>
      )}
    </Field>
  );
}
