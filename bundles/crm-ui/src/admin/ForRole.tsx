import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsQuery } from '../api/queries';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';

interface Props {
  /** what is arranged for a role */
  label: string;
  keep: (role: string) => Promise<unknown>;
  clear: (role: string) => Promise<unknown>;
}

/** Lets whoever configures the product say what people with a role begin with. */
export function ForRole({ label, keep, clear }: Props) {
  const { t, boot } = useApp();
  const { data } = useQuery(rowsQuery('role', { fields: ['name', 'nameEn'], limit: 200 }));
  const [role, setRole] = useState<string | null>(null);
  const named = (row: Record<string, unknown>) =>
    String((boot.settings.locale === 'en' && row['nameEn']) || row['name'] || '');
  const roles = (data?.items ?? []).map((row) => ({ value: row.id, label: named(row) }));
  const run = async (work: Props['keep']) => {
    if (!role) return;
    try {
      await work(role);
      toast(t('list.roleKept', { role: roles.find((one) => one.value === role)?.label ?? '' }));
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
  };
  return (
    <div className="stack pad role-columns">
      <Select label={label} placeholder={label} value={role} options={roles} onChange={setRole} />
      <div className="row-gap">
        <Button disabled={!role} onClick={() => void run(keep)}>
          {t('list.keepForRole')}
        </Button>
        <Button look="quiet" disabled={!role} onClick={() => void run(clear)}>
          {t('list.clearForRole')}
        </Button>
      </div>
    </div>
  );
}
