import { useEffect, useRef, useState, type BaseSyntheticEvent } from 'react';
import { useForm as useHookForm, type FieldErrors, type Resolver, type UseFormReturn } from 'react-hook-form';
import { Problem } from '../api/client';
import type { Field, FieldRule } from '../api/types';
import { useApp } from '../app';
import { ruled } from '../meta/rules';
import { typedOver, useDraft } from './drafts';
import { ofUnasked } from './refusals';
import { complaint } from './schema';

export type Values = Record<string, unknown>;

/** A field's name in the form, where a dot would mean a value within another. */
export const keyOf = (name: string) => name.replaceAll('.', '/');
const byKey = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [keyOf(name), value]));

/** A tick over a step of what is done, such as making a contact: without it the step's fields are not asked. */
export const isStep = (field: Field, fields: Field[]) =>
  field.kind === 'bool' && fields.some((other) => other.name.startsWith(`${field.name}.`));

/** A record that is there already, to be taken instead of making a new one: `account.id`. */
export const isReuse = (field: Field) => field.kind === 'ref' && field.name.endsWith('.id');

/** The fields that are asked, given what is ticked and taken. */
export function askedOf(fields: Field[], values: Values): Field[] {
  const given = (field: Field) => values[keyOf(field.name)];
  const left = fields.filter((field) => isStep(field, fields) && given(field) !== true).map(({ name }) => `${name}.`);
  const taken = fields.filter((field) => isReuse(field) && given(field)).map(({ name }) => name.slice(0, -'id'.length));
  return fields.filter(
    (field) =>
      !left.some((step) => field.name.startsWith(step)) &&
      (isReuse(field) || !taken.some((step) => field.name.startsWith(step))),
  );
}

/** Milliseconds of a click: what a field that is left is refused for would move away below it what is being clicked. */
const click = 300;

/** Leads to what is wrong first: it may stand far away in a long form. */
function showFirst(_: unknown, event?: BaseSyntheticEvent): void {
  const form = event?.target as Element | undefined;
  requestAnimationFrame(() => {
    const bad = form?.querySelector('.field.bad');
    bad?.scrollIntoView({ block: 'nearest' });
    bad?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  });
}

interface Typing {
  /** where it is typed: under this name it is kept in the browser until it is saved; without it nothing is kept */
  place?: string;
  /** what was typed elsewhere and goes on here */
  typed?: Values;
  /** what the form demands of its fields under which conditions */
  rules?: FieldRule[] | undefined;
}

/**
 * A form over fields: checked here at first sight, and with the server's refusals beside the fields they are about.
 * What `save` answers with false was not saved and stays as it is typed.
 */
export function useForm(
  fields: Field[],
  initial: Values,
  save: (values: Values) => Promise<void | false>,
  { place = '', typed = {}, rules }: Typing = {},
) {
  const { t, l, boot } = useApp();
  const askedNow = (values: Values) =>
    ruled(askedOf(fields, values), rules, { ...values, id: '' }, boot.user.id).filter((field) => !field.readOnly);
  const resolver: Resolver<Values> = (values) => {
    const errors: FieldErrors<Values> = {};
    for (const field of askedNow(values)) {
      const message = complaint(field, values[keyOf(field.name)], t, l(field.label));
      if (message) errors[keyOf(field.name)] = { type: 'custom', message };
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
  const form = useHookForm<Values>({ resolver, defaultValues: byKey(initial), mode: 'onTouched', delayError: click });
  const { draft, discard } = useFormDraft(form, place, byKey(initial), byKey(typed));
  const [error, setError] = useState('');
  const submit = form.handleSubmit(async (values) => {
    setError('');
    try {
      const asked = askedNow(values).map(({ name }) => [name, values[keyOf(name)]]);
      if ((await save(Object.fromEntries(asked) as Values)) !== false) draft.drop();
    } catch (problem) {
      const rest: string[] = [];
      for (const { field, message } of problem instanceof Problem ? problem.errors : []) {
        const known = [field, field.split(/[.[]/)[0] ?? field].find((name) => fields.some((one) => one.name === name));
        if (known) form.setError(keyOf(known), { message });
        else rest.push(await ofUnasked(fields, field, message, l));
      }
      const known = problem instanceof Problem && problem.errors.length > 0;
      setError(known ? rest.join(' ') : (problem as Error).message);
    }
  }, showFirst);
  const { isSubmitting, isDirty } = form.formState;
  return { form, submit, error, busy: isSubmitting, dirty: isDirty, restored: draft.restored, discard };
}

/** Brings back what was typed before, and keeps what is typed now. */
function useFormDraft(form: UseFormReturn<Values>, place: string, initial: Values, typed: Values) {
  const draft = useDraft(place);
  const begin = useRef({ initial, values: { ...typed, ...draft.found } });
  const { keep, drop } = draft;
  useEffect(() => {
    for (const [name, value] of Object.entries(begin.current.values)) form.setValue(name, value, { shouldDirty: true });
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => keep(typedOver(values, begin.current.initial)),
    });
  }, [form, keep]);
  const discard = () => {
    form.reset(begin.current.initial);
    drop();
  };
  return { draft, discard };
}
