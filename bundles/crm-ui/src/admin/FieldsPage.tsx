import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { api, at, Problem } from '../api/client';
import { typeQuery } from '../api/queries';
import type { Field as FieldOf, L10n } from '../api/types';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { Select } from '../kit/Select';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';

const FieldForm = lazily(() => import('./FieldForm'), 'FieldForm');

/** The company's own fields of each kind of record. */
export default function FieldsPage() {
  const { t, l, boot } = useApp();
  const client = useQueryClient();
  const takers = boot.entities.filter((one) => one.custom);
  const [entity, setEntity] = useState(takers[0]?.name ?? '');
  const [adding, setAdding] = useState(false);
  const { data: type, error, refetch } = useQuery({ ...typeQuery(entity), enabled: entity !== '' });
  useTitle(t('fields.title'));
  const again = () => client.invalidateQueries({ queryKey: ['type', entity] });
  const own = type?.fields.filter((field) => field.custom) ?? [];
  const remove = async (field: FieldOf) => {
    try {
      if (await removeField({ entity, field, name: l(field.label), t, l })) toast(t('fields.removed'));
      await again();
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('fields.title')}</h1>
        <span className="grow" />
        {type && (
          <Button look="solid" icon="plus" onClick={() => setAdding(true)}>
            {t('fields.add')}
          </Button>
        )}
      </div>
      <div className="card pad stack">
        <div className="narrow">
          <Field label={t('fields.type')}>
            {(ids) => (
              <Select
                id={ids.id}
                value={entity}
                options={takers.map((one) => ({ value: one.name, label: l(one.label) }))}
                onChange={(next) => setEntity(next ?? entity)}
              />
            )}
          </Field>
        </div>
        {error && !type && <Failed error={error} again={refetch} />}
        {!type && !error && <Skeleton />}
        {type && own.length === 0 && <Empty icon="field" title={t('fields.none')} />}
        {own.length > 0 && (
          <Table
            label={t('fields.title')}
            heads={[t('fields.th'), t('fields.en'), t('fields.name'), t('fields.kind'), t('fields.required'), '']}
          >
            {own.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label.th}</th>
                <td>{field.label.en}</td>
                <td>
                  <code>{field.name}</code>
                </td>
                <td>{field.kind in kinds ? t(`kind.${field.kind as keyof typeof kinds}`) : field.kind}</td>
                <td>{t(field.required ? 'value.yes' : 'value.no')}</td>
                <td className="r">
                  <IconButton
                    icon="trash"
                    label={t('fields.deleteOf', { name: l(field.label) })}
                    onClick={() => void remove(field)}
                  />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
      <Block close={() => setAdding(false)}>
        {adding && type && <FieldForm type={type} close={() => setAdding(false)} done={() => void again()} />}
      </Block>
    </div>
  );
}

/** The kinds a company may add, with nothing else to say than that they are known. */
export const kinds = {
  text: 1,
  textarea: 1,
  email: 1,
  phone: 1,
  url: 1,
  int: 1,
  decimal: 1,
  money: 1,
  percent: 1,
  bool: 1,
  date: 1,
  datetime: 1,
  pick: 1,
  multipick: 1,
} as const;

interface Removal extends Pick<ReturnType<typeof useApp>, 't' | 'l'> {
  entity: string;
  field: FieldOf;
  name: string;
}

/** Names where the field is used before it goes; false when the person thinks better of it. */
async function removeField({ entity, field, name, t, l }: Removal): Promise<boolean> {
  const url = at('types', entity, 'fields', field.name);
  const title = t('fields.deleteSure', { name });
  if (!(await confirm({ title, text: t('fields.kept'), ok: t('act.delete'), danger: true }))) return false;
  try {
    await api(url, { method: 'DELETE' });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 409) throw problem;
    const uses = (Array.isArray(problem.body['uses']) ? problem.body['uses'] : []) as (L10n | string)[];
    const words = uses.map((use) => (typeof use === 'string' ? use : l(use))).join(', ');
    const text = `${t('fields.uses', { uses: words })}\n${t('fields.kept')}`;
    if (!(await confirm({ title, text, ok: t('act.delete'), danger: true }))) return false;
    await api(`${url}?force=true`, { method: 'DELETE' });
  }
  return true;
}
