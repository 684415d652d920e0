import { useId, type FormEvent } from 'react';
import type { Field } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { ErrorText } from '../kit/ErrorText';
import { Dialog } from '../kit/Dialog';
import { Fields, type Below } from './Fields';
import { Restored } from './Restored';
import { wireValues } from './schema';
import { useForm, type Values } from './useForm';

interface Props {
  title: string;
  text?: string | undefined;
  fields: Field[];
  initial?: Values | undefined;
  ok: string;
  danger?: boolean;
  below?: Below | undefined;
  /** what is asked of which record: what was typed is kept under it */
  place?: string;
  close: () => void;
  /** leads to what was asked before this */
  back?: () => void;
  /** gets the values as the server takes them; what it throws is shown in the dialog */
  submit: (values: Values, shown: Values) => Promise<void>;
}

const none: Values = {};

/** Asks for a few values before something is done. */
export function InputDialog({ title, text, fields, initial = none, ok, danger, place = '', ...rest }: Props) {
  const { close, back, submit, below } = rest;
  const { t } = useApp();
  const id = useId();
  const save = async (values: Values) => {
    const own = Object.fromEntries(fields.map((field) => [field.name, values[field.name]]));
    await submit(wireValues(fields, own), own);
  };
  const { form, submit: send, error, busy, restored, discard } = useForm(fields, initial, save, { place });
  const cancel = () => {
    discard();
    close();
  };
  // A dialog of a form's field is no part of that form, though React tells the form of it.
  const sendAlone = (event: FormEvent) => {
    event.stopPropagation();
    void send(event);
  };
  const footer = (
    <>
      <Button onClick={back ?? cancel}>{t(back ? 'act.back' : 'act.cancel')}</Button>
      <Button look={danger ? 'danger' : 'solid'} type="submit" form={id} busy={busy}>
        {ok}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={close} footer={footer} width={fields.length > 4 ? 680 : 460}>
      <form id={id} noValidate onSubmit={sendAlone}>
        <Restored shown={restored} discard={discard} />
        {text && <p className="dim">{text}</p>}
        <ErrorText>{error}</ErrorText>
        <Fields fields={fields} form={form} focusFirst below={below} />
      </form>
    </Dialog>
  );
}
