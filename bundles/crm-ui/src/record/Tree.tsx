import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { treeQuery, type Branch } from '../api/queries';
import { useApp } from '../app';
import './tree.css';

/** All that hangs together with a record by a field that refers to its own kind, as the companies of a group. */
export function Tree({ entity, id, via, what }: { entity: string; id: string; via: string; what: string }) {
  const { t, fmt } = useApp();
  const { data } = useQuery(treeQuery(entity, id, via));
  if (!data || data.records.length < 2) return null;
  const number = fmt.number(data.records.length) + (data.more ? '+' : '');
  const name = t('record.tree', { what, number });
  return (
    <section className="tree" aria-label={name}>
      <h3>{name}</h3>
      <Branches of={undefined} all={data.records} entity={entity} self={id} />
    </section>
  );
}

interface BranchesProps {
  of: string | undefined;
  all: Branch[];
  entity: string;
  self: string;
}

function Branches({ of, all, entity, self }: BranchesProps) {
  const here = all.filter((one) => one.above === of);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map(({ id, label }) => (
        <li key={id}>
          <Link to="/record/$entity/$id" params={{ entity, id }} aria-current={id === self ? 'page' : undefined}>
            {label}
          </Link>
          <Branches of={id} all={all} entity={entity} self={self} />
        </li>
      ))}
    </ul>
  );
}
