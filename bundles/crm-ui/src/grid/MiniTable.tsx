import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Row } from '../api/types';
import { useApp } from '../boot/app';
import { isNumber, type Column } from '../meta/paths';
import { Value, wordsOf } from '../meta/Value';

interface Props {
  label: string;
  entity: string;
  columns: Column[];
  rows: Row[];
  tools?: (row: Row) => ReactNode;
}

/** A short list inside a page; its first column opens the record. */
export function MiniTable({ label, entity, columns, rows, tools }: Props) {
  const app = useApp();
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="table mini">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.path} scope="col" className={isNumber(column.field) ? 'r' : ''}>
                {column.label}
              </th>
            ))}
            {tools && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, i) => (
                <td key={column.path} className={isNumber(column.field) ? 'r' : ''}>
                  {i === 0 ? (
                    <Link to="/record/$entity/$id" params={{ entity, id: row.id }} className="strong" preload={false}>
                      {wordsOf(column.field, row[column.path], app) || '–'}
                    </Link>
                  ) : (
                    <Value field={column.field} value={row[column.path]} />
                  )}
                </td>
              ))}
              {tools && <td className="r">{tools(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
