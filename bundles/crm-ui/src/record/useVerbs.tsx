import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { at, post } from '../api/client';
import { lazily } from '../kit/lazily';
import type { Action, RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import type { MenuEntry } from '../kit/Menu';
import { passes } from '../meta/filter';
import { waysFrom } from '../meta/ways';
import { watchJob } from '../shell/Jobs';
import { remove } from './remove';
import type { useActions } from './useActions';

const InputDialog = lazily(() => import('../form/InputDialog'), 'InputDialog');

interface Entry extends MenuEntry {
  label: string;
  primary?: boolean;
}

/**
 * What can be done with a record, on its page and in lists: its actions and transitions, assigning and deleting.
 * `main` is the one step that is solid, `gone` is told when the record was deleted.
 */
export function useVerbs(type: RecordType, record: Row, actions: ReturnType<typeof useActions>, gone: () => void) {
  const { t, l, boot } = useApp();
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const ways = type.access.update && type.lifecycle ? waysFrom(type.lifecycle, record, boot.user.id) : [];
  const leave = async () => (await remove(type, record, t)) && gone();
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
    rest.push({ key: 'delete', label: t('act.delete'), icon: 'trash', danger: true, onSelect: () => void leave() });
  }
  const assign = assigning && owner ? { ...owner, readOnly: false, required: true } : undefined;
  const dialog: ReactNode = (
    <Suspense>
      {assign && (
        <InputDialog
          title={t('record.assign')}
          fields={[assign]}
          initial={{ owner: record['owner'] }}
          ok={t('record.assign')}
          close={() => setAssigning(false)}
          submit={async (values) => {
            const body = { verb: 'assign', ids: [record.id], values };
            watchJob((await post<{ job: string }>(at('records', type.name, 'bulk'), body)).job);
            setAssigning(false);
          }}
        />
      )}
    </Suspense>
  );
  return { main, rest, dialog };
}
