import { at } from '../api/client';
import type { L10n, Locale, Query, Ref } from '../api/types';

/** Which records, as a list asks for them. */
export type Which = Pick<Query, 'filter' | 'text' | 'textField' | 'sort'>;

/** What is to be printed of them. */
export interface Wish {
  format: string;
  kind: string;
  language: Locale;
  start: number;
  copies: number;
  person: boolean;
  heading: boolean;
  nameless: boolean;
}

/** What the server knows of them before anything is printed. */
export interface Checked {
  records: number;
  most: number;
  missing: number;
  without: Ref[];
  formats: { id: string; label: L10n; places: number }[];
  kinds: { code: string; label: L10n }[];
}

/** What a person chose the last time. */
export type Last = Partial<Pick<Wish, 'format' | 'person' | 'heading'>>;

/** What the dialog begins with: the paper that was used last while it is still there. */
export const beginning = (checked: Checked, last: Last, language: Locale): Wish => ({
  format: (checked.formats.find((one) => one.id === last.format) ?? checked.formats[0])?.id ?? '',
  kind: checked.kinds[0]?.code ?? '',
  language,
  start: 1,
  copies: 1,
  person: last.person ?? false,
  heading: last.heading ?? false,
  nameless: false,
});

export const labelsOf = (entity: string, part?: 'check' | 'picture') =>
  at('records', entity, 'labels', ...(part ? [part] : []));

/** How many labels there will be. */
export const countOf = (checked: Checked, wish: Pick<Wish, 'copies' | 'nameless'>) =>
  (checked.records - (wish.nameless ? 0 : checked.missing)) * wish.copies;

/** How many of the chosen records may not be taken out of the product by who chose them. */
export const refusedOf = (chosen: number | undefined, checked: Checked) => Math.max(0, (chosen ?? 0) - checked.records);

/** A number that a sheet has a place for. */
export const within = (value: number | null, most: number) => Math.min(most, Math.max(1, Math.trunc(value ?? 1)));
