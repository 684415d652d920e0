import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { at, post } from '../api/client';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import type { Action, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { brought, copied } from '../handover/copying';
import type { MenuEntry } from '../kit/Menu';
import { passes } from '../meta/filter';
import { loggedOn } from '../meta/append';
import { nextOf, transitionsFrom } from '../meta/lifecycle';
import { titleOf } from '../meta/title';
import { favour, useIsFavourite } from '../shell/favourites';
import { watchJob } from '../shell/Jobs';
import { follow, isFollowable } from './following';
import { isPinnable, pin } from './pinning';
import { remove } from './remove';
import type { useActions } from './useActions';

const AssignDialog = lazily(() => import('../handover/AssignDialog'), 'AssignDialog');
const CopyDialog = lazily(() => import('../handover/CopyDialog'), 'CopyDialog');
const LabelDialog = lazily(() => import('../labels/LabelDialog'), 'LabelDialog');
const LikeThisDialog = lazily(() => import('../duplicates/LikeThisDialog'));
const LogDialog = lazily(() => import('./LogDialog'));
const PersonDialog = lazily(() => import('../privacy/PersonDialog'));
const ShareDialog = lazily(() => import('../handover/ShareDialog'), 'ShareDialog');
const WhyDialog = lazily(() => import('../handover/WhyDialog'));

interface Entry extends MenuEntry {
  label: string;
  primary?: boolean;
  /** it stands in the path of states as well */
  inPath?: boolean;
}

/**
 * What can be done with a record, on its page and in lists: its actions and transitions, assigning and deleting.
 * `main` is the one step that is solid: what its definition calls primary, else the next state of its path, else what is
 * done most with what has no path. `gone` is told when the record was deleted.
 */
export function useVerbs(type: RecordType, record: Row, actions: ReturnType<typeof useActions>, gone: () => void) {
  const { t, l, boot, entity, may } = useApp();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<
    'assign' | 'share' | 'copy' | 'labels' | 'log' | 'like' | 'why' | 'person' | null
  >(null);
  const favourite = useIsFavourite(type.name, record.id);
  const close = () => setAsking(null);
  const ways = type.access.update && type.lifecycle ? transitionsFrom(type.lifecycle, record, boot.user.id) : [];
  const leave = async () => (await remove(type, record, { t, l })) && gone();
  // As on the path: an open state is chosen, an end has a name of its own.
  const stepTo = ({ transition, state }: NonNullable<ReturnType<typeof nextOf>>): Entry => ({
    key: state.closed ? transition.id : `next-${state.code}`,
    label: state.closed ? l(transition.label) : t('record.next', { state: l(state.label) }),
    icon: 'arrow-right',
    onSelect: () => void actions.move(transition, record, state.code),
  });
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
    entries.push({
      key: transition.id,
      label: l(transition.label),
      icon: 'arrow-right',
      danger: transition.tone === 'danger',
      primary: transition.primary ?? false,
      // What is only called like the state it leads to.
      inPath: l(transition.label) === l(target?.label),
      onSelect: () => void actions.move(transition, record),
    });
  }
  const owner = type.fields.find((field) => field.name === 'owner');
  const next = type.access.update && type.lifecycle ? nextOf(type.lifecycle, record, boot.user.id) : undefined;
  const about = loggedOn(entity('activity'), type, record);
  const log: Entry | undefined = about
    ? { key: 'log', label: t('log.title'), icon: 'phone', onSelect: () => setAsking('log') }
    : undefined;
  const main = entries.find((entry) => entry.primary) ?? (next ? stepTo(next) : type.lifecycle ? undefined : log);
  const rest: Entry[] = entries.filter((entry) => entry.key !== main?.key);
  if (type.name === 'role' && boot.user.admin) {
    const onSelect = () => void navigate({ to: '/rights/$role', params: { role: record.id } });
    rest.unshift({ key: 'rights', label: t('record.rights'), icon: 'key', onSelect });
  }
  if (log && log !== main) rest.push(log);
  if (isFollowable(type)) {
    const on = !type.access.follows;
    rest.push({
      key: 'follow',
      label: t(on ? 'follow.begin' : 'follow.end'),
      icon: on ? 'eye' : 'eye-off',
      onSelect: () => void follow(type.name, record.id, on, t),
    });
  }
  const self = { entity: type.name, id: record.id, label: titleOf(type, record, l) || l(type.label) };
  rest.push({
    key: 'favourite',
    label: t(favourite ? 'favourite.remove' : 'favourite.add'),
    icon: 'star',
    onSelect: () => void favour(self, !favourite, t),
  });
  if (isPinnable(type)) {
    const on = record['pinned'] !== true;
    rest.push({
      key: 'pin',
      label: t(on ? 'timeline.pin' : 'timeline.unpin'),
      icon: 'pinned',
      onSelect: () => void pin(type, record, on, t),
    });
  }
  if (type.access.create) {
    rest.push({ key: 'copy-record', label: t('copy.act'), icon: 'copy', onSelect: () => setAsking('copy') });
  }
  if (type.access.assign && owner) {
    rest.push({ key: 'assign', label: t('record.assign'), icon: 'user', onSelect: () => setAsking('assign') });
  }
  if (type.access.share && owner) {
    rest.push({ key: 'share', label: t('share.act'), icon: 'share', onSelect: () => setAsking('share') });
  }
  rest.push({ key: 'why', label: t('why.act'), icon: 'info', onSelect: () => setAsking('why') });
  if (type.duplicates && type.access.update) {
    rest.push({ key: 'like', label: t('dup.find'), icon: 'merge', onSelect: () => setAsking('like') });
  }
  if (type.features.labels && type.access.export) {
    rest.push({ key: 'labels', label: t('labels.act'), icon: 'printer', onSelect: () => setAsking('labels') });
  }
  if (type.features.cards && may('core.personal-data')) {
    rest.push({ key: 'person', label: t('person.act'), icon: 'shield', onSelect: () => setAsking('person') });
  }
  if (type.access.delete) {
    rest.push({ key: 'delete', label: t('act.delete'), icon: 'trash', danger: true, onSelect: () => void leave() });
  }
  // Nothing is saved before the form is.
  const copy = (along: string[]) => {
    close();
    const state = {
      values: copied(type, record, along),
      copy: { from: record.id, along: brought(type, along) },
    };
    void navigate({ to: '/new/$entity', params: { entity: type.name }, state });
  };
  const dialog: ReactNode = (
    <Block close={close}>
      {asking === 'assign' && (
        <AssignDialog
          place={`assign/${record.id}`}
          type={type}
          title={t('record.assign')}
          several={false}
          close={close}
          submit={async (values) => {
            const body = { verb: 'assign', ids: [record.id], values };
            watchJob((await post<{ job: string }>(at('records', type.name, 'bulk'), body)).job);
            close();
          }}
        />
      )}
      {asking === 'copy' && (
        <CopyDialog type={type} id={record.id} text={t('copy.text')} ok={t('copy.on')} close={close} submit={copy} />
      )}
      {asking === 'labels' && (
        <LabelDialog
          type={type}
          which={{ filter: { field: 'id', op: '=', value: record.id } }}
          chosen={1}
          close={close}
        />
      )}
      {asking === 'like' && <LikeThisDialog type={type} record={record} close={close} />}
      {asking === 'log' && <LogDialog about={about} close={close} />}
      {asking === 'person' && <PersonDialog type={type} id={record.id} name={self.label} close={close} />}
      {asking === 'share' && <ShareDialog type={type} id={record.id} close={close} />}
      {asking === 'why' && <WhyDialog type={type} id={record.id} close={close} />}
    </Block>
  );
  return { main, rest, dialog };
}
