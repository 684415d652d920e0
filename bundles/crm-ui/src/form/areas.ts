import type { Field, Row } from '../api/types';
import type { Values } from './useForm';

/** What the post knows of an address, from its smallest part on. */
export const areaParts = ['subDistrict', 'district', 'province', 'postcode'] as const;
export type Area = Record<(typeof areaParts)[number], string>;

export const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** A name without the word that says what it is the name of. */
export const plain = (value: unknown) => text(value).replace(/^(ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต)\s*/, '');

/** Whether fields are those of an address. */
export const isAddress = (fields: Field[]) => areaParts.every((part) => fields.some(({ name }) => name === part));

/** Each area once, in the order of the dictionary; a table that was loaded twice says each twice. */
export function areasOf(rows: Row[]): Area[] {
  const areas = rows.map((row) => Object.fromEntries(areaParts.map((part) => [part, text(row[part])])) as Area);
  const words = (area: Area) => areaParts.map((part) => area[part]).join('\n');
  return [...new Map(areas.map((area) => [words(area), area])).values()].sort((one, other) =>
    words(one).localeCompare(words(other), 'th'),
  );
}

/** What all areas agree on that fit the sub-district and the district of an address; empty where they do not. */
export function agreed(areas: Area[], { subDistrict, district }: Values): Pick<Area, 'district' | 'province'> {
  const fitting = (some: Area[], part: keyof Area, value: unknown) => {
    const same = some.filter((area) => plain(area[part]) === plain(value));
    return same.length > 0 ? same : some;
  };
  const left = fitting(fitting(areas, 'subDistrict', subDistrict), 'district', district);
  const of = (part: keyof Area) =>
    left.every((area) => area[part] === left[0]?.[part]) ? (left[0]?.[part] ?? '') : '';
  return { district: of('district'), province: of('province') };
}
