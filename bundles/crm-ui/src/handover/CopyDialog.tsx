import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countsQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { followersOf, partsOf } from './copying';

interface Props {
  type: RecordType;
  /** one record; without it many are copied at once */
  id?: string;
  text: string;
  ok: string;
  close: () => void;
  submit: (along: string[]) => void;
}

/** Asks what of a record comes along with its copy. */
export function CopyDialog({ type, id, text, ok, close, submit }: Props) {
  const { t, l, fmt } = useApp();
  const { data: counts } = useQuery({ ...countsQuery(type.name, id ?? ''), enabled: id !== undefined });
  const parts = partsOf(type);
  const [along, setAlong] = useState(parts.map((field) => field.name));
  const choices = [
    ...parts.map((field) => ({ id: field.name, label: l(field.label) })),
    ...followersOf(type).map((list) => ({ id: list.id, label: l(list.label) })),
    ...(type.features.notes ? [{ id: 'notes', label: t('record.notes') }] : []),
    ...(type.features.files ? [{ id: 'files', label: t('record.files') }] : []),
  ];
  const countOf = (what: string) => {
    const count = counts?.[what];
    return count ? ` (${fmt.number(count.value)}${count.exact ? '' : '+'})` : '';
  };
  const footer = (
    <>
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button look="solid" onClick={() => submit(along)}>
        {ok}
      </Button>
    </>
  );
  return (
    <Dialog title={t('copy.title')} onClose={close} footer={footer} width={460}>
      <fieldset className="plain stack">
        <legend className="dim">{text}</legend>
        {choices.map((choice) => (
          <Check
            key={choice.id}
            checked={along.includes(choice.id)}
            onChange={(on) => setAlong((now) => (on ? [...now, choice.id] : now.filter((one) => one !== choice.id)))}
          >
            {choice.label + countOf(choice.id)}
          </Check>
        ))}
      </fieldset>
    </Dialog>
  );
}
