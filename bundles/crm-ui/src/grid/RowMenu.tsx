import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';
import { accessQuery, queryClient, recordQuery } from '../api/queries';
import type { Access, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { copied } from '../kit/copied';
import { MenuAt, type MenuEntry } from '../kit/Menu';
import { toast } from '../kit/Toast';
import { titleOf } from '../meta/title';
import { useActions } from '../record/useActions';
import { useVerbs } from '../record/useVerbs';

const QuickEdit = lazily(() => import('../form/QuickEdit'));

interface Props {
  type: RecordType;
  id: string;
  anchor: HTMLElement;
}

/** What can be done with a row: the same as on the page of its record, which is asked for when the menu opens. */
export default function RowMenu({ type, id, anchor }: Props) {
  const [known, setKnown] = useState<{ record: Row; access: Access }>();
  useEffect(() => {
    // Asked for once: what a verb does to the record is the list's to show.
    Promise.all([
      queryClient.fetchQuery(recordQuery(type.name, id)),
      queryClient.fetchQuery(accessQuery(type.name, id)),
    ])
      .then(([record, access]) => setKnown({ record, access }))
      .catch((error: Error) => toast(error.message, 'danger'));
  }, [type.name, id]);
  return known ? <Verbs type={{ ...type, access: known.access }} record={known.record} anchor={anchor} /> : null;
}

function Verbs({ type, record, anchor }: { type: RecordType; record: Row; anchor: HTMLElement }) {
  const { t, l } = useApp();
  const [shown, show] = useState(true);
  const [editing, setEditing] = useState(false);
  const navigate = useNavigate();
  const actions = useActions(type);
  const { main, rest, dialog } = useVerbs(type, record, actions, () => undefined);
  const address = `/record/${type.name}/${record.id}`;
  const copy = () => void copied(location.origin + address, t('list.copied'));
  const ways: MenuEntry[] = [
    { key: 'open', label: t('act.open'), icon: type.icon, onSelect: () => void navigate({ to: address }) },
    ...(type.access.update
      ? [{ key: 'edit', label: t('act.edit'), icon: 'edit', onSelect: () => setEditing(true) }]
      : []),
    {
      key: 'tab',
      label: t('list.newTab'),
      icon: 'external-link',
      onSelect: () => void window.open(address, '_blank', 'noopener'),
    },
    { key: 'copy', label: t('list.copyLink'), icon: 'link', onSelect: copy },
  ];
  return (
    <>
      {shown && (
        <MenuAt
          anchor={anchor}
          align="end"
          label={t('list.rowMenu', { name: titleOf(type, record, l) })}
          groups={[{ entries: ways }, { entries: main ? [main, ...rest] : rest }]}
          close={() => show(false)}
        />
      )}
      <Block close={() => setEditing(false)}>
        {editing && <QuickEdit type={type} record={record} close={() => setEditing(false)} />}
      </Block>
      {dialog}
      {actions.dialog}
    </>
  );
}
