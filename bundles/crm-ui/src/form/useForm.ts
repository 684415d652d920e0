import { useMemo, useState } from 'react';
import { useForm as useHookForm, type FieldErrors, type Path, type Resolver } from 'react-hook-form';
import { Problem } from '../api/client';
import type { Field } from '../api/types';
import { useApp } from '../boot/app';
import { schemaOf } from './schema';

export type Values = Record<string, unknown>;

/** A form over fields: checked here at first sight, and with the server's refusals beside the fields they are about. */
export function useForm(fields: Field[], initial: Values, save: (values: Values) => Promise<void>) {
  const { t } = useApp();
  const resolver = useMemo<Resolver<Values>>(() => {
    const schema = schemaOf(fields, t);
    return (values) => {
      const all = Object.fromEntries(fields.map((field) => [field.name, values[field.name] ?? null]));
      const result = schema.safeParse(all);
      if (result.success) return { values, errors: {} };
      const found = result.error.issues.map((one) => [String(one.path[0]), { type: 'custom', message: one.message }]);
      return { values: {}, errors: Object.fromEntries(found) as FieldErrors<Values> };
    };
  }, [fields, t]);
  const form = useHookForm<Values>({ resolver, defaultValues: initial, mode: 'onTouched' });
  const [error, setError] = useState('');
  const submit = form.handleSubmit(async (values) => {
    setError('');
    try {
      await save(values);
    } catch (problem) {
      const rest: string[] = [];
      for (const { field, message } of problem instanceof Problem ? problem.errors : []) {
        const name = field.split(/[.[]/)[0] ?? field;
        if (fields.some((one) => one.name === name)) form.setError(name as Path<Values>, { message });
        else rest.push(message);
      }
      const known = problem instanceof Problem && problem.errors.length > 0;
      setError(known ? rest.join(' ') : (problem as Error).message);
    }
  });
  return { form, submit, error, busy: form.formState.isSubmitting, dirty: form.formState.isDirty };
}
