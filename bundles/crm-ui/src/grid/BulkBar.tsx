import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { at, post } from '../api/client';
import type { Action, Field, Filter, Query, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { InputDialog } from '../form/InputDialog';
import { AssignDialog } from '../handover/AssignDialog';
import { CopyDialog } from '../handover/CopyDialog';
import { ShareManyDialog } from '../handover/ShareDialog';
import { Block } from '../kit/Block';
import { Button, IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Dialog } from '../kit/Dialog';
import { Menu, type MenuEntry } from '../kit/Menu';
import { Select } from '../kit/Select';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { fitsMerge, MERGED } from '../merge/limits';
import { addressesOf } from '../mail/many';
import { canWrite, isEmpty } from '../meta/paths';
import { watchJob } from '../shell/Jobs';
import { exported } from './exported';
import type { Selection } from './selection';

const LabelDialog = lazily(() => import('../labels/LabelDialog'), 'LabelDialog');
const MailManyDialog = lazily(() => import('../mail/MailManyDialog'), 'MailManyDialog');

interface Props {
  type: RecordType;
  query: Query;
  selection: Selection;
  count: { value: number; exact: boolean } | undefined;
  /** what is seen of the records, for a file of those chosen */
  columns: string[];
}

type Asking =
  { verb: string; title: string; fields: Field[] } | 'update' | 'assign' | 'share' | 'copy' | 'labels' | 'mail' | null;

/** Said where no dialog says it. */
const refused = (problem: Error) => toast(problem.message, 'danger');

/** What can be done with the chosen records at once; it runs as a job. */
export default function BulkBar({ type, query, selection, count, columns }: Props) {
  const { t, l, fmt, may } = useApp();
  const [asking, setAsking] = useState<Asking>(null);
  const navigate = useNavigate();
  const { selected, allSelected } = selection;
  const text = query.text ? { text: query.text, textField: query.textField } : {};
  const some: Filter = { field: 'id', op: 'in', value: [...selected] };
  const which = { ...(allSelected ? { filter: query.filter, ...text } : { filter: some }), sort: query.sort };
  const chosen = allSelected ? (count?.exact ? count.value : undefined) : selected.size;
  const take = () => {
    const body = { fields: columns, ...which, format: 'xlsx', title: l(type.plural) };
    exported(type.name, body, allSelected && count?.exact === false).catch(refused);
  };
  const run = async (verb: string, values?: object) => {
    const which = allSelected ? { filter: query.filter ?? { all: [] }, ...text } : { ids: [...selected] };
    const { job } = await post<{ job: string }>(at('records', type.name, 'bulk'), { verb, ...which, values });
    watchJob(job);
    selection.clear();
    setAsking(null);
  };
  const number = allSelected
    ? `${fmt.number(count?.value ?? 0)}${count?.exact === false ? '+' : ''}`
    : fmt.number(selected.size);
  const act = async (action: Action) => {
    if (action.input && action.input.length > 0) {
      return setAsking({ verb: action.id, title: l(action.label), fields: action.input });
    }
    const question = {
      title: l(action.label),
      text: l(action.confirm) || t('bulk.sure', { number }),
      ok: l(action.label),
    };
    if (await confirm(question)) await run(action.id).catch(refused);
  };
  const remove = async () => {
    const question = {
      title: t('bulk.delete'),
      text: t('bulk.deleteSure', { number }),
      ok: t('act.delete'),
      danger: true,
    };
    if (await confirm(question)) await run('delete').catch(refused);
  };
  const owner = type.fields.find((field) => field.name === 'owner');
  const entries: MenuEntry[] = [];
  const assign = () => setAsking('assign');
  if (type.access.assign && owner) {
    entries.push({ key: 'assign', label: t('bulk.assign'), icon: 'user', onSelect: assign });
  }
  if (type.access.create) {
    entries.push({ key: 'copy', label: t('copy.act'), icon: 'copy', onSelect: () => setAsking('copy') });
  }
  if (type.access.share && owner) {
    entries.push({ key: 'share', label: t('share.act'), icon: 'share', onSelect: () => setAsking('share') });
  }
  if (type.access.update) {
    entries.push({ key: 'update', label: t('bulk.update'), icon: 'pencil', onSelect: () => setAsking('update') });
  }
  if (may('mail.send') && addressesOf(type).length > 0) {
    entries.push({ key: 'mail', label: t('mailMany.act'), icon: 'mail', onSelect: () => setAsking('mail') });
  }
  const merge = () => {
    if (allSelected || !fitsMerge(selected.size)) return toast(t('merge.choose', MERGED), 'warning');
    void navigate({ to: '/merge/$entity', params: { entity: type.name }, search: { ids: [...selected] } });
  };
  if (type.duplicates && type.access.update && type.access.delete) {
    entries.push({ key: 'merge', label: t('merge.act'), icon: 'merge', onSelect: merge });
  }
  for (const action of type.actions.filter((one) => one.scope.includes('bulk'))) {
    entries.push({ key: action.id, label: l(action.label), icon: action.icon, onSelect: () => void act(action) });
  }
  if (type.access.export) {
    entries.push({ key: 'export', label: t('bulk.export'), icon: 'download', onSelect: take });
  }
  if (type.features.labels && type.access.export) {
    entries.push({ key: 'labels', label: t('labels.many'), icon: 'printer', onSelect: () => setAsking('labels') });
  }
  if (type.access.delete) {
    entries.push({ key: 'delete', label: t('act.delete'), icon: 'trash', danger: true, onSelect: () => void remove() });
  }
  return (
    <div className="bulk" role="region" aria-label={t('list.selection')}>
      <strong>{t('bulk.chosen', { number })}</strong>
      {!allSelected && count && (count.value > selected.size || !count.exact) && (
        <button type="button" className="link" onClick={selection.selectAll}>
          {t('bulk.all', { number: `${fmt.number(count.value)}${count.exact ? '' : '+'}` })}
        </button>
      )}
      <span className="grow" />
      <span className="row-gap">
        {type.access.assign && owner && (
          <Button icon="user" onClick={assign}>
            {t('bulk.assign')}
          </Button>
        )}
        {entries.length > 0 && (
          <Menu
            label={t('bulk.actions')}
            align="end"
            groups={[{ entries }]}
            trigger={(trigger) => (
              <button type="button" className="btn solid" {...trigger}>
                <span className="btn-text">{t('bulk.actions')}</span>
              </button>
            )}
          />
        )}
        <IconButton label={t('bulk.none')} icon="close" onClick={selection.clear} />
      </span>
      <Block close={() => setAsking(null)}>
        {asking === 'update' && (
          <UpdateDialog
            type={type}
            number={number}
            close={() => setAsking(null)}
            run={(values) => run('update', values)}
          />
        )}
        {asking === 'assign' && (
          <AssignDialog
            type={type}
            title={t('assign.many', { number })}
            several={number !== '1'}
            place={`bulk/${type.name}/assign`}
            close={() => setAsking(null)}
            submit={(values) => run('assign', values)}
          />
        )}
        {asking === 'copy' && (
          <CopyDialog
            type={type}
            text={t('copy.many', { number })}
            ok={t('copy.act')}
            close={() => setAsking(null)}
            submit={(along) => void run('copy', { along }).catch(refused)}
          />
        )}
        {asking === 'labels' && <LabelDialog type={type} which={which} chosen={chosen} close={() => setAsking(null)} />}
        {asking === 'mail' && (
          <MailManyDialog type={type} which={which} chosen={chosen} close={() => setAsking(null)} run={run} />
        )}
        {asking === 'share' && (
          <ShareManyDialog number={number} place={`bulk/${type.name}/share`} close={() => setAsking(null)} run={run} />
        )}
        {asking && typeof asking !== 'string' && (
          <InputDialog
            title={asking.title}
            fields={asking.fields}
            ok={asking.title}
            place={['bulk', type.name, asking.verb].join('/')}
            close={() => setAsking(null)}
            submit={(values) => run(asking.verb, values)}
          />
        )}
      </Block>
    </div>
  );
}

interface UpdateProps {
  type: RecordType;
  /** how many records, in words */
  number: string;
  close: () => void;
  run: (values: Partial<Row>) => Promise<void>;
}

/** Asks for a field and its new value; to leave it empty is meant only when that is said. */
function UpdateDialog({ type, number, close, run }: UpdateProps) {
  const { t, l } = useApp();
  const fields = type.fields.filter((field) => canWrite(type, field) && field.kind !== 'parts' && !field.unique);
  const [name, setName] = useState<string | null>(null);
  const field = fields.find((one) => one.name === name);
  if (field) {
    const words = { field: l(field.label), number };
    const submit = async (values: Partial<Row>) => {
      const question = { title: t('bulk.update'), text: t('bulk.emptySure', words), ok: t('bulk.empty'), danger: true };
      if (!isEmpty(values[field.name]) || (await confirm(question))) await run(values);
    };
    return (
      <InputDialog
        title={t('bulk.update')}
        text={t('bulk.updateSure', words)}
        fields={[field]}
        ok={t('act.save')}
        place={['bulk', type.name, 'update', field.name].join('/')}
        close={close}
        back={() => setName(null)}
        submit={submit}
      />
    );
  }
  return (
    <Dialog
      title={t('bulk.update')}
      onClose={close}
      width={420}
      footer={<Button onClick={close}>{t('act.cancel')}</Button>}
    >
      <Select
        label={t('filter.field')}
        placeholder={t('filter.field')}
        value={name}
        options={fields.map((one) => ({ value: one.name, label: l(one.label) }))}
        onChange={setName}
      />
    </Dialog>
  );
}
