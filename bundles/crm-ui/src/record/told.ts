import { Overtaken } from '../api/meanwhile';
import type { RecordType, Row } from '../api/types';
import type { App } from '../app';
import { wordsOf } from '../meta/Value';

/** What a step writes of a record: its state, where that is known, and what is asked. */
export const writtenBy = ({ lifecycle }: RecordType, known: Row, asked: string[]): string[] =>
  lifecycle && known[lifecycle.field] !== undefined ? [lifecycle.field, ...asked] : asked;

/**
 * Says what somebody else wrote meanwhile to whoever is about to write the same; he may do so all the same, from what is
 * there now.
 */
export const tells =
  ({ fields }: RecordType, app: App, goOnFrom: (current: Row) => void) =>
  (error: unknown): never => {
    if (!(error instanceof Overtaken)) throw error;
    const { names, current } = error;
    goOnFrom(current);
    const now = names.map((name) => {
      const field = fields.find((one) => one.name === name);
      return field ? `${app.l(field.label)}: ${wordsOf(field, current[name], app) || '–'}` : name;
    });
    throw new Error(app.t('conflict.step', { now: now.join(', ') }), { cause: error });
  };
