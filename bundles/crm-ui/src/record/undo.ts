import type { TFunction } from 'i18next';
import { api, at } from '../api/client';
import { Overtaken, same, takeStep, writeValues } from '../api/meanwhile';
import type { Field, RecordType, Row, Transition } from '../api/types';
import { wireValues } from '../form/schema';
import { toast } from '../kit/Toast';
import { canWrite, isEmpty } from '../meta/paths';
import { askedBy, isLocked, transitionTo } from '../meta/lifecycle';

/** The button of a message that puts something back as it was, and says whether that went well. */
export const undoButton = (t: TFunction, putBack: () => Promise<unknown>, renew: () => unknown) => ({
  label: t('undo.act'),
  run: () =>
    void putBack()
      .then(() => toast(t('undo.done')))
      .catch((error: unknown) =>
        toast(error instanceof Overtaken ? t('undo.overtaken') : (error as Error).message, 'danger'),
      )
      .finally(renew),
});

/** Writes back plain values of a record as they were before, unless somebody changed them since. */
export const putBack = (entity: string, before: Record<string, unknown>, after: Row): Promise<Row> =>
  writeValues(entity, after, before);

const stateOf = ({ lifecycle }: RecordType, row: Row) => String(row[lifecycle?.field ?? ''] ?? '');
const wired = (fields: Field[], row: Row) =>
  wireValues(fields, Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])));

/** The step that leads a record back to the state it was in. */
const wayBack = (type: RecordType, before: Row, after: Row, me: string): Transition | undefined =>
  type.lifecycle && transitionTo(type.lifecycle, after, stateOf(type, before), me);

/** What the way back from a state will ask: to be remembered before a record is brought there. */
export function askedBack(type: RecordType, row: Row, to: string, me: string): Field[] {
  const way = wayBack(type, row, { ...row, [type.lifecycle?.field ?? '']: to }, me);
  return way ? askedBy(type, way, stateOf(type, row)) : [];
}

/**
 * What brings a record back to the state it was in, with all that was asked on the way as it was before. Nothing where no
 * step that this person may take leads back.
 */
export function backTo(type: RecordType, before: Row, after: Row, asked: Field[], me: string) {
  const way = wayBack(type, before, after, me);
  const state = type.lifecycle?.field ?? '';
  const needed = way ? askedBy(type, way, stateOf(type, before)) : [];
  if (!way || needed.some((field) => field.required && isEmpty(before[field.name]))) return undefined;
  const input = { ...wired(needed, before), ...(way.choices ? { [state]: before[state] } : {}) };
  const names = asked.map((field) => field.name);
  return async () => {
    const { record } = await takeStep(type.name, after, way.id, input, [state, ...names]);
    if (!record) return;
    const differs = ({ name }: Field) => names.includes(name) && !same(before[name], record[name]);
    const left = type.fields.filter(
      (field) => differs(field) && canWrite(type, field) && !isLocked(type, record, field.name),
    );
    if (left.length === 0) return;
    await api(at('records', type.name, after.id), {
      method: 'PATCH',
      body: wired(left, before),
      version: record.version,
    });
  };
}
