import { useId, type ReactNode } from 'react';
import type { Field, RecordType } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { ErrorText } from '../kit/ErrorText';
import { Side } from '../kit/Dialog';
import { Fields } from './Fields';
import { Restored } from './Restored';
import type { useForm } from './useForm';

interface Props {
  title: string;
  type: RecordType;
  fields: Field[];
  state: ReturnType<typeof useForm>;
  /** shut without a word; what was typed may be kept */
  close: () => void;
  cancel: () => void;
  /** what can be done besides, at the other end of the foot */
  more?: ReactNode;
  /** what is said above the fields */
  above?: ReactNode;
  children?: ReactNode;
}

/** A short form beside the page. */
export function SideForm({ title, type, fields, state, close, cancel, more, above, children }: Props) {
  const { t } = useApp();
  const id = useId();
  const { form, submit, error, busy, restored, discard } = state;
  const footer = (
    <>
      {more}
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
        <ErrorText>{error}</ErrorText>
        {above}
        <Fields fields={fields} form={form} focusFirst rules={type.form.when} />
      </form>
      {children}
    </Side>
  );
}
