import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { at, post } from '../api/client';
import { pickListsQuery } from '../api/queries';
import type { Field, Kind, RecordType } from '../api/types';
import { useApp } from '../app';
import { InputDialog } from '../form/InputDialog';
import type { Values } from '../form/useForm';
import { toast } from '../kit/Toast';
import { listsOf } from './lists';

const kinds: Kind[] = [
  'text',
  'textarea',
  'email',
  'phone',
  'url',
  'line',
  'int',
  'decimal',
  'money',
  'percent',
  'bool',
  'date',
  'datetime',
  'pick',
  'multipick',
];
type PlainKind = Exclude<Kind, 'ref' | 'parts' | 'taxId' | 'recurrence' | 'entity' | 'picture' | 'next' | 'since'>;

/** A new field of the company: what it is called in both languages and what it holds. */
export function FieldForm({ type, close, done }: { type: RecordType; close: () => void; done: () => void }) {
  const { t, l } = useApp();
  const { data } = useQuery(pickListsQuery);
  const fields = useMemo(() => {
    const both = (text: string) => ({ th: text, en: text });
    const text = (name: string, label: string, more: Partial<Field> = {}): Field => ({
      name,
      kind: 'text',
      label: both(label),
      ...more,
    });
    const kindOptions = kinds.map((kind) => ({ code: kind, label: both(t(`kind.${kind as PlainKind}`)) }));
    const lists = listsOf(data).map((one) => ({ code: one.list, label: both(l(one.label) || one.list) }));
    return [
      text('th', t('fields.th'), { required: true, maxLength: 60 }),
      text('en', t('fields.en'), { required: true, maxLength: 60 }),
      text('name', t('fields.name'), { required: true, maxLength: 40, help: both(t('fields.nameHelp')) }),
      text('kind', t('fields.kind'), { kind: 'pick', required: true, options: kindOptions }),
      text('pickList', t('fields.pickList'), { kind: 'pick', options: lists }),
      text('maxLength', t('fields.maxLength'), { kind: 'int', min: 1, max: 4000 }),
      text('decimals', t('fields.decimals'), { kind: 'int', min: 0, max: 6 }),
      text('required', t('fields.required'), { kind: 'bool' }),
    ];
  }, [t, l, data]);
  const submit = async (values: Values) => {
    const { th, en, ...rest } = values;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    await post(at('types', type.name, 'fields'), { ...given, required: rest['required'] === true, label: { th, en } });
    toast(t('fields.added'));
    done();
    close();
  };
  return (
    <InputDialog
      title={`${t('fields.add')}: ${l(type.label)}`}
      fields={fields}
      initial={{ kind: 'text' }}
      ok={t('act.save')}
      close={close}
      submit={submit}
    />
  );
}
