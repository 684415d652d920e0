import { Suspense, useId, useMemo } from 'react';
import { lazily } from '../kit/lazily';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { Side } from '../kit/Dialog';
import { same, useSave } from '../record/save';
import { enterable, quickNames } from './enterable';
import { Fields } from './Fields';
import { Restored } from './Restored';
import { useForm, type Values } from './useForm';

const ConflictDialog = lazily(() => import('../record/ConflictDialog'));

interface Props {
  type: RecordType;
  record: Row;
  close: () => void;
}

/** The short form of a record that is there already, beside the list it stands in; only what was changed is written. */
export default function QuickEdit({ type, record, close }: Props) {
  const { t } = useApp();
  const id = useId();
  const fields = useMemo(() => enterable(type, quickNames(type)), [type]);
  const { save, conflict, giveUp } = useSave(type, record);
  const write = async (values: Values, version?: string | number) => {
    if (await save(values, version)) close();
  };
  const changed = async (values: Values) => {
    const news = Object.entries(values).filter(([name, value]) => !same(value, record[name]));
    await (news.length > 0 ? write(Object.fromEntries(news)) : close());
  };
  // The form's rules may look at any field of the record.
  const { form, submit, error, busy, restored, discard } = useForm(fields, record, changed, {
    place: ['edit', type.name, record.id].join('/'),
    rules: type.form.when,
  });
  const leave = () => {
    discard();
    close();
  };
  const footer = (
    <>
      <Button onClick={leave}>{t('act.cancel')}</Button>
      <Button look="solid" type="submit" form={id} busy={busy}>
        {t('act.save')}
      </Button>
    </>
  );
  const title = t('form.edit', { what: String(record[type.titleField] ?? '') });
  return (
    <Side title={title} onClose={leave} footer={footer}>
      <form id={id} noValidate onSubmit={(event) => void submit(event)}>
        <Restored shown={restored} discard={discard} />
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <Fields fields={fields} form={form} focusFirst rules={type.form.when} />
      </form>
      <Suspense>{conflict && <ConflictDialog {...{ type, conflict, giveUp }} save={write} />}</Suspense>
    </Side>
  );
}
