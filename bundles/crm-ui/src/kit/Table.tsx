import type { ReactNode } from 'react';

interface Props {
  label: string;
  /** what stands over each column; nothing over one that needs no words */
  heads: ReactNode[];
  look?: string;
  children: ReactNode;
}

/** A table that scrolls by itself where it is wider than its place. */
export function Table({ label, heads, look, children }: Props) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className={look ? `table ${look}` : 'table'}>
        <thead>
          <tr>
            {heads.map((head, i) =>
              head ? (
                <th key={i} scope="col">
                  {head}
                </th>
              ) : (
                <td key={i} />
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
