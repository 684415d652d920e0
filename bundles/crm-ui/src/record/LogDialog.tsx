import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { at, post } from '../api/client';
import { takeStep, writeValues } from '../api/meanwhile';
import { typeQuery } from '../api/queries';
import type { Field, RecordType, Ref, Row } from '../api/types';
import { useApp } from '../app';
import { Fields } from '../form/Fields';
import { Restored } from '../form/Restored';
import { wireValues } from '../form/schema';
import { keyOf, useForm, type Values } from '../form/useForm';
import { addDays, workday } from '../i18n/days';
import { instantOf } from '../i18n/format';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { ErrorText } from '../kit/ErrorText';
import { toast } from '../kit/Toast';
import { ending, isOver } from '../meta/lifecycle';
import { tells, writtenBy } from './told';

interface Props {
  /** an activity that was planned and is done now */
  activity?: Row | undefined;
  /** the record that somebody was in touch about */
  about?: Ref | undefined;
  close: () => void;
}

/** Writes down what came of an activity or of a call just made, and what comes next. */
export default function LogDialog(props: Props) {
  const { t } = useApp();
  const { data: type } = useQuery(typeQuery('activity'));
  if (!type)
    return (
      <Dialog title={t('log.title')} onClose={props.close}>
        <Skeleton />
      </Dialog>
    );
  return <LogForm {...props} type={type} />;
}

const followUp = 'follow-up';
/** In how many days the next step may be, at one touch. */
const soon = [1, 3, 7];

/** These days, each once. One that falls on a weekend is the Monday after, and is called by that. */
function daysFrom(today: string) {
  const days = soon.map((number) => {
    const meant = addDays(today, number);
    const day = workday(meant);
    return { day, words: day === meant ? number : undefined };
  });
  return days.filter(({ day }, i) => days.findIndex((one) => one.day === day) === i);
}

const call = 'phone';
/** What comes next: a call leads to meeting the customer, anything else goes on as it was. */
const nextKind = (done: unknown) => (typeof done === 'string' && done !== call ? done : 'appointment');

/** The follow-up's own fields, as its verb asks for them. */
const nextOf = (type: RecordType) => type.actions.find((action) => action.id === followUp)?.input ?? [];

