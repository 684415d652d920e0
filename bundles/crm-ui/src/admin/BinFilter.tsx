import { Suspense, useState } from 'react';
import type { BinWish } from '../api/queries';
import type { Ref } from '../api/types';
import { useApp } from '../app';
import { DateInput } from '../kit/DateInput';
import { SearchInput } from '../kit/Input';
import { lazily } from '../kit/lazily';
import { Select } from '../kit/Select';

const RefSelect = lazily(() => import('../form/RefSelect'), 'RefSelect');

interface Props {
  wish: BinWish;
  change: (wish: BinWish) => void;
}

/** Which deleted records are shown: called what, of which kind, deleted when and, for administrators, by whom. */
export function BinFilter({ wish, change }: Props) {
  const { t, l, boot } = useApp();
  const [person, setPerson] = useState<Ref | null>(null);
  const kinds = boot.entities
    .map(({ name, label }) => ({ value: name, label: l(label) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const day = (name: 'from' | 'until') => (
    <DateInput
      label={t(`bin.${name}`)}
      placeholder={t(`bin.${name}`)}
      value={wish[name] ?? null}
      onChange={(next) => change({ ...wish, [name]: next ?? undefined })}
    />
  );
  return (
    <div className="bin-filter">
      <SearchInput
        label={t('bin.search')}
        placeholder={t('timeline.find')}
        clearLabel={t('list.clearSearch')}
        value={wish.text ?? ''}
        onSearch={(text) => change({ ...wish, text })}
      />
      <Select
        label={t('bin.kind')}
        placeholder={t('bin.anyKind')}
        clearable
        options={kinds}
        value={wish.entity ?? null}
        onChange={(next) => change({ ...wish, entity: next ?? undefined })}
      />
      {boot.user.admin && (
        <Suspense fallback={<span className="ctl" />}>
          <RefSelect
            entity="user"
            label={t('bin.by')}
            placeholder={t('bin.anybody')}
            value={person}
            onChange={(next) => {
              setPerson(next);
              change({ ...wish, by: next?.id });
            }}
          />
        </Suspense>
      )}
      {day('from')}
      {day('until')}
    </div>
  );
}
