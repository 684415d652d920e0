import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { at, post } from '../api/client';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { begun, enterable } from '../form/enterable';
import { Fields } from '../form/Fields';
import { Restored } from '../form/Restored';
import { wireValues } from '../form/schema';
import { useForm, type Values } from '../form/useForm';
import { Button } from '../kit/Button';
import { ErrorText } from '../kit/ErrorText';
import { toast } from '../kit/Toast';

interface Props {
  type: RecordType;
  preset: Values;
  /** which record it is about: what was typed is kept under it */
  place: string;
  done: () => void;
}

/** The quick activity: the short form of an activity, about this record. */
export default function ActivityForm({ type, preset, place, done }: Props) {
  const { t } = useApp();
  const client = useQueryClient();
  const taken = Object.keys(preset).join();
  const fields = useMemo(
    () => enterable(type, type.quick).filter((field) => !taken.split(',').includes(field.name)),
    [type, taken],
  );
  const save = async (values: Values) => {
    await post(at('records', type.name), wireValues(type.fields, { ...preset, ...values }));
    form.reset(begun(fields));
    toast(t('form.created'));
    void client.invalidateQueries({ queryKey: ['records', type.name] });
    done();
  };
  const { form, submit, error, busy, restored, discard } = useForm(fields, begun(fields), save, { place });
  return (
    <form noValidate className="stack tight" onSubmit={(event) => void submit(event)}>
      <Restored shown={restored} discard={discard} />
      <ErrorText>{error}</ErrorText>
      <Fields fields={fields} form={form} />
      <div className="row-gap end">
        <Button type="submit" busy={busy}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}
