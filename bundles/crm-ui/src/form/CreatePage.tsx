import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { Suspense, useMemo, useRef } from 'react';
import { at, post } from '../api/client';
import { typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { useSaveAnyway } from '../duplicates/useSaveAnyway';
import { Block } from '../kit/Block';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { ErrorText } from '../kit/ErrorText';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { Gone, isGone } from '../record/Gone';
import { DeadEnd, NotFetched } from '../shell/Crash';
import { watchJob } from '../shell/Jobs';
import { useTitle } from '../shell/useTitle';
import { isAlone } from '../meta/paths';
import { begun, enterable } from './enterable';
import { Fields } from './Fields';
import { Restored } from './Restored';
import { wireValues } from './schema';
import { useForm, type Values } from './useForm';

const MatchBar = lazily(() => import('../duplicates/MatchBar'));

export default function CreatePage() {
  const { t } = useApp();
  const { entity } = useParams({ from: '/new/$entity' });
  const { data: type, error, refetch } = useQuery(typeQuery(entity));
  const gone = isGone(error) ? <Gone entity={entity} /> : null;
  if (error && !type) return gone ?? <NotFetched error={error} again={refetch} />;
  if (!type) return <Skeleton lines={8} />;
  if (!type.access.create) return <DeadEnd icon="lock" title={t('form.noCreate')} />;
  return (
    <>
      {gone}
      <CreateForm key={entity} type={type} />
    </>
  );
}

const none: Values = {};

function CreateForm({ type }: { type: RecordType }) {
  const { t, l } = useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const given = useRouterState({ select: (state) => state.location.state.values }) ?? none;
  const copy = useRouterState({ select: (state) => state.location.state.copy });
  const sections = useMemo(
    () =>
      type.form.sections
        .map((section) => ({ ...section, entered: enterable(type, section.fields) }))
        .filter((section) => section.entered.length > 0),
    [type],
  );
  const fields = useMemo(() => sections.flatMap((section) => section.entered), [sections]);
  const saved = useRef(false);
  const { sure, asking, dialog } = useSaveAnyway(type);
  const save = async (values: Values) => {
    if (!(await sure({ ...given, ...values }))) return false;
    const made = await post<Row>(at('records', type.name), wireValues(type.fields, { ...given, ...values }));
    saved.current = true;
    void client.invalidateQueries({ queryKey: ['records', type.name] });
    toast(t('form.created'));
    if (copy && copy.along.length > 0) {
      const body = { verb: 'copy', ids: [copy.from], values: { to: made.id, along: copy.along } };
      await post<{ job: string }>(at('records', type.name, 'bulk'), body).then(
        ({ job }) => watchJob(job),
        (problem: Error) => toast(problem.message, 'danger'),
      );
    }
    await navigate({ to: '/record/$entity/$id', params: { entity: type.name, id: made.id }, replace: true });
    return undefined;
  };
  const typing = {
    place: copy ? `copy/${type.name}/${copy.from}` : `new/${type.name}`,
    typed: given,
    rules: type.form.when,
  };
  const { form, submit, error, busy, dirty, restored, discard } = useForm(fields, begun(fields), save, typing);
  useBlocker({
    shouldBlockFn: async () => {
      if (saved.current || !dirty) return false;
      const title = t('form.leave');
      const leaves = await confirm({ title, text: t('form.leaveText'), ok: t('form.discard'), danger: true });
      if (leaves) discard();
      return !leaves;
    },
    // A tab that is closed takes nothing with it: what was typed is offered again.
    enableBeforeUnload: false,
  });
  useTitle(t('list.newOf', { what: l(type.label) }));
  return (
    <form className="page" noValidate onSubmit={(event) => void submit(event)}>
      <div className="page-head sticky">
        <h1>{t('list.newOf', { what: l(type.label) })}</h1>
        <span className="grow" />
        <Button onClick={() => history.back()}>{t('act.cancel')}</Button>
        <Button look="solid" type="submit" busy={busy && !asking}>
          {t('act.save')}
        </Button>
      </div>
      <Restored shown={restored} discard={discard} />
      <ErrorText className="card pad">{error}</ErrorText>
      <Block>
        {type.duplicates && (
          <Suspense>
            <MatchBar type={type} form={form} given={given} />
          </Suspense>
        )}
      </Block>
      {dialog}
      {sections.map((section, i) => (
        <section
          key={section.id}
          className={'card pad' + (isAlone(section.entered) ? ' alone' : '')}
          aria-label={l(section.label)}
        >
          <h2>{l(section.label)}</h2>
          <Block>
            <Fields fields={section.entered} form={form} focusFirst={i === 0} rules={type.form.when} />
          </Block>
        </section>
      ))}
    </form>
  );
}
