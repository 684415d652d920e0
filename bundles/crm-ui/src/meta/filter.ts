import type { Compare, Field, Filter, Json, Op, Query, Row } from '../api/types';
import { isDate, isNumber, isText } from './paths';

export const isCompare = (filter: Filter): filter is Compare => 'op' in filter;

/** All of the filters that are there, as one. */
export function allOf(...filters: (Filter | undefined)[]): Filter | undefined {
  const real = filters.filter((filter): filter is Filter => filter !== undefined);
  return real.length > 1 ? { all: real } : real[0];
}

/** What a list asks for, the text that is looked for included. */
export const wholeFilter = ({ filter, text, textField = '*' }: Query): Filter | undefined =>
  allOf(filter, text ? { field: textField, op: 'matches', value: text } : undefined);

/** The comparisons that a filter of a list is made of. */
export function comparesIn(filter: Filter | undefined): Compare[] {
  if (!filter) return [];
  if ('all' in filter) return filter.all.flatMap(comparesIn);
  if ('any' in filter) return filter.any.flatMap(comparesIn);
  if ('not' in filter) return comparesIn(filter.not);
  return isCompare(filter) ? [filter] : [];
}

export const pathsIn = (filter: Filter | undefined): string[] => comparesIn(filter).map(({ field }) => field);

/** The same filter with each of its comparisons in another form. */
export function withCompares(filter: Filter, change: (compare: Compare) => Compare): Filter {
  if ('all' in filter) return { all: filter.all.map((one) => withCompares(one, change)) };
  if ('any' in filter) return { any: filter.any.map((one) => withCompares(one, change)) };
  if ('not' in filter) return { not: withCompares(filter.not, change) };
  return isCompare(filter) ? change(filter) : filter;
}

/** The comparisons of which one must hold, where a filter is nothing else: what the builder makes. */
export function alternatives(filter: Filter): Compare[] {
  const all = 'any' in filter ? filter.any : [filter];
  return all.every(isCompare) ? all : [];
}

export const presets = [
  '@today',
  '@yesterday',
  '@tomorrow',
  '@last7',
  '@next7',
  '@thisWeek',
  '@lastWeek',
  '@last30',
  '@thisMonth',
  '@lastMonth',
  '@nextMonth',
  '@thisQuarter',
  '@lastQuarter',
  '@thisYear',
  '@lastYear',
] as const;
export type Preset = (typeof presets)[number];
export const presetKey = (preset: string) => preset.replace('@', '') as PresetKey;
type Bare<T> = T extends `@${infer Name}` ? Name : never;
export type PresetKey = Bare<Preset>;

/** The comparisons that make sense for a field, the likeliest first. */
export function opsOf(field: Field): Op[] {
  if (field.kind === 'bool') return ['='];
  if (field.kind === 'pick') return ['in', 'notIn', 'empty', 'notEmpty'];
  if (field.kind === 'multipick') return ['contains', 'empty', 'notEmpty'];
  if (field.kind === 'ref') return field.ref === '*' ? ['empty', 'notEmpty'] : ['in', 'notIn', 'empty', 'notEmpty'];
  if (isDate(field)) return ['within', 'between', '>=', '<=', 'empty', 'notEmpty'];
  if (isNumber(field)) return ['=', '>=', '<=', 'between', 'empty', 'notEmpty'];
  if (isText(field)) return ['contains', '=', 'startsWith', '!=', 'empty', 'notEmpty'];
  return ['empty', 'notEmpty'];
}

export const needsValue = (op: Op) => op !== 'empty' && op !== 'notEmpty';

const bare = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? (value as { id: string }).id : value;

function compare(left: unknown, right: Json | undefined): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left ?? '').localeCompare(String(right ?? ''));
}

/** Whether a record passes a condition, as far as its own values tell: it decides which buttons are shown, never a right. */
export function passes(filter: Filter | undefined, row: Row, me: string): boolean {
  if (!filter) return true;
  if ('all' in filter) return filter.all.every((one) => passes(one, row, me));
  if ('any' in filter) return filter.any.some((one) => passes(one, row, me));
  if ('not' in filter) return !passes(filter.not, row, me);
  if (!isCompare(filter)) return true;
  const value = bare(row[filter.field]);
  const wanted = filter.value === '@me' ? me : filter.value;
  const none = value === null || value === undefined || value === '';
  const list: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  switch (filter.op) {
    case 'empty':
      return none;
    case 'notEmpty':
      return !none;
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case 'in':
      return list.includes(value);
    case 'notIn':
      return !list.includes(value);
    case '<':
      return !none && compare(value, wanted) < 0;
    case '<=':
      return !none && compare(value, wanted) <= 0;
    case '>':
      return !none && compare(value, wanted) > 0;
    case '>=':
      return !none && compare(value, wanted) >= 0;
    default:
      return true;
  }
}
