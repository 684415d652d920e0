import { useQuery } from '@tanstack/react-query';
import type { CheckedRow, Import, Problem } from '../api/imports';
import { typeQuery } from '../api/queries';
import { useApp } from '../app';
import { useColumns } from '../meta/paths';
import { furtherAt, useFurther } from './useFurther';

/** What the columns of a file are read into, and what its rows are called. */
export function useTargets(given: Import) {
  const { l } = useApp();
  const { data: type } = useQuery(typeQuery(given.entity));
  const paths = given.columns.flatMap(({ field }) => (field ? [field] : []));
  const columns = useColumns(type, paths);
  const further = useFurther(type);
  const pathOf = (column: number) => given.columns.find((one) => one.index === column)?.field ?? '';
  const name = given.columns.find((one) => one.field && one.field === type?.titleField);
  return {
    columnOf: (column: number) => columns.get(pathOf(column))?.field ?? furtherAt(further, pathOf(column))?.field,
    /** the file's own word for a column; where it has none, that of the field */
    headOf: (column: number, problem?: Problem) => {
      const header = given.columns.find((one) => one.index === column)?.header ?? problem?.header;
      const path = pathOf(column) || problem?.field || '';
      return header || l(type?.fields.find((field) => field.name === path)?.label) || path;
    },
    nameOf: (row: CheckedRow) => (name ? (row.cells[name.index] ?? '') : (row.cells.find(Boolean) ?? '')),
  };
}
