import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '../api/client';
import type { CheckedRow, Import } from '../api/imports';
import { typeQuery } from '../api/queries';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { useFurther } from './useFurther';

interface Props {
  given: Import;
  rows: CheckedRow[];
  /** checks all rows again */
  again: () => void;
}

/** Where rows name what is not there, such as the company of a contact: they may as well bring it along. */
export function MakeAbsent({ given, rows, again }: Props) {
  const { t, l } = useApp();
  const client = useQueryClient();
  const { data: type } = useQuery(typeQuery(given.entity));
  const further = useFurther(type);
  const unknown = new Set(
    rows
      .flatMap((row) => row.problems.filter((one) => one.code === 'import.reference.unknown'))
      .map((one) => one.column),
  );
  const make = async (index: number, field: string) => {
    try {
      const body = { mode: given.mode ?? 'create', columns: [{ index, field }] };
      const answer = await api<Import>(at('imports', given.id), { method: 'PATCH', body });
      client.setQueryData(['import', given.id], { ...given, ...answer });
      again();
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  const absent = given.columns
    .filter((column) => unknown.has(column.index))
    .flatMap(({ index, field }) => {
      const title = further.find((one) => one.makes && one.title && one.path.startsWith(`${field}.`));
      return title ? [{ index, field, path: title.path }] : [];
    });
  if (absent.length === 0) return null;
  return (
    <div className="row-gap wrap">
      {absent.map(({ index, field, path }) => (
        <Button key={index} icon="plus" onClick={() => void make(index, path)}>
          {t('imports.makeAbsent', { what: inside(l(type?.fields.find((one) => one.name === field)?.label)) })}
        </Button>
      ))}
    </div>
  );
}
