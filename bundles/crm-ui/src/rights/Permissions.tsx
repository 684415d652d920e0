import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '../api/queries';
import type { RoleRights } from '../api/types';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Check } from '../kit/Check';
import { Failed } from '../kit/Failed';

interface Props {
  rights: RoleRights;
  change: (rights: RoleRights) => void;
}

/** What a role may do beside records; a permission of a module that is not there keeps its tick under its id. */
export function Permissions({ rights, change }: Props) {
  const { l } = useApp();
  const { data: offered, error, refetch } = useQuery(permissionsQuery());
  if (error && !offered) return <Failed error={error} again={refetch} />;
  if (!offered) return <Skeleton lines={3} />;
  const absent = rights.permissions.filter((id) => !offered.some((one) => one.id === id));
  const rows = [
    ...offered.map((one) => ({ id: one.id, label: l(one.label) })),
    ...absent.map((id) => ({ id, label: id })),
  ];
  const set = (id: string, given: boolean) => {
    const others = rights.permissions.filter((one) => one !== id);
    change({ ...rights, permissions: given ? [...others, id].sort() : others });
  };
  return (
    <div className="card pad stack">
      {rows.map(({ id, label }) => (
        <Check key={id} checked={rights.permissions.includes(id)} onChange={(given) => set(id, given)}>
          {label}
        </Check>
      ))}
    </div>
  );
}
