import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsQuery } from '../api/queries';
import type { RecordType, View } from '../api/types';
import { keepRoleColumns } from '../api/views';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';

/** Lets whoever configures the product say which columns people with a role begin with in this view. */
export function RoleColumns({ type, view, columns }: { type: RecordType; view: View; columns: string[] }) {
  const { t } = useApp();
  const { data } = useQuery(rowsQuery('role', { fields: ['name', 'nameEn'], limit: 200 }));
  const [role, setRole] = useState<string | null>(null);
  const { boot } = useApp();
  const named = (row: Record<string, unknown>) =>
    String((boot.settings.locale === 'en' && row['nameEn']) || row['name'] || '');
  const roles = (data?.items ?? []).map((row) => ({ value: row.id, label: named(row) }));
  const keep = async (chosen: string[]) => {
    if (!role) return;
    try {
      await keepRoleColumns(type.name, view.id, role, chosen);
      toast(t('list.roleKept', { role: roles.find((one) => one.value === role)?.label ?? '' }));
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
  };
  return (
    <div className="stack pad role-columns">
      <Select
        label={t('list.roleColumns')}
        placeholder={t('list.roleColumns')}
        value={role}
        options={roles}
        onChange={setRole}
      />
      <div className="row-gap">
        <Button disabled={!role} onClick={() => void keep(columns)}>
          {t('list.keepForRole')}
        </Button>
        <Button look="quiet" disabled={!role} onClick={() => void keep([])}>
          {t('list.clearForRole')}
        </Button>
      </div>
    </div>
  );
}
