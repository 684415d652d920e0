import { useId, useState, type FormEvent } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { inside } from '../i18n/inside';
import { Segments } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { ErrorText } from '../kit/ErrorText';
import { Field } from '../kit/Field';
import { TextArea } from '../kit/Input';
import { alongOf, assigned, unchosen, waysOf, whoLacks, type Choice } from './assigning';
import { People, Somebody } from './People';

interface Props {
  type: RecordType;
  title: string;
  /** more than one record */
  several: boolean;
  /** of what: what was chosen is kept under it until it is done */
  place: string;
  close: () => void;
  submit: (values: object) => Promise<void>;
}

/** Asks who gets one or many records, and what goes with them. */
export function AssignDialog({ type, title, several, place, close, submit }: Props) {
  const { t, l, entity } = useApp();
  const id = useId();
  const { written: choice, change: set, forget, restored } = useWritten<Choice>(place, unchosen);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const { way, along } = choice;
  const lacking = tried && whoLacks(choice) ? t('assign.whoLacks') : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (whoLacks(choice)) return;
    setBusy(true);
    await submit(assigned(choice)).then(forget, (problem: Error) => setError(problem.message));
    setBusy(false);
  };
  const cancel = () => {
    forget();
    close();
  };
  const footer = (
    <>
      <Button onClick={cancel}>{t('act.cancel')}</Button>
      <Button look="solid" type="submit" form={id} busy={busy}>
        {t('record.assign')}
      </Button>
    </>
  );
  const going = alongOf(type);
  return (
    <Dialog title={title} onClose={close} footer={footer} width={560}>
      <form id={id} noValidate className="stack" onSubmit={(event) => void send(event)}>
        <Restored shown={restored} discard={forget} />
        <ErrorText>{error}</ErrorText>
        <Segments
          label={t('assign.way')}
          value={way}
          options={waysOf(type, several).map((one) => ({ value: one, label: t(`assign.${one}`) }))}
          onChange={(next) => set({ way: next })}
        />
        {way === 'user' && (
          <Field label={l(type.fields.find((field) => field.name === 'owner')?.label)} required error={lacking}>
            {(ids) => (
              <Somebody {...ids} label="" of="user" autoFocus value={choice.user} onChange={(user) => set({ user })} />
            )}
          </Field>
        )}
        {way === 'team' && (
          <Field label={t('assign.team')} required error={lacking} help={t('assign.teamHelp')}>
            {(ids) => <Somebody {...ids} label="" of="team" value={choice.team} onChange={(team) => set({ team })} />}
          </Field>
        )}
        {(way === 'turn' || way === 'load') && (
          <Field label={t('assign.people')} required error={lacking} help={t(`assign.${way}Help`)}>
            {(ids) => <People {...ids} label="" value={choice.people} onChange={(people) => set({ people })} />}
          </Field>
        )}
        {way === 'territory' && <p className="dim">{t('assign.territoryHelp')}</p>}
        {going.map((list) => (
          <Check
            key={list.entity}
            checked={along.includes(list.entity)}
            onChange={(on) => set({ along: on ? [...along, list.entity] : along.filter((one) => one !== list.entity) })}
          >
            {t('assign.along', { what: inside(l(entity(list.entity)?.plural)) })}
          </Check>
        ))}
        {way !== 'team' && (
          <Check checked={choice.withTeam} onChange={(withTeam) => set({ withTeam })}>
            {t('assign.withTeam')}
          </Check>
        )}
        <Field label={t('assign.remark')}>
          {(ids) => (
            <TextArea
              id={ids.id}
              rows={2}
              maxLength={400}
              value={choice.remark}
              onChange={(remark) => set({ remark })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
