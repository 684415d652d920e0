import type { Field, Ref } from '../api/types';
import { wallClock } from '../i18n/format';
import { isText } from '../meta/paths';

/** A corrected cell as the server reads it: words, or a record that was chosen. */
export interface CellText {
  value: string;
  ref?: string;
}

/** What a cell is corrected with: the editor of its field; a cell of no known field is a line of text. */
export function cellField(field: Field | undefined, header: string): Field {
  if (!field || field.kind === 'parts' || field.kind === 'recurrence' || field.ref === '*') {
    return { name: 'cell', label: { th: header, en: header }, kind: 'text' } as Field;
  }
  const { maxLength: _, ...rest } = field;
  return { ...rest, required: false };
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** What the editor begins with: the words of the cell where words are typed, else what can be understood. */
export function startValue(field: Field, text: string): unknown {
  if (isText(field)) return text;
  if (field.kind === 'pick') return field.options?.some((option) => option.code === text) ? text : null;
  if (field.kind === 'date') return isDay(text) ? text : null;
  if (['int', 'decimal', 'money', 'percent'].includes(field.kind))
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  return field.kind === 'bool' ? text === 'true' : null;
}

/** What was chosen or typed, as a cell would say it. */
export function cellText(field: Field, value: unknown, zone: string): CellText {
  if (value === null || value === undefined) return { value: '' };
  if (field.kind === 'ref') {
    const { id, label } = value as Ref;
    return { value: label, ref: id };
  }
  if (field.kind === 'datetime') return { value: wallClock(String(value), zone).replace('T', ' ') };
  return { value: Array.isArray(value) ? value.join(',') : String(value) };
}
