import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { patiently } from '../api/patiently';
import { api, at, post } from '../api/client';
import type { Action, RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Icon } from '../kit/Icon';
import { Menu, type MenuEntry } from '../kit/Menu';
import { toast } from '../kit/Toast';
import { passes } from '../meta/filter';
import { Value } from '../meta/Value';
import { waysFrom } from '../meta/ways';
import { watchJob } from '../shell/Jobs';
import { AttachButton } from './AttachButton';
import { Chain } from './Chain';
import { Trail } from './Trail';
import { Uploading } from './Uploading';
import type { useActions } from './useActions';

const InputDialog = lazy(
  patiently(() => import('../form/InputDialog').then((module) => ({ default: module.InputDialog }))),
);

interface Props {
  type: RecordType;
  record: Row;
  title: string;
  actions: ReturnType<typeof useActions>;
}

/** Name, key facts and what can be done with the record; one main step is solid. */
export function Head({ type, record, title, actions }: Props) {
  const { t, l } = useApp();
  const { main, rest, assign, closeAssign } = useEntries(type, record, actions);
  const state = type.lifecycle?.field;
  const named = type.form.facts?.map((name) => type.fields.find((field) => field.name === name));
  const listed = type.fields
    .filter((field) => field.listed && field.name !== type.titleField && field.name !== state && field.kind !== 'parts')
    .slice(0, 5);
  const facts = named?.filter((field) => field !== undefined) ?? listed;
  return (
    <header className="record-head">
      <nav aria-label={t('nav.home')} className="crumbs">
        <Link to="/list/$entity" params={{ entity: type.name }}>
          {l(type.plural)}
        </Link>
        <Icon name="right" size={14} />
        <span className="grow" />
        <Trail type={type} id={record.id} />
      </nav>
      <div className="page-head">
        <Icon name={type.icon} size={24} />
        <h1>{title}</h1>
        <span className="grow" />
        <span className="row-gap">
          {main && (
            <Button look="solid" icon={main.icon} onClick={main.onSelect}>
              {main.label}
            </Button>
          )}
          {type.features.files && appends(type) && <AttachButton entity={type.name} id={record.id} />}
          {rest.length > 0 && (
            <Menu
              label={t('act.more')}
              align="end"
              groups={[{ entries: rest }]}
              trigger={(trigger) => (
                <button type="button" className="btn plain icon-only" aria-label={t('act.more')} {...trigger}>
                  <Icon name="dots" />
                </button>
              )}
            />
          )}
        </span>
      </div>
      <Uploading entity={type.name} id={record.id} />
      <Chain type={type} record={record} />
      <dl className="key-facts" aria-label={t('record.keyFacts')}>
        {facts.map((field) => (
          <div key={field.name}>
            <dt>{l(field.label)}</dt>
            <dd>{record[field.name] ? <Value field={field} value={record[field.name]} /> : '–'}</dd>
          </div>
        ))}
      </dl>
      <Suspense>
        {assign && (
          <InputDialog
            title={t('record.assign')}
            fields={[assign]}
            initial={{ owner: record['owner'] }}
            ok={t('record.assign')}
            close={closeAssign}
            submit={async (values) => {
              const body = { verb: 'assign', ids: [record.id], values };
              watchJob((await post<{ job: string }>(at('records', type.name, 'bulk'), body)).job);
              closeAssign();
            }}
          />
        )}
      </Suspense>
    </header>
  );
}

/** Notes and files are added by whoever may change the record or add to it. */
export const appends = (type: RecordType) => type.access.update === true || type.access.append === true;

interface Entry extends MenuEntry {
  label: string;
  primary?: boolean;
}

function useEntries(type: RecordType, record: Row, actions: Props['actions']) {
  const { t, l, boot } = useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const ways = type.access.update && type.lifecycle ? waysFrom(type.lifecycle, record, boot.user.id) : [];
  const remove = async () => {
    const sure = { title: t('record.deleteSure'), text: t('record.deleteText'), ok: t('act.delete'), danger: true };
    if (!(await confirm(sure))) return;
    try {
      await api(at('records', type.name, record.id), { method: 'DELETE', version: record.version });
      toast(t('record.deleted'));
      void client.invalidateQueries({ queryKey: ['records', type.name] });
      await navigate({ to: '/list/$entity', params: { entity: type.name } });
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
  };
  const entries: Entry[] = [];
  const possible = type.actions.filter(
    (action: Action) => action.scope.includes('record') && passes(action.when, record, boot.user.id),
  );
  for (const action of possible) {
    entries.push({
      key: action.id,
      label: l(action.label),
      icon: action.icon,
      danger: action.tone === 'danger',
      primary: action.primary ?? false,
      onSelect: () => void actions.act(action, record),
    });
  }
  for (const transition of ways) {
    const target = type.lifecycle?.states.find((state) => state.code === transition.to);
    // What is only called like the state it leads to stands in the path already.
    if (!transition.primary && l(transition.label) === l(target?.label)) continue;
    entries.push({
      key: transition.id,
      label: l(transition.label),
      icon: 'arrow-right',
      danger: transition.tone === 'danger',
      primary: transition.primary ?? false,
      onSelect: () => void actions.move(transition, record),
    });
  }
  const main = entries.find((entry) => entry.primary);
  const owner = type.fields.find((field) => field.name === 'owner');
  const rest: MenuEntry[] = entries.filter((entry) => entry !== main);
  if (type.name === 'role' && boot.user.admin) {
    const onSelect = () => void navigate({ to: '/rights/$role', params: { role: record.id } });
    rest.unshift({ key: 'rights', label: t('record.rights'), icon: 'key', onSelect });
  }
  if (type.access.assign && owner) {
    rest.push({ key: 'assign', label: t('record.assign'), icon: 'user', onSelect: () => setAssigning(true) });
  }
  if (type.access.delete) {
    rest.push({ key: 'delete', label: t('act.delete'), icon: 'trash', danger: true, onSelect: () => void remove() });
  }
  const assign = assigning && owner ? { ...owner, readOnly: false, required: true } : undefined;
  return { main, rest, assign, closeAssign: () => setAssigning(false) };
}
