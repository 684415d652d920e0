import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { at, post } from '../api/client';
import { typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { useSaveAnyway } from '../duplicates/useSaveAnyway';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Side } from '../kit/Dialog';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { begun, enterable, quickNames } from './enterable';
import { wireValues } from './schema';
import { SideForm } from './SideForm';
import { useForm, type Values } from './useForm';

const MatchBar = lazily(() => import('../duplicates/MatchBar'));

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
  const fields = useMemo(
    () => enterable(type, quickNames(type)).filter((field) => preset[field.name] === undefined),
    [type, preset],
  );
  const { sure, asking, dialog } = useSaveAnyway(type);
  const save = async (values: Values) => {
    if (!(await sure({ ...preset, ...values }))) return false;
    const made = await post<Row>(at('records', type.name), wireValues(type.fields, { ...preset, ...values }));
    void client.invalidateQueries({ queryKey: ['records', type.name] });
    void client.invalidateQueries({ queryKey: ['record'] });
    const params = { entity: type.name, id: made.id };
    toast(t('form.created'), 'success', {
      label: t('act.open'),
      run: () => void navigate({ to: '/record/$entity/$id', params }),
    });
    close();
    return undefined;
  };
  const known = Object.values(preset).map((value) => (value as { id?: string } | null)?.id ?? '');
  const place = ['quick', type.name, ...known].join('/');
  const form = useForm(fields, begun(fields), save, {
    place,
    rules: type.form.when,
  });
  const state = { ...form, busy: form.busy && !asking };
  const cancel = () => {
    state.discard();
    close();
  };
  const full = () => {
    const values = { ...preset, ...state.form.getValues() };
    cancel();
    void navigate({ to: '/new/$entity', params: { entity: type.name }, state: { values } });
  };
  const more = (
    <>
      <Button look="quiet" onClick={full}>
        {t('form.full')}
      </Button>
      <span className="grow" />
    </>
  );
  const above = type.duplicates && (
    <Suspense>
      <MatchBar type={type} form={state.form} given={preset} />
    </Suspense>
  );
  return (
    <SideForm {...{ title, type, fields, state, close, cancel, more, above }}>{type.duplicates && dialog}</SideForm>
  );
}
