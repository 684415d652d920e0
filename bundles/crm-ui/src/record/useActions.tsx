import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { api, at, Problem } from '../api/client';
import { Overtaken, takeStep } from '../api/meanwhile';
import { recordQuery } from '../api/queries';
import type { Action, Field, L10n, RecordType, Row, Transition } from '../api/types';
import { useApp } from '../app';
import type { Values } from '../form/useForm';
import { confirm } from '../kit/confirm';
import { toast } from '../kit/Toast';
import { askedBy } from '../meta/lifecycle';
import { tells, writtenBy } from './told';
import { askedBack, backTo, undoButton } from './undo';

const InputDialog = lazily(() => import('../form/InputDialog'), 'InputDialog');

interface Step {
  id: string;
  title: L10n | undefined;
  fields: Field[];
  initial: Values;
  danger: boolean;
  record: Row;
  /** values that are known already: the state chosen on the path or the board */
  given: Values;
  /** puts a record back as it was before the step */
  back?: (before: Row, after: Row) => ReturnType<typeof backTo>;
}

/** Not what the record has but nobody can choose here, as the state a deal is reopened from. */
const offered = (field: Field, value: unknown) =>
  !field.options || typeof value !== 'string' || field.options.some((option) => option.code === value);

/** What is known already of what is asked: the record's own value, or the one the action takes it from. */
const filled = (fields: Field[], record: Row): Values =>
  Object.fromEntries(
    fields.map((field) => {
      const known = record[field.name] ?? record[field.from ?? ''];
      return [field.name, (offered(field, known) ? known : null) ?? field.value ?? null];
    }),
  );

const titleOf = (type: RecordType, id: string) => type.actions.find((action) => action.id === id)?.label;

/** Runs actions and transitions of records: asks for what they need, shows what they answer. */
export function useActions(type: RecordType) {
  const app = useApp();
  const { t, l, boot } = app;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step | null>(null);
  const send = async ({ id, record, fields, back }: Step, input: Values) => {
    const asked = fields.map(({ name }) => name);
    const goOnFrom = (current: Row) => setStep((now) => now && { ...now, record: current });
    const answer = await takeStep(type.name, record, id, input, writtenBy(type, record, asked)).catch(
      tells(type, app, goOnFrom),
    );
    if (answer.record) client.setQueryData(recordQuery(type.name, record.id).queryKey, answer.record);
    const renew = () => {
      void client.invalidateQueries({ queryKey: ['record', type.name, record.id] });
      void client.invalidateQueries({ queryKey: ['records'] });
    };
    renew();
    setStep(null);
    const putBack = answer.record && back?.(record, answer.record);
    if (answer.once)
      await confirm({ title: l(titleOf(type, id)), text: answer.message, ok: t('act.close'), only: true });
    else if (answer.message) toast(answer.message, answer.tone ?? 'success', putBack && undoButton(t, putBack, renew));
    if (answer.open) await navigate({ to: '/record/$entity/$id', params: answer.open });
  };
  const refused = async (error: unknown, record: Row) => {
    toast((error as Error).message, 'danger');
    const { cause } = error as Error;
    const stale = error instanceof Problem && (error.status === 412 || error.status === 409);
    if (stale || cause instanceof Overtaken)
      await client.invalidateQueries({ queryKey: ['record', type.name, record.id] });
  };
  /** Answers whether it was done; what has to be asked first is not yet. */
  const start = async (next: Step, text: string): Promise<boolean> => {
    if (next.fields.length > 0) {
      setStep(next);
      return false;
    }
    const title = l(next.title);
    if (text && !(await confirm({ title, text, ok: title, danger: next.danger }))) return false;
    try {
      await send(next, next.given);
      return true;
    } catch (error) {
      await refused(error, next.record);
      return false;
    }
  };
  const act = (action: Action, record: Row) =>
    start(
      {
        id: action.id,
        title: action.label,
        fields: action.input ?? [],
        initial: filled(action.input ?? [], record),
        danger: action.tone === 'danger',
        record,
        given: {},
      },
      l(action.confirm),
    );
  /**
   * `row` may be a card of a board that knows only some of the fields; `to` the state it was put on: what is put
   * somewhere by hand may be put back. Answers whether it was done.
   */
  const move = async (transition: Transition, row: Row, to?: string): Promise<boolean> => {
    const fields = askedBy(type, transition, to);
    const state = type.lifecycle?.field ?? '';
    try {
      const later = to === undefined ? [] : askedBack(type, row, to, boot.user.id);
      const lacking = [...fields, ...later].some((field) => row[field.name] === undefined);
      const record = lacking ? await api<Row>(at('records', type.name, row.id)) : row;
      const initial = filled(fields, record);
      const given: Values = transition.choices && to !== undefined ? { [state]: to } : {};
      const danger = transition.tone === 'danger';
      const back =
        to === undefined
          ? {}
          : { back: (before: Row, after: Row) => backTo(type, before, after, fields, boot.user.id) };
      return await start(
        { id: transition.id, title: transition.label, fields, initial, danger, record, given, ...back },
        '',
      );
    } catch (error) {
      toast((error as Error).message, 'danger');
      return false;
    }
  };
  const dialog: ReactNode = (
    <Block close={() => setStep(null)}>
      {step && (
        <InputDialog
          title={l(step.title)}
          place={['act', type.name, step.record.id, step.id].join('/')}
          fields={step.fields}
          initial={step.initial}
          ok={l(step.title) || t('act.ok')}
          danger={step.danger}
          close={() => setStep(null)}
          submit={(values) => send(step, { ...values, ...step.given })}
        />
      )}
    </Block>
  );
  return { act, move, dialog, asking: step !== null };
}
