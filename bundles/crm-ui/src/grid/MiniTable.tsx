import { Link } from '@tanstack/react-router';
import type { Row } from '../api/types';
import { useApp } from '../app';
import { isNumber, type Column } from '../meta/paths';
import { Value, wordsOf } from '../meta/Value';

interface Props {
  label: string;
  entity: string;
  /** field that names a record and opens it */
  title: string;
  columns: Column[];
  rows: Row[];
}

/** A short list inside a page, the name that opens the record first. */
export function MiniTable({ label, entity, title, columns: given, rows }: Props) {
  const app = useApp();
  const name = given.find((column) => column.path === title) ?? given[0];
  const columns = given.toSorted((a, b) => Number(b === name) - Number(a === name));
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="table mini">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.path} scope="col" className={isNumber(column.field) ? 'r' : ''} title={column.label}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.path} className={isNumber(column.field) ? 'r' : ''}>
                  {column === name ? (
                    <Link to="/record/$entity/$id" params={{ entity, id: row.id }} className="strong" preload={false}>
                      {wordsOf(column.field, row[column.path], app) || '–'}
                    </Link>
                  ) : (
                    <Value field={column.field} value={row[column.path]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
