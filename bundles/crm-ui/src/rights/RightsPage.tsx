import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { at, put } from '../api/client';
import { recordQuery, rightsQuery, typeQuery } from '../api/queries';
import type { RoleRights } from '../api/types';
import { useApp } from '../app';
import { useDraft } from '../form/drafts';
import { Restored } from '../form/Restored';
import { Block } from '../kit/Block';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Failed } from '../kit/Failed';
import { TabPanel, Tabs } from '../kit/Tabs';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';
import { EntityRights } from './EntityRights';
import { FieldRights } from './FieldRights';
import { Permissions } from './Permissions';

/** What a role may do: records by verb and level, fields, permissions. */
export default function RightsPage() {
  const { role } = useParams({ from: '/rights/$role' });
  const { data, error, refetch } = useQuery(rightsQuery(role));
  if (error && !data) return <Failed error={error} again={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  return <Matrix key={role} role={role} given={data} />;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function Matrix({ role, given }: { role: string; given: RoleRights }) {
  const { t, boot } = useApp();
  const client = useQueryClient();
  const { data: type } = useQuery(typeQuery('role'));
  const { data: record } = useQuery(recordQuery('role', role));
  const draft = useDraft(`rights/${role}`);
  // What somebody else gave or took since is not undone by what was chosen before.
  const found = same(draft.found?.['over'], given) ? (draft.found?.['rights'] as RoleRights) : undefined;
  const [rights, setRights] = useState(found ?? given);
  const change = (next: RoleRights) => {
    setRights(next);
    draft.keep(same(next, given) ? {} : { rights: next, over: given });
  };
  const forget = () => {
    setRights(given);
    draft.drop();
  };
  const [tab, setTab] = useState('entities');
  const [busy, setBusy] = useState(false);
  const name = (boot.settings.locale === 'en' && record?.['nameEn']) || record?.[type?.titleField ?? ''];
  const title = t('rights.title', { role: String(name ?? '') });
  useTitle(title);
  const dirty = !same(rights, given);
  const save = async () => {
    setBusy(true);
    try {
      await put(at('roles', role, 'rights'), rights);
      draft.drop();
      client.setQueryData(rightsQuery(role).queryKey, rights);
      toast(t('rights.saved'));
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const tabs = [
    { id: 'entities', label: t('rights.entities') },
    { id: 'fields', label: t('rights.fields') },
    { id: 'permissions', label: t('rights.permissions') },
  ];
  return (
    <div className="page">
      <div className="page-head sticky">
        <h1>{title}</h1>
        <span className="grow" />
        <Button disabled={!dirty} onClick={forget}>
          {t('act.cancel')}
        </Button>
        <Button look="solid" disabled={!dirty} busy={busy} onClick={() => void save()}>
          {t('act.save')}
        </Button>
      </div>
      <Restored shown={found !== undefined && draft.restored} discard={forget} />
      <Tabs label={title} value={tab} onChange={setTab} tabs={tabs} />
      <TabPanel id={tab}>
        <Block key={tab}>
          {tab === 'entities' && <EntityRights rights={rights} change={change} />}
          {tab === 'fields' && <FieldRights rights={rights} change={change} />}
          {tab === 'permissions' && <Permissions rights={rights} change={change} />}
        </Block>
      </TabPanel>
    </div>
  );
}