function LogForm({ type, activity, about, close }: Props & { type: RecordType }) {
  const app = useApp();
  const { t, l, fmt, boot } = app;
  const client = useQueryClient();
  const id = useId();
  const fields = useMemo(() => asked(type, activity, about, t('log.next')), [type, activity, about, t]);
  const customer = (activity?.['account'] ?? activity?.['regarding'] ?? about) as Ref | null | undefined;
  const whose = customer?.label;
  const named = useCallback(
    (kind: unknown) => {
      const kinds = type.fields.find((field) => field.name === 'type')?.options;
      return [l(kinds?.find((one) => one.code === kind)?.label), whose].filter(Boolean).join(' – ');
    },
    [type, l, whose],
  );
  // What goes on is called as before; what is of another kind would only repeat what is over.
  const proposed = useCallback(
    (kind: unknown) => (activity && kind === activity['type'] ? activity['subject'] : named(kind)),
    [activity, named],
  );
  const next = nextKind(activity?.['type']);
  const initial = {
    type: call,
    regarding: about ?? null,
    next: false,
    'next.type': next,
    'next.subject': proposed(next),
  };
  const done = useRef<Row>(undefined);
  /** the activity as he was told last that it is */
  const known = useRef(activity);
  const save = async (values: Values) => {
    // When only the next step was refused, what is done already is not done twice.
    done.current ??= known.current
      ? await finish(type, known.current, values, boot.user.id).catch(
          tells(type, app, (current) => (known.current = current)),
        )
      : await create(type, about, values, named(values['type']));
    if (values['next'] === true) {
      const input = Object.fromEntries(nextOf(type).map(({ name }) => [name, values[name] ?? null]));
      await takeStep(type.name, done.current, followUp, input, []);
      toast(t('log.doneAndNext', { what: String(values['next.subject'] ?? '') }));
    } else toast(t('log.done', { what: String(done.current[type.titleField] ?? '') }));
    void client.invalidateQueries({ queryKey: ['records'] });
    void client.invalidateQueries({ queryKey: ['record'] });
    close();
  };
  const place = ['log', activity?.id ?? about?.id ?? ''].join('/');
  const { form, submit, error, busy, restored, discard } = useForm(fields, initial, save, { place });
  const cancel = () => {
    discard();
    close();
  };
  const plan = (day: string) => {
    form.setValue('next', true);
    form.setValue(keyOf('next.startAt'), instantOf(`${day}T09:00`, boot.company.timeZone));
  };
  const chosen = form.watch('next') === true;
  // Whoever said whom it was with goes on to what came of it.
  const box = useRef<HTMLFormElement>(null);
  const whom = (form.watch('regarding') as Ref | null | undefined)?.id;
  useEffect(() => {
    if (whom && !about && !activity) box.current?.querySelector('textarea')?.focus();
  }, [whom, about, activity]);
  useEffect(() => {
    let former = form.getValues(keyOf('next.type'));
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const kind = values[keyOf('next.type')];
        if (kind === former) return;
        const untouched = values[keyOf('next.subject')] === proposed(former);
        former = kind;
        if (untouched) form.setValue(keyOf('next.subject'), proposed(kind));
      },
    });
  }, [form, proposed]);
  const footer = (
    <>
      <Button onClick={cancel}>{t('act.cancel')}</Button>
      <Button look="solid" type="submit" form={id} busy={busy}>
        {t(chosen ? 'log.saveNext' : 'act.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={String(activity?.['subject'] ?? t('log.title'))} onClose={close} footer={footer} width={480}>
      <form id={id} ref={box} noValidate className="stack tight" onSubmit={(event) => void submit(event)}>
        <Restored shown={restored} discard={discard} />
        {about && <p className="dim">{about.label}</p>}
        <ErrorText>{error}</ErrorText>
        <Fields fields={fields} form={form} focusFirst />
        {nextOf(type).length > 0 && (
          <div className="row-gap wrap" role="group" aria-label={t('log.next')}>
            {daysFrom(fmt.today()).map(({ day, words }) => (
              <Button key={day} title={fmt.day(day)} onClick={() => plan(day)}>
                {words === undefined
                  ? fmt.weekday(day)
                  : words === 1
                    ? t('log.tomorrow')
                    : t('log.inDays', { count: words })}
              </Button>
            ))}
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** What is asked: the result first, then what it was, and the next step behind its tick. */
function asked(type: RecordType, activity: Row | undefined, about: Ref | undefined, next: string): Field[] {
  const known = (name: string) => type.fields.find((field) => field.name === name);
  const own = activity ? ['result'] : about ? ['result', 'type'] : ['regarding', 'result', 'type'];
  const fields = own.map(known).filter((field) => field !== undefined);
  const steps = nextOf(type);
  const tick: Field[] =
    steps.length > 0 ? [{ name: 'next', kind: 'bool', label: { th: next, en: next }, required: false } as Field] : [];
  return [...fields, ...tick, ...steps];
}

async function finish(type: RecordType, row: Row, values: Values, me: string): Promise<Row> {
  const id = ending(type, row, me)?.id ?? 'complete';
  const input = { result: values['result'] ?? null };
  // Somebody else has ended it, as was told: only what came of it is left to be written.
  if (isOver(type.lifecycle, row)) return writeValues(type.name, row, input);
  const { record } = await takeStep(type.name, row, id, input, writtenBy(type, row, ['result']));
  return record ?? row;
}

/** A call that was made: its subject is what came of it, or else what it was. */
function create(type: RecordType, about: Ref | undefined, values: Values, what: string): Promise<Row> {
  const first =
    String(values['result'] ?? '')
      .trim()
      .split('\n')[0] ?? '';
  const subject = first.length > 100 ? `${first.slice(0, 100)}…` : first || what;
  const own = { type: values['type'], regarding: about ?? values['regarding'], result: values['result'] };
  const ended = type.lifecycle?.states.find((state) => state.closed)?.code;
  const state = type.lifecycle ? { [type.lifecycle.field]: ended } : {};
  return post<Row>(at('records', type.name), wireValues(type.fields, { ...own, subject, ...state }));
}
