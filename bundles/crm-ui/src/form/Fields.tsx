import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Field as FieldOf } from '../api/types';
import { useApp } from '../boot/app';
import { Check } from '../kit/Check';
import { Field } from '../kit/Field';
import { Editor } from './Editor';
import { askedOf, isStep, keyOf, type Values } from './useForm';

interface Props {
  fields: FieldOf[];
  form: UseFormReturn<Values>;
  focusFirst?: boolean;
}

const isWide = (field: FieldOf) => field.kind === 'textarea' || field.kind === 'parts' || field.multiline === true;

/** Labelled controls for fields, in a grid of columns; a tick opens and closes the fields of its step. */
export function Fields({ fields, form, focusFirst = false }: Props) {
  const ticks = fields.filter((field) => isStep(field, fields)).map((field) => keyOf(field.name));
  const ticked = form.watch(ticks);
  const asked = askedOf(fields, Object.fromEntries(ticks.map((key, i) => [key, ticked[i]])));
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
                autoFocus={focusFirst && i === 0}
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
  autoFocus: boolean;
}

function OneField({ field, bound, error, autoFocus }: OneProps) {
  const { l } = useApp();
  return (
    <Field
      label={l(field.label)}
      required={field.required}
      help={l(field.help) || undefined}
      error={error}
      wide={isWide(field)}
    >
      {(ids) => (
        <Editor
          {...ids}
          field={field}
          value={bound.value}
          onChange={bound.onChange}
          onBlur={bound.onBlur}
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}
