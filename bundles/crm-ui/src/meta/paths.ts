import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { typeQuery } from '../api/queries';
import type { Field, RecordType, Row } from '../api/types';
import { useApp, type App } from '../app';
import { useSame } from '../kit/useSame';

/** A column: a field of the record or of a record it refers to, with its words. */
export interface Column {
  path: string;
  label: string;
  field: Field;
  /** the path is the record's own field */
  own: boolean;
}

const typesOf = (types: Map<string, RecordType>, type: RecordType, path: string): RecordType[] => {
  const walked = [type];
  for (const step of path.split('.').slice(0, -1)) {
    const ref = walked.at(-1)?.fields.find((field) => field.name === step)?.ref;
    const next = ref ? types.get(ref) : undefined;
    if (!next) break;
    walked.push(next);
  }
  return walked;
};

function columnOf(types: Map<string, RecordType>, type: RecordType, path: string, l: (x?: Field['label']) => string) {
  const steps = path.split('.');
  const walked = typesOf(types, type, path);
  if (walked.length < steps.length) return undefined;
  const fields = steps.map((step, i) => walked[i]?.fields.find((field) => field.name === step));
  if (steps.length === 1) fields[0] ??= type.workedOut?.find((field) => field.name === path);
  const field = fields.at(-1);
  if (!field || fields.some((one) => !one)) return undefined;
  const before = fields.slice(0, -1).map((one) => l(one?.label));
  // "Customer" says enough for the name of the customer.
  const isTitle = steps.length > 1 && walked.at(-1)?.titleField === field.name;
  const label = (isTitle ? before : [...before, l(field.label)]).join(' · ');
  return { path, label, field, own: steps.length === 1 };
}

/** The columns for paths; those whose types are still on their way, gone or not readable are left out. */
export function useColumns(type: RecordType | undefined, paths: string[]): Map<string, Column> {
  const { l, entity } = useApp();
  const known = new Map<string, RecordType>();
  const wanted = neededTypes(type, paths, known);
  const answers = useQueries({
    queries: wanted.filter((name) => entity(name)).map((name) => typeQuery(name)),
  });
  for (const { data } of answers) if (data) known.set(data.name, data);
  const second = neededTypes(type, paths, known).filter((name) => !known.has(name) && entity(name));
  const deeper = useQueries({ queries: second.map((name) => typeQuery(name)) });
  for (const { data } of deeper) if (data) known.set(data.name, data);
  const types = useSame([...known.values()]);
  const asked = useSame(paths);
  return useMemo(() => {
    const byName = new Map(types.map((one) => [one.name, one]));
    const columns = asked.flatMap((path) => (type && columnOf(byName, type, path, l)) ?? []);
    return new Map(columns.map((column) => [column.path, column]));
  }, [type, types, asked, l]);
}

function neededTypes(type: RecordType | undefined, paths: string[], known: Map<string, RecordType>): string[] {
  const names = new Set<string>();
  for (const path of paths) {
    if (!type || !path.includes('.')) continue;
    const steps = path.split('.');
    let now: RecordType | undefined = type;
    for (const step of steps.slice(0, -1)) {
      const ref: string | undefined = now?.fields.find((field) => field.name === step)?.ref;
      if (!ref || ref === '*') break;
      names.add(ref);
      now = known.get(ref);
    }
  }
  return [...names];
}

export const isNumber = (field: Field) => ['int', 'decimal', 'money', 'percent'].includes(field.kind);
export const isDate = (field: Field) => field.kind === 'date' || field.kind === 'datetime';
/** The date by which something was to be done and was not; empty while there is time. The day it was made is none. */
export function missedAt(type: RecordType, row: Row, date: Field, { today }: App['fmt']): string {
  const end = type.fields.find((field) => field.name === type.ends?.at) ?? date;
  const by = row[end.name];
  if (end.readOnly || typeof by !== 'string') return '';
  return (end.kind === 'date' ? by < today() : Date.parse(by) < Date.now()) ? by : '';
}
/** Whether records can be put in order by a field. */
export const isSortable = ({ field }: Column) =>
  field.sortable !== false && field.kind !== 'parts' && field.kind !== 'multipick';
export const isText = (field: Field) =>
  ['text', 'textarea', 'email', 'phone', 'url', 'line', 'taxId'].includes(field.kind);
/** Whether the words of a list have colours: a state, a rating; other lists are plain words. */
export const isToned = (field: Field) => field.options?.some((option) => (option.tone ?? 'neutral') !== 'neutral');
export const canWrite = (type: RecordType, field: Field) =>
  Boolean(type.access.update) && field.access !== 'read' && !field.readOnly;
/** Whether a section holds lines of one field and nothing else: its heading says what they are. */
export const isAlone = (fields: Pick<Field, 'kind'>[]) => fields.length === 1 && fields[0]?.kind === 'parts';
/** Whether a field holds nothing. */
export const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
