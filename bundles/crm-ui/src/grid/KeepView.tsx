import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { rowsQuery } from '../api/queries';
import type { View } from '../api/types';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';

interface Props {
  /** what it is called now */
  view: View;
  suggested: string;
  /** keeps it under a name for somebody */
  keep: (name: string, audience: string, team: string | undefined) => Promise<void>;
}

/** Asks for a name and for whom a list is kept. */
export default function KeepView({ view, suggested, keep }: Props) {
  const { t, boot } = useApp();
  const { admin, permissions, teams } = boot.user;
  const shares = admin || permissions.includes('core.share-views');
  const [name, setName] = useState(suggested);
  const [whom, setWhom] = useState(view.saved?.team ?? view.saved?.audience ?? 'private');
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({
    ...rowsQuery('team', { fields: ['name'], limit: 200, sort: [{ path: 'name', desc: false }] }),
    enabled: shares,
  });
  const own = (data?.items ?? []).filter((team) => admin || teams.includes(team.id));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const team = own.some((one) => one.id === whom) ? whom : undefined;
    setBusy(true);
    try {
      await keep(name, team ? 'team' : whom, team);
    } catch (error) {
      toast((error as Error).message, 'danger');
      setBusy(false);
    }
  };
  return (
    <form className="stack pad" onSubmit={(event) => void submit(event)}>
      <label className="stack tight">
        <span>{t('view.name')}</span>
        <TextInput value={name} onChange={setName} maxLength={80} required onFocus={(event) => event.target.select()} />
      </label>
      {shares && (
        <div className="stack tight">
          <span>{t('view.for')}</span>
          <Select
            label={t('view.for')}
            value={whom}
            onChange={(value) => setWhom(value ?? 'private')}
            options={[
              { value: 'private', label: t('view.private') },
              ...own.map((team) => ({ value: team.id, label: t('view.team', { team: String(team['name']) }) })),
              { value: 'all', label: t('view.all') },
            ]}
          />
        </div>
      )}
      <Button look="solid" type="submit" busy={busy} disabled={name.trim() === ''}>
        {t('act.save')}
      </Button>
    </form>
  );
}
