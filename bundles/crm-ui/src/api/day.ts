/** What a person starts the day with, as docs/http.md has it. */
import type { Row } from './asked';
import type { RecordType } from './metadata';
import type { L10n, Ref } from './types';

/** Something the user was told. */
export interface Alert {
  id: string;
  kind: string;
  text: string;
  record: Ref;
  /** how many others it speaks for */
  more: number;
  by?: Ref;
  at: string;
  /** the moment it speaks of */
  due?: string;
  day?: string;
  read: boolean;
  snoozed?: string;
  /** his answer to an invitation is waited for */
  asks: boolean;
}
export interface HomeBlock {
  id: string;
  entity: string;
  view: string;
  label: L10n;
  columns: string[];
  /** path of a date that comes back every year */
  yearly?: string;
  phones: string[];
  total?: { value: number; exact: boolean };
  rows: Row[];
}
/** How the blocks of the day are arranged: their order, and which are left out. Unknown ones follow behind. */
export type Arrangement = { order: string[]; hidden: string[] };
export interface Home {
  /** whether there is a team to look at */
  team: boolean;
  /** what the user has not read */
  alerts: Alert[];
  /** the user's own, else what people with his role begin with */
  arrangement?: Arrangement;
  blocks: HomeBlock[];
  types: Record<string, RecordType>;
}
