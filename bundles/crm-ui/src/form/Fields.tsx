import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Field as FieldOf } from '../api/types';
import { useApp } from '../boot/app';
import { Check } from '../kit/Check';
import { Field } from '../kit/Field';
import { Editor } from './Editor';
import { askedOf, isReuse, isStep, keyOf, type Values } from './useForm';

interface Props {
  fields: FieldOf[];
  form: UseFormReturn<Values>;
  focusFirst?: boolean;
}

const isWide = (field: FieldOf) => field.kind === 'textarea' || field.kind === 'parts' || field.multiline === true;

/** Labelled controls for fields, in a grid of columns; what is ticked or taken decides what else is asked. */
export function Fields({ fields, form, focusFirst = false }: Props) {
  const deciding = fields.filter((field) => isStep(field, fields) || isReuse(field)).map((field) => keyOf(field.name));
  const decided = form.watch(deciding);
  const asked = askedOf(fields, Object.fromEntries(deciding.map((key, i) => [key, decided[i]])));
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
  const { t, l } = useApp();
  return (
    <Field
      label={isReuse(field) ? t('form.existing', { what: l(field.label) }) : l(field.label)}
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
