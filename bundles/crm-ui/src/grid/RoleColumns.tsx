import { ForRole } from '../admin/ForRole';
import type { RecordType, View } from '../api/types';
import { keepRoleColumns } from '../api/views';
import { useApp } from '../app';

/** Which columns people with a role begin with in this view. */
export function RoleColumns({ type, view, columns }: { type: RecordType; view: View; columns: string[] }) {
  const { t } = useApp();
  const keep = (chosen: string[]) => (role: string) => keepRoleColumns(type.name, view.id, role, chosen);
  return <ForRole label={t('list.roleColumns')} keep={keep(columns)} clear={keep([])} />;
}
