import type { Overtaken } from '../api/meanwhile';
import type { RecordType, Row } from '../api/types';
import type { App } from '../app';
import { wordsOf } from '../meta/Value';

/** What a step writes of a record: its state, where that is known, and what is asked. */
export const writtenBy = ({ lifecycle }: RecordType, known: Row, asked: string[]): string[] =>
  lifecycle && known[lifecycle.field] !== undefined ? [lifecycle.field, ...asked] : asked;

/** What somebody else wrote meanwhile, said to whoever is about to write the same and may do so all the same. */
export function toldOf({ fields }: RecordType, { names, current }: Overtaken, app: App): string {
  const now = names.map((name) => {
    const field = fields.find((one) => one.name === name);
    return field ? `${app.l(field.label)}: ${wordsOf(field, current[name], app) || '–'}` : name;
  });
  return app.t('conflict.step', { now: now.join(', ') });
}
