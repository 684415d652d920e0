import { useMemo } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { same } from '../api/meanwhile';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { titleOf } from '../meta/title';
import { useSave } from '../record/save';
import { enterable, quickNames } from './enterable';
import { SideForm } from './SideForm';
import { useForm, type Values } from './useForm';

const ConflictDialog = lazily(() => import('../record/ConflictDialog'));

interface Props {
  type: RecordType;
  record: Row;
  close: () => void;
}

/** The short form of a record that is there already, beside the list it stands in; only what was changed is written. */
export default function QuickEdit({ type, record, close }: Props) {
  const { t, l } = useApp();
  const fields = useMemo(() => enterable(type, quickNames(type)), [type]);
  const { save, conflict, ...answers } = useSave(type, record);
  const write = async (values: Values, version?: string | number) => {
    if (await save(values, version)) close();
  };
  const changed = async (values: Values) => {
    const news = Object.entries(values).filter(([name, value]) => !same(value, record[name]));
    await (news.length > 0 ? write(Object.fromEntries(news)) : close());
  };
  // The form's rules may look at any field of the record.
  const state = useForm(fields, record, changed, {
    place: ['edit', type.name, record.id].join('/'),
    rules: type.form.when,
  });
  const cancel = () => {
    state.discard();
    close();
  };
  const title = t('form.edit', { what: titleOf(type, record, l) });
  return (
    <SideForm {...{ title, type, fields, state, close }} cancel={cancel}>
      <Block close={answers.back}>
        {conflict && <ConflictDialog {...{ type, conflict }} {...answers} save={write} />}
      </Block>
    </SideForm>
  );
}
