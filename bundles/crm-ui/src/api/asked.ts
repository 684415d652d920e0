import type { Json, L10n } from './types';

/** What lists, boards and reports are asked and answer (docs/http.md, docs/query.md). */
export interface Sort {
  path: string;
  desc?: boolean;
}
export const ops = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'letter',
  'empty',
  'notEmpty',
  'between',
  'within',
  'matches',
] as const;
export type Op = (typeof ops)[number];
export interface Compare {
  field: string;
  op: Op;
  value?: Json;
}
export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | Compare
  | { exists: { entity: string; via: string; filter?: Filter } };

export interface Ref {
  id: string;
  label: string;
  entity?: string;
}
/** A record or a row of a list: its values by field name or path. */
export interface Row {
  id: string;
  version?: number | string;
  [path: string]: unknown;
}
export interface Query {
  fields?: string[];
  filter?: Filter;
  text?: string;
  textField?: string;
  sort?: Sort[];
  limit?: number;
  after?: string;
  count?: boolean | 'exact';
  sums?: string[];
  /** a verb: the page then names the records on which the caller may do it */
  may?: string;
}
export interface Page {
  items: Row[];
  next?: string;
  total?: { value: number; exact: boolean };
  sums?: Record<string, number>;
  may?: string[];
}
export interface Table {
  columns: { name: string; label?: L10n; kind: string; role: 'dimension' | 'measure' }[];
  rows: Json[][];
  /** for each row and number the records it was made of */
  drill: { entity: string; filter: Filter }[][];
}
