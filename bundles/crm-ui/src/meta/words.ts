import type { Compare, Filter, Json, Ref } from '../api/types';
import type { App } from '../app';
import { isCompare, presetKey, presets } from './filter';
import type { Column } from './paths';
import { wordsOf } from './Value';

const isPreset = (value: unknown): value is string => (presets as readonly unknown[]).includes(value);

function valueWords(column: Column, value: Json | undefined, app: App): string {
  if (value === '@me') return app.t('value.me');
  if (value === '@myTeams') return app.t('value.myTeams');
  if (isPreset(value)) return app.t(`period.${presetKey(value)}`);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && 'label' in value) {
    return app.called(value as unknown as Ref);
  }
  return wordsOf(column.field, value, app);
}

/** Of many people or records the first are named. */
const fewOf = <T>({ field }: Column, values: T[]): T[] =>
  field.kind === 'ref' && values.length > 3 ? values.slice(0, 2) : values;

function compareWords(filter: Compare, column: Column, app: App): string {
  const values = Array.isArray(filter.value) ? filter.value : filter.value === undefined ? [] : [filter.value];
  const words = fewOf(column, values).map((value) => valueWords(column, value, app));
  if (words.length < values.length) words.push(`${words.pop()} +${values.length - words.length - 1}`);
  if (filter.op === 'between') return `${column.label} ${words.join(' – ')}`;
  if (filter.op === 'within' || filter.op === 'in') return `${column.label}: ${words.join(', ')}`;
  return `${column.label} ${app.t(`op.${filter.op}`)} ${words.join(', ')}`.trim();
}

/** What a record consists of has the name of its field, other records have that of their kind. */
function hangingWords({ exists }: Extract<Filter, { exists: object }>, columns: Map<string, Column>, app: App): string {
  const parts = [...columns.values()].find(({ field }) => field.part === exists.entity);
  return parts?.label ?? app.l(app.entity(exists.entity)?.plural);
}

/** A filter as a person would say it, for its chip. */
export function filterWords(filter: Filter, columns: Map<string, Column>, app: App): string {
  if ('all' in filter) return filter.all.map((one) => filterWords(one, columns, app)).join(` ${app.t('op.and')} `);
  if ('any' in filter) return filter.any.map((one) => filterWords(one, columns, app)).join(` ${app.t('op.or')} `);
  if ('not' in filter) {
    const { not } = filter;
    if ('exists' in not) return app.t('op.without', { what: hangingWords(not, columns, app) });
    return `${app.t('op.not')} ${filterWords(not, columns, app)}`;
  }
  if (!isCompare(filter)) return hangingWords(filter, columns, app);
  if (filter.value === '@followed') return app.t('follow.followed');
  if (filter.value === '@shared') return app.t('share.shared');
  if (filter.field === '*') return app.t('filter.text', { text: String(filter.value ?? '') });
  const column = columns.get(filter.field);
  return column ? compareWords(filter, column, app) : filter.field;
}
