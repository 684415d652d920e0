import type { Choice, LeftRecord } from './api';

/** A record as a whole, or one field of it. */
export const keyOf = (step: string, field = '') => `${step} ${field}`;

/** What can be chosen of a record: its fields, or the record where it is one thing. */
export const keysOf = (left: LeftRecord): string[] =>
  left.fields.length > 0 ? left.fields.map(({ field }) => keyOf(left.step, field)) : [keyOf(left.step)];

/** What the server is asked to put back all the same. */
export function choicesOf(items: LeftRecord[], chosen: ReadonlySet<string>): Choice[] {
  return items
    .map((left) => ({ left, keys: keysOf(left).filter((key) => chosen.has(key)) }))
    .filter(({ keys }) => keys.length > 0)
    .map(({ left, keys }) => ({
      step: left.step,
      fields: left.fields.map(({ field }) => field).filter((field) => keys.includes(keyOf(left.step, field))),
    }));
}
