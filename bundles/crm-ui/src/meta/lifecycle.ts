import type { Field, HistoryItem, RecordType, Row, State, Transition } from '../api/types';
import { passes } from './filter';

type Lifecycle = NonNullable<RecordType['lifecycle']>;

const now = (lifecycle: Lifecycle, row: Row) => String(row[lifecycle.field] ?? '');

/** Whether the state that a record is in keeps a field as it is. */
export function isLocked({ lifecycle }: RecordType, row: Row, field: string): boolean {
  const locked = lifecycle?.states.find((state) => state.code === now(lifecycle, row))?.locked ?? [];
  return locked.includes(field) || (locked.includes('*') && field !== 'owner' && field !== 'team');
}

/** The transitions a record can take from its state. */
export const transitionsFrom = (lifecycle: Lifecycle, row: Row, me: string): Transition[] =>
  lifecycle.transitions.filter((one) => one.from.includes(now(lifecycle, row)) && passes(one.when, row, me));

/** The transition that leads a record to a state; some lead to any of several. */
export const transitionTo = (lifecycle: Lifecycle, row: Row, code: string, me: string): Transition | undefined =>
  code === now(lifecycle, row)
    ? undefined
    : transitionsFrom(lifecycle, row, me).find((one) => one.to === code || one.choices?.includes(code));

/** The next step of a record along its path: to the next open state it may take, from the last one to a good end. */
export function nextOf(
  lifecycle: Lifecycle,
  row: Row,
  me: string,
): { transition: Transition; state: State } | undefined {
  const states = [...lifecycle.states].sort((a, b) => a.order - b.order);
  const open = states.filter((state) => !state.closed);
  const here = open.findIndex((state) => state.code === now(lifecycle, row));
  if (here < 0) return undefined;
  for (const state of [...open.slice(here + 1), ...states.filter((one) => one.closed)]) {
    const transition = transitionTo(lifecycle, row, state.code, me);
    if (transition && !(state.closed && transition.tone === 'danger')) return { transition, state };
  }
  return undefined;
}

/** The states a record has behind it; of one that has ended those up to where it was open last, as its history says. */
export function passedBy(lifecycle: Lifecycle, row: Row, history: HistoryItem[]): string[] {
  const open = [...lifecycle.states].sort((a, b) => a.order - b.order).filter((state) => !state.closed);
  const at = (code: unknown) => open.findIndex((state) => state.code === code);
  const here = at(now(lifecycle, row));
  if (here >= 0) return open.slice(0, here).map((state) => state.code);
  // Newest first.
  const steps = history.flatMap((item) => item.changes).filter((change) => change.field === lifecycle.field);
  const last = steps.map((change) => at(change.old)).find((found) => found >= 0) ?? -1;
  return open.slice(0, last + 1).map((state) => state.code);
}

/** What has to be asked before a transition, with the state itself where it is open and not chosen yet. */
export function askedBy(type: RecordType, transition: Transition, to: string | undefined): Field[] {
  const known = (name: string) => type.fields.find((field) => field.name === name);
  const fields = transition.fields.flatMap(({ name, required, from = '' }): Field[] => {
    const field = name === type.lifecycle?.field ? undefined : known(name);
    return field ? [{ ...field, from, required: required ?? false, readOnly: false }] : [];
  });
  const state = known(type.lifecycle?.field ?? '');
  if (to !== undefined || !transition.choices || !state) return fields;
  const options = state.options?.filter((option) => transition.choices?.includes(option.code)) ?? [];
  return [{ ...state, options, required: true, readOnly: false }, ...fields];
}

/** The one step that ends a record of a kind, such as an activity that is done. */
export const ending = (type: RecordType, row: Row, me: string): Transition | undefined =>
  type.lifecycle && type.access.update
    ? transitionsFrom(type.lifecycle, row, me).find((one) => one.primary && isClosed(type.lifecycle, one.to))
    : undefined;
const isClosed = (lifecycle: Lifecycle | undefined, code: string) =>
  lifecycle?.states.some((state) => state.code === code && state.closed) === true;
/** Whether a record is in a state that ends it. */
export const isOver = (lifecycle: Lifecycle | undefined, row: Row): boolean =>
  lifecycle !== undefined && isClosed(lifecycle, String(row[lifecycle.field]));
