import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { typeQuery } from '../api/queries';
import type { RoleRights } from '../api/types';
import { useApp } from '../app';
import { Empty } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Select } from '../kit/Select';

interface Props {
  rights: RoleRights;
  change: (rights: RoleRights) => void;
}
type FieldLevel = 'none' | 'read' | 'write';
const words = { none: 'rights.hidden', read: 'rights.read', write: 'rights.write' } as const;

/** Fields that this role may not see or not change. */
export function FieldRights({ rights, change }: Props) {
  const { t, l, boot } = useApp();
  const keys = Object.keys(rights.fields).sort();
  const entities = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))].filter((name) =>
    boot.entities.some((entity) => entity.name === name),
  );
  const types = useQueries({ queries: entities.map((name) => typeQuery(name)) });
  const labelOf = (key: string) => {
    const [entity = '', field = ''] = key.split('.');
    const type = types.find((one) => one.data?.name === entity)?.data;
    const name = l(boot.entities.find((one) => one.name === entity)?.label) || entity;
    return `${name} · ${l(type?.fields.find((one) => one.name === field)?.label) || field}`;
  };
  const set = (key: string, level: FieldLevel | null) => {
    const { [key]: _gone, ...rest } = rights.fields;
    change({ ...rights, fields: level ? { ...rest, [key]: level } : rest });
  };
  return (
    <div className="card pad stack">
      {keys.length === 0 && <Empty icon="key" title={t('rights.noFields')} />}
      {keys.map((key) => (
        <div key={key} className="row-gap line">
          <span className="grow">{labelOf(key)}</span>
          <span className="level-select">
            <Select
              label={`${t('rights.fieldRight')} ${labelOf(key)}`}
              value={rights.fields[key] ?? 'write'}
              options={(['none', 'read', 'write'] as const).map((one) => ({ value: one, label: t(words[one]) }))}
              onChange={(level) => set(key, (level ?? 'write') as FieldLevel)}
            />
          </span>
          <IconButton icon="trash" label={`${t('rights.remove')} ${labelOf(key)}`} onClick={() => set(key, null)} />
        </div>
      ))}
      <AddField taken={keys} add={(key) => set(key, 'read')} />
    </div>
  );
}

function AddField({ taken, add }: { taken: string[]; add: (key: string) => void }) {
  const { t, l, boot } = useApp();
  const [entity, setEntity] = useState<string | null>(null);
  const { data: type } = useQuery({ ...typeQuery(entity ?? ''), enabled: entity !== null });
  const free = (type?.fields ?? []).filter((field) => !taken.includes(`${entity}.${field.name}`));
  return (
    <div className="fields">
      <Select
        label={t('rights.entity')}
        placeholder={t('rights.entity')}
        value={entity}
        options={boot.entities.map((one) => ({ value: one.name, label: l(one.label) }))}
        onChange={setEntity}
      />
      <Select
        label={t('rights.addField')}
        placeholder={t('rights.addField')}
        disabled={!type}
        value={null}
        options={free.map((field) => ({ value: field.name, label: l(field.label) }))}
        onChange={(name) => name && add(`${entity}.${name}`)}
      />
    </div>
  );
}
