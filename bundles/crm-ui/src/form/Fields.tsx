import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Field as FieldOf } from '../api/types';
import { useApp } from '../boot/app';
import { Field } from '../kit/Field';
import { Editor } from './Editor';
import type { Values } from './useForm';

interface Props {
  fields: FieldOf[];
  form: UseFormReturn<Values>;
  focusFirst?: boolean;
}

const isWide = (field: FieldOf) => field.kind === 'textarea' || field.kind === 'parts' || field.multiline === true;

/** Labelled controls for fields, in a grid of columns. */
export function Fields({ fields, form, focusFirst = false }: Props) {
  const { l } = useApp();
  return (
    <div className="fields">
      {fields.map((field, i) => (
        <Controller
          key={field.name}
          control={form.control}
          name={field.name}
          render={({ field: bound, fieldState }) => (
            <Field
              label={l(field.label)}
              required={field.required}
              help={l(field.help) || undefined}
              error={fieldState.error?.message}
              wide={isWide(field)}
            >
              {(ids) => (
                <Editor
                  {...ids}
                  field={field}
                  value={bound.value}
                  onChange={bound.onChange}
                  onBlur={bound.onBlur}
                  autoFocus={focusFirst && i === 0}
                />
              )}
            </Field>
          )}
        />
      ))}
    </div>
  );
}
