import type { Field, Kind, RecordType, Row } from '../api/types';
import { isEmpty } from './paths';

/** The number, and behind a pause its extension: the first where there are several; a (0) is for the country. */
function dialled(text: string): string {
  const [whole = '', extension = ''] = text.replace(/^(\+\d+ ?)\(0\)/, '$1').split(/ext\.?|ต่อ|[x#]/i);
  const digits = (part = '') => part.replace(/[^\d+]/g, '');
  const number = digits(whole.split(/[/,]/)[0]);
  // A line of an office has nine digits: what stands behind them is the end of a row of lines.
  const line = /^0[23457]/.test(number) ? number.slice(0, 9) : number;
  return [line, digits(extension.split(/[-/,]/)[0])].filter(Boolean).join(',');
}

const links: Partial<Record<Kind, { icon: string; to: (words: string) => string | undefined }>> = {
  phone: { icon: 'phone', to: (words) => `tel:${dialled(words)}` },
  email: { icon: 'email', to: (words) => `mailto:${words}` },
  line: { icon: 'message', to: (words) => (/^@?[\w.-]+$/.test(words) ? `https://line.me/ti/p/~${words}` : undefined) },
  url: { icon: 'world', to: (words) => (/^https?:\/\//i.test(words) ? words : undefined) },
};

/** Where a click on a value leads; anything else a person typed into its field stays text. */
export const hrefOf = (kind: Kind, words: string) => links[kind]?.to(words);
export const iconOf = (kind: Kind) => links[kind]?.icon;

/** The first telephone that a record has at some paths. */
export const phoneOf = (paths: string[], record: Row): string | undefined =>
  paths.map((path) => record[path]).find((number): number is string => typeof number === 'string' && number !== '');

/** A way to reach whom a record is about. */
export interface Way {
  field: Field;
  words: string;
  href: string;
}

/** The ways its fields know, in their order; on a fax nobody answers. */
export const reachesOf = (type: RecordType, record: Row): Way[] =>
  type.fields.flatMap((field) => {
    const value = record[field.name];
    const answers = field.kind !== 'phone' || type.phones?.includes(field.name);
    if (!answers || isEmpty(value)) return [];
    const words = String(value);
    const href = hrefOf(field.kind, words);
    return href ? [{ field, words, href }] : [];
  });
