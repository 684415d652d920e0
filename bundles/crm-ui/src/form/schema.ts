import type { TFunction } from 'i18next';
import type { Field } from '../api/types';
import { hasDay } from '../i18n/days';
import { isEmpty } from '../meta/paths';

/** The check digit of a Thai tax id. */
export function isTaxId(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{13}$/.test(digits)) return false;
  const sum = [...digits].slice(0, 12).reduce((total, digit, i) => total + Number(digit) * (13 - i), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** What is wrong with a value of a field called so at first sight, or nothing; the server decides. */
export function complaint(field: Field, value: unknown, t: TFunction, called = ''): string | undefined {
  if (isEmpty(value))
    return field.required && field.kind !== 'bool' ? t('form.required', { field: called }) : undefined;
  if (field.kind === 'date' && !hasDay(String(value))) return t('form.noDate', { value });
  if (field.kind === 'datetime' && !hasDay(String(value))) return t('form.noDateTime', { value });
  if (field.kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value))) return t('form.email');
  if (field.kind === 'url' && !/^(https?:\/\/)?[^\s.]+\.\S+$/i.test(String(value))) return t('form.url');
  if (field.kind === 'taxId' && !isTaxId(String(value))) return t('form.taxId');
  if (field.maxLength && typeof value === 'string' && value.length > field.maxLength) {
    return t('form.long', { max: field.maxLength });
  }
  if (typeof value === 'number') {
    if (field.min !== undefined && value < field.min) return t('form.min', { min: field.min });
    if (field.max !== undefined && value > field.max) return t('form.max', { max: field.max });
  }
  return undefined;
}

/** Values as the server takes them: references as ids, emptied fields as null. */
function wireValue(field: Field, value: unknown): unknown {
  if (isEmpty(value)) return field.kind === 'parts' || field.kind === 'multipick' ? [] : null;
  if (field.kind === 'ref' && typeof value === 'object' && value !== null && 'id' in value) {
    const ref = value as { id: string; entity?: string };
    return field.ref === '*' ? { id: ref.id, entity: ref.entity } : ref.id;
  }
  if (field.kind === 'parts' && Array.isArray(value)) return value.map(wireRow);
  return value;
}

const wireRow = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'id' in value && !Array.isArray(value) ? value.id : value,
    ]),
  );

export function wireValues(fields: Field[], values: Record<string, unknown>): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const field = known.get(name);
        const plain = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
        return [name, field ? wireValue(field, value) : plain];
      }),
  );
}
