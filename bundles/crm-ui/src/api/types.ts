/** The shapes of docs/http.md. */
import type { Row } from './asked';

export * from './asked';
export * from './day';
export * from './metadata';
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export interface L10n {
  th: string;
  en: string;
}
export type Tone = 'neutral' | 'info' | 'accent' | 'warning' | 'success' | 'danger';
export type Locale = 'th' | 'en';
export type Era = 'BE' | 'CE';

export interface Session {
  user: { id: string; login: string; name: string };
  csrf: string;
  mustChangePassword: boolean;
}
export interface SignInFacts {
  languages?: Locale[];
  company?: { name: L10n };
  personas?: { id: string; name: L10n; role: L10n }[];
}

export interface Settings {
  locale: Locale;
  skin: string;
  density: 'compact' | 'comfortable';
  era: Era;
  fontScale: number;
  loopedFont: boolean;
}
export interface Target {
  to: 'list' | 'board' | 'page';
  entity?: string;
  view?: string;
  page?: string;
}
export interface MenuItem {
  id: string;
  label: L10n;
  icon?: string;
  target: Target;
}
export interface Menu {
  id: string;
  label: L10n;
  icon?: string;
  order: number;
  target?: Target;
  children: MenuItem[];
}
export interface EntityName {
  name: string;
  label: L10n;
  plural: L10n;
  icon?: string;
  create: boolean;
  quick: boolean;
  import: boolean;
  /** has a rule for duplicates */
  duplicates: boolean;
  /** everybody who is signed in reads it */
  common: boolean;
  /** takes the company's own fields */
  custom: boolean;
}
export interface Bootstrap {
  version: string;
  user: {
    id: string;
    login: string;
    name: string;
    nameEn?: string;
    teams: string[];
    admin: boolean;
    permissions: string[];
  };
  settings: Settings;
  company: { name: L10n; timeZone: string; brand?: string };
  modules: { id: string; version: string; label: L10n }[];
  menus: Menu[];
  entities: EntityName[];
  csrf: string;
}

export interface Person {
  id: string;
  label: string;
}
export interface Change {
  field: string;
  label: L10n;
  old?: unknown;
  new?: unknown;
}
export interface HistoryItem {
  id: string;
  at: string;
  by?: Person;
  verb: string;
  verbLabel?: L10n;
  source?: string;
  changes: Change[];
}
export interface TimelineItem {
  id: string;
  at: string;
  kind: 'activity' | 'change' | 'note' | 'file';
  verb?: string;
  verbLabel?: L10n;
  entity?: string;
  record?: string;
  label: string;
  text?: string;
  by?: Person;
  icon?: string;
  state?: { code: string; label: L10n; tone?: Tone };
  changes?: Change[];
  note?: Note;
}
export interface Note {
  id: string;
  text: string;
  at: string;
  by?: Person;
  /** when its author wrote it anew */
  changed?: string;
  pinned?: boolean;
  mentions?: Person[];
  /** told to whoever just wrote it: those it mentions who cannot read the record */
  unreached?: Person[];
}
export interface FileItem {
  id: string;
  name: string;
  size: number;
  type: string;
  at: string;
  by?: Person;
  /** older files of the same name, newest first */
  versions?: FileItem[];
}
export interface Paged<T> {
  items: T[];
  next?: string;
}
export interface ActionResult {
  message?: string;
  /** never told again, so it stays until it is closed */
  once?: boolean;
  tone?: Tone;
  open?: { entity: string; id: string };
  record?: Row;
}
export interface Job {
  id: string;
  kind: string;
  label: L10n;
  /** whose it is */
  user: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total?: number;
  result?: {
    done?: number;
    failed?: number;
    left?: number;
    of?: string;
    refusals?: Refusal[];
    undo?: string;
    file?: string;
    name?: string;
  } & Record<string, Json | undefined>;
  message?: string;
  startedAt?: string;
}
/** A record that a job could not do, and why. */
export type Refusal = { id: string; label: string; message: string };
/** Why somebody may read a record, or not. */
export interface Why {
  reasons: { grants: boolean; text: string; place?: string }[];
}
export interface DeletedRecord {
  id: string;
  entity: string;
  label: string;
  at: string;
  by?: Person;
}
export interface ModuleInfo {
  id: string;
  label: L10n;
  description: L10n;
  version?: string;
  state: 'installed' | 'available' | 'upgradable' | 'failed' | 'installing' | 'upgrading' | 'removing';
  newest?: string;
  message?: string;
}
export interface PickRow {
  code: string;
  label: L10n;
  order: number;
  tone?: Tone;
  phase?: string;
  percent?: number | null;
  active: boolean;
}
export type Level = 'none' | 'own' | 'team' | 'all';
export interface Permission {
  id: string;
  label: L10n;
}
export interface RoleRights {
  entities: Record<string, Record<string, Level>>;
  fields: Record<string, 'none' | 'read' | 'write'>;
  permissions: string[];
}

/** A record found, and where the text stands in it: begin and end, begin and end. */
export interface SearchHit {
  id: string;
  title: string;
  field: string;
  label?: L10n;
  value: string;
  marks: number[];
  state?: { code: string; label: L10n; tone?: Tone };
}
export interface SearchAnswer {
  groups: { entity: string; hits: SearchHit[]; total: number; exact: boolean }[];
}
