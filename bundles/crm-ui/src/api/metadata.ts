import type { Filter, Json, L10n, Sort, Tone } from './types';

/** What is known of a kind of record (docs/http.md, GET /api/types). */
export type Kind =
  | 'text'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'line'
  | 'int'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'bool'
  | 'date'
  | 'datetime'
  | 'pick'
  | 'multipick'
  | 'ref'
  | 'parts'
  | 'taxId'
  | 'recurrence'
  | 'entity'
  /** the id of a file of the record a part belongs to */
  | 'picture'
  /** when the next thing to be done is due: worked out for lists */
  | 'next'
  /** since when a record is in its state: worked out for lists */
  | 'since';
export interface Option {
  code: string;
  label: L10n;
  tone?: Tone;
  active?: boolean;
}
export interface Field {
  name: string;
  kind: Kind;
  label: L10n;
  help?: L10n;
  required?: boolean;
  readOnly?: boolean;
  unique?: boolean;
  listed?: boolean;
  sortable?: boolean;
  filterable?: boolean;
  multiline?: boolean;
  maxLength?: number;
  decimals?: number;
  min?: number;
  max?: number;
  options?: Option[];
  pickList?: string;
  ref?: string;
  part?: string;
  custom?: boolean;
  access?: 'read' | 'write';
  /** what a new record begins with */
  value?: Json;
  /** in what an action asks for: path of the record that fills it in */
  from?: string;
}
export interface View {
  id: string;
  label: L10n;
  columns: string[];
  sort: Sort[];
  filter?: Filter;
  mode: 'table' | 'board';
  widths?: Record<string, number>;
  /** columns that stay in sight while the others are scrolled */
  pinned?: string[];
  /** path of the column the rows are grouped by; of a board the field whose words are its lanes */
  group?: string;
  /** what it names and is not there any more */
  gone?: string[];
  /** somebody made it out of a list; absent in ready-made views */
  saved?: { id: string; version: number; audience: 'private' | 'team' | 'all'; team?: string; mine: boolean };
}
export interface State {
  code: string;
  label: L10n;
  tone?: Tone;
  order: number;
  percent?: number;
  closed?: boolean;
  /** fields that cannot be changed in it, `*` for all but owner and team */
  locked?: string[];
}
export interface Transition {
  id: string;
  label: L10n;
  from: string[];
  /** empty when the user chooses one of `choices` */
  to: string;
  choices?: string[];
  when?: Filter;
  tone?: Tone;
  fields: { name: string; required?: boolean; from?: string }[];
  primary?: boolean;
}
export interface Action {
  id: string;
  label: L10n;
  icon?: string;
  tone?: Tone;
  scope: ('record' | 'bulk')[];
  primary?: boolean;
  when?: Filter;
  input?: Field[];
  confirm?: L10n;
}
export interface RelatedList {
  id: string;
  entity: string;
  via: string;
  label: L10n;
  columns: string[];
  create?: boolean;
  /** its records are work that is open or over */
  open?: boolean;
  /** its records may be given to others */
  assign?: boolean;
  /** has its place by the definition of the form */
  first?: boolean;
}
/** What a field is while other values of its record are so. */
export interface FieldRule {
  field: string;
  visible?: Filter;
  required?: Filter;
  readOnly?: Filter;
}
export interface Board {
  /** the field whose words are the columns */
  field: string;
  /** the fields they may be, the usual one first */
  by: string[];
  title: string;
  sum?: string;
  weighted?: string;
  fields: string[];
}
export interface RecordType {
  name: string;
  module: string;
  label: L10n;
  plural: L10n;
  icon?: string;
  titleField: string;
  parent?: string;
  fields: Field[];
  /** columns of lists that are no fields */
  workedOut?: Field[];
  /** paths at which a number to call is found */
  phones?: string[];
  /** paths of the moment at which a record is over, and of the last day of what lasts whole days */
  ends?: { at?: string; day?: string };
  views: View[];
  form: {
    sections: { id: string; label: L10n; fields: string[] }[];
    /** fields that stay in sight in the head */
    facts?: string[];
    when?: FieldRule[];
    /** references to what the record was made of and what was made of it */
    chain?: string[];
  };
  quick: string[];
  /** what is compared to find records that may be the same, each with the fields it is made of */
  duplicates?: { name: string; of: string[] }[];
  related: RelatedList[];
  lifecycle?: { field: string; states: State[]; transitions: Transition[] };
  actions: Action[];
  board?: Board;
  features: {
    activities?: boolean;
    files?: boolean;
    notes?: boolean;
    history?: boolean;
    /** its records have addresses that can be printed */
    labels?: boolean;
    cards?: boolean;
    import?: boolean;
    custom?: boolean;
  };
  access: Access;
}
/** What a person may do with records of a kind, or with one of them. */
export interface Access {
  create?: boolean;
  read?: boolean;
  update?: boolean;
  append?: boolean;
  delete?: boolean;
  assign?: boolean;
  share?: boolean;
  import?: boolean;
  export?: boolean;
  /** of one record: whether one is told of what others do with it */
  follows?: boolean;
}
