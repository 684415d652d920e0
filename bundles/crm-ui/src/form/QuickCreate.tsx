import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { at, post } from '../api/client';
import { typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Side } from '../kit/Dialog';
import { toast } from '../kit/Toast';
import { begun, enterable, quickNames } from './enterable';
import { Fields } from './Fields';
import { Restored } from './Restored';
import { wireValues } from './schema';
import { useForm, type Values } from './useForm';

interface Props {
  entity: string;
  /** values given by the place it was opened from, such as the customer */
  preset?: Values;
  close: () => void;
}

/** The short form in a side panel; "full form" goes on with what was typed. */
export default function QuickCreate({ entity, preset, close }: Props) {
  const { t, l } = useApp();
  const { data: type } = useQuery(typeQuery(entity));
  if (!type) {
    return (
      <Side title={t('list.new')} onClose={close}>
        <Skeleton />
      </Side>
    );
  }
  return (
    <QuickForm type={type} preset={preset ?? none} close={close} title={t('list.newOf', { what: l(type.label) })} />
  );
}
const none: Values = {};

function QuickForm({
  type,
  preset,
  close,
  title,
}: Required<Omit<Props, 'entity'>> & { type: RecordType; title: string }) {
  const { t } = useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const id = useId();
  const fields = useMemo(
    () => enterable(type, quickNames(type)).filter((field) => preset[field.name] === undefined),
    [type, preset],
  );
  const save = async (values: Values) => {
    const made = await post<Row>(at('records', type.name), wireValues(type.fields, { ...preset, ...values }));
    void client.invalidateQueries({ queryKey: ['records', type.name] });
    void client.invalidateQueries({ queryKey: ['record'] });
    const params = { entity: type.name, id: made.id };
    toast(t('form.created'), 'success', {
      label: t('act.open'),
      run: () => void navigate({ to: '/record/$entity/$id', params }),
    });
    close();
  };
  const known = Object.values(preset).map((value) => (value as { id?: string } | null)?.id ?? '');
  const place = ['quick', type.name, ...known].join('/');
  const { form, submit, error, busy, restored, discard } = useForm(fields, begun(fields), save, {
    place,
    rules: type.form.when,
  });
  const cancel = () => {
    discard();
    close();
  };
  const full = () => {
    const values = { ...preset, ...form.getValues() };
    cancel();
    void navigate({ to: '/new/$entity', params: { entity: type.name }, state: { values } });
  };
  const footer = (
    <>
      <Button look="quiet" onClick={full}>
        {t('form.full')}
      </Button>
      <span className="grow" />
      <Button onClick={cancel}>{t('act.cancel')}</Button>
      <Button look="solid" type="submit" form={id} busy={busy}>
        {t('act.save')}
      </Button>
    </>
  );
  return (
    <Side title={title} onClose={close} footer={footer}>
      <form id={id} noValidate onSubmit={(event) => void submit(event)}>
        <Restored shown={restored} discard={discard} />
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <Fields fields={fields} form={form} focusFirst rules={type.form.when} />
      </form>
    </Side>
  );
}
