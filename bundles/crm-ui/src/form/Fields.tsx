import type { ReactNode } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Field as FieldOf, FieldRule } from '../api/types';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Check } from '../kit/Check';
import { Field } from '../kit/Field';
import { decidingFields, ruled } from '../meta/rules';
import { Editor } from './Editor';
import { askedOf, isReuse, isStep, keyOf, type Values } from './useForm';

interface Props {
  fields: FieldOf[];
  form: UseFormReturn<Values>;
  focusFirst?: boolean;
  /** what is shown and demanded under which conditions */
  rules?: FieldRule[] | undefined;
  /** what stands below the control of a field */
  below?: Below | undefined;
}

export type Below = (name: string, form: UseFormReturn<Values>) => ReactNode;

const isWide = (field: FieldOf) => field.kind === 'textarea' || field.kind === 'parts' || field.multiline === true;

/** Labelled controls for fields, in a grid of columns; what is ticked or taken decides what else is asked. */
export function Fields({ fields, form, focusFirst = false, rules, below }: Props) {
  const { boot } = useApp();
  const steps = fields.filter((field) => isStep(field, fields) || isReuse(field)).map((field) => keyOf(field.name));
  const deciding = [...steps, ...decidingFields(rules)];
  const decided = form.watch(deciding);
  const values = Object.fromEntries(deciding.map((key, i) => [key, decided[i]]));
  const shown = ruled(askedOf(fields, values), rules, { ...values, id: '' }, boot.user.id);
  const asked = shown.filter((field) => !field.readOnly);
  return (
    <div className="fields">
      {asked.map((field, i) => (
        <Controller
          key={field.name}
          control={form.control}
          name={keyOf(field.name)}
          render={({ field: bound, fieldState }) =>
            isStep(field, fields) ? (
              <Step field={field} value={bound.value} onChange={bound.onChange} />
            ) : (
              <OneField
                field={field}
                bound={bound}
                error={fieldState.error?.message}
                readOnly={form.formState.isSubmitting}
                autoFocus={focusFirst && i === 0}
                below={below?.(field.name, form)}
              />
            )
          }
        />
      ))}
    </div>
  );
}

interface StepProps {
  field: FieldOf;
  value: unknown;
  onChange: (on: boolean) => void;
}

function Step({ field, value, onChange }: StepProps) {
  const { l } = useApp();
  return (
    <div className="step">
      <Check checked={value === true} onChange={onChange}>
        {l(field.label)}
      </Check>
    </div>
  );
}

interface OneProps {
  field: FieldOf;
  bound: { value: unknown; onChange: (value: unknown) => void; onBlur: () => void };
  error: string | undefined;
  readOnly: boolean;
  autoFocus: boolean;
  below: ReactNode;
}

function OneField({ field, bound, error, readOnly, autoFocus, below }: OneProps) {
  const { t, l } = useApp();
  return (
    <Field
      label={isReuse(field) ? t('form.existing', { what: inside(l(field.label)) }) : l(field.label)}
      required={field.required}
      help={l(field.help) || undefined}
      error={error}
      wide={isWide(field)}
    >
      {(ids) => (
        <>
          <Editor
            {...ids}
            field={field}
            value={bound.value}
            onChange={bound.onChange}
            onBlur={bound.onBlur}
            readOnly={readOnly}
            autoFocus={autoFocus}
          />
          {below}
        </>
      )}
    </Field>
  );
}
