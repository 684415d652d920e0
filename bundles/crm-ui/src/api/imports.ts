/** The shapes of an import (docs/http.md, Import and jobs). */
export interface ImportColumn {
  index: number;
  header: string;
  samples: string[];
  field?: string | null;
  confidence?: number;
  /** how the years of its dates are meant; without it that is found out cell by cell */
  era?: 'BE' | 'CE' | '';
  /** what each sample of a column of dates is read as, empty where it is refused */
  days?: string[];
}
export interface Import {
  id: string;
  entity: string;
  file: string;
  charset?: string;
  separator?: string;
  sheet?: string;
  sheets?: string[];
  headerRow: number;
  columns: ImportColumn[];
  rows?: number;
  state: string;
  job?: string;
  mode?: ImportMode;
  key?: string;
  /** values that new records have where their row says nothing; several owners have them in turn */
  defaults?: Record<string, string | string[]>;
  createPickValues?: boolean;
}
/** Another sheet of the same workbook; its column names the records of the one that is imported. */
export interface JoinedSheet {
  sheet: string;
  entity: string;
  column: number;
  header: string;
  field: string;
}
/** One of the list of imports; under its id it is undone. */
export interface FormerImport {
  id: string;
  entity: string;
  file: string;
  at: string;
  state: string;
  summary: { rows: number; create: number; update: number; failed: number };
  undo: 'possible' | 'done' | 'left' | 'over';
}
export type ImportMode = 'create' | 'update' | 'both';
export interface ImportChange {
  charset?: string;
  separator?: string;
  sheet?: string;
  headerRow?: number;
  columns?: { index: number; field?: string | null; era?: ImportColumn['era'] }[];
  mode?: ImportMode;
  key?: string;
  defaults?: Record<string, string | string[]>;
  createPickValues?: boolean;
}
export interface Problem {
  row: number;
  column?: number;
  header?: string;
  field?: string;
  value?: string;
  code: string;
  message: string;
  severity: 'error' | 'repaired';
}
export interface ImportSummary {
  rows: number;
  create: number;
  update: number;
  failed: number;
  repaired: number;
  skipped?: number;
  likely?: number;
}
export interface ProblemPage {
  items: Problem[];
  next?: string;
  summary: ImportSummary;
}
/** How a cell is read instead of as it stands; of row 0 it counts for all cells of the column that say `was`. */
export interface Fix {
  row: number;
  column: number;
  was: string;
  value: string;
  ref?: string;
}
/** A row in which something was refused, repaired or corrected; its cells as they stand in the file. */
export interface CheckedRow {
  row: number;
  cells: string[];
  problems: Problem[];
  fixes: Fix[];
  likely?: Likely[];
  choice?: LikelyChoice;
}
export type LikelyChoice = 'skip' | 'update' | 'merge' | 'create';
/** What a row may be the same as: a record, one that the person may not read, or another row of the file. */
export interface Likely {
  id?: string;
  row?: number;
  title?: string;
  owner: string;
  score: number;
  reasons?: string[];
}
export interface RowPage {
  items: CheckedRow[];
  next?: number;
  /** what is done with rows that may be there already, unless something else is decided; without it nobody looks */
  forAll?: LikelyChoice;
  summary: ImportSummary;
}
export interface Fixed {
  rows: CheckedRow[];
  touched: number;
  open: boolean;
  summary: ImportSummary;
}
