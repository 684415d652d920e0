import { useState, type FormEvent } from 'react';
import type { View } from '../api/types';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useFoundNames, useNames } from '../form/useNames';
import { useWritten } from '../form/useWritten';
import { Button } from '../kit/Button';
import { TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';

interface Props {
  /** what it is called now */
  view: View;
  suggested: string;
  /** where what is typed is kept until it is saved */
  place: string;
  /** keeps it under a name for somebody */
  keep: (name: string, audience: string, team: string | undefined, seen: View['saved']) => Promise<void>;
}

/** Asks for a name and for whom a list is kept. */
export default function KeepView({ view, suggested, place, keep }: Props) {
  const { t, boot } = useApp();
  const { admin, permissions } = boot.user;
  const shares = admin || permissions.includes('core.share-views');
  const { written, change, forget, restored } = useWritten(place, {
    name: suggested,
    whom: view.saved?.team ?? view.saved?.audience ?? 'private',
  });
  const { name, whom } = written;
  const [busy, setBusy] = useState(false);
  // As it was when this was begun: kept anew meanwhile it is looked at before it is replaced.
  const [seen, setSeen] = useState(view.saved);
  const team = whom === 'private' || whom === 'all' ? undefined : whom;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await keep(name, team ? 'team' : whom, team, seen ?? view.saved);
      forget();
    } catch (error) {
      toast((error as Error).message, 'danger');
      setSeen(undefined);
      setBusy(false);
    }
  };
  return (
    <form className="stack pad" onSubmit={(event) => void submit(event)}>
      <Restored shown={restored} discard={forget} />
      <label className="stack tight">
        <span>{t('view.name')}</span>
        <TextInput
          value={name}
          onChange={(typed) => change({ name: typed })}
          maxLength={80}
          required
          onFocus={(event) => event.target.select()}
        />
      </label>
      {shares && (
        <div className="stack tight">
          <span>{t('view.for')}</span>
          <ForWhom whom={whom} team={team} choose={(chosen) => change({ whom: chosen })} />
        </div>
      )}
      <Button look="solid" type="submit" busy={busy} disabled={name.trim() === ''}>
        {t('act.save')}
      </Button>
    </form>
  );
}

interface WhomProps {
  whom: string;
  /** when it is for a team */
  team: string | undefined;
  choose: (whom: string) => void;
}

/** For oneself, for everybody or for a team, of which there may be many: an administrator finds all, others their own. */
function ForWhom({ whom, team, choose }: WhomProps) {
  const { t, boot } = useApp();
  const { admin, teams } = boot.user;
  const own = admin ? undefined : { field: 'id', op: 'in' as const, value: teams };
  const { found, text, searched, forget } = useFoundNames(admin || teams.length > 0 ? 'team' : '', own);
  const chosen = useNames('team', team ? [team] : []).filter(({ id }) => !found.some((one) => one.value === id));
  const named = (name: string) => t('view.team', { team: name });
  const hits = found.map((one) => ({ ...one, label: named(one.label) }));
  const known = [
    { value: 'private', label: t('view.private') },
    { value: 'all', label: t('view.all') },
    ...chosen.map(({ id, label }) => ({ value: id, label: named(label) })),
  ];
  return (
    <Select
      {...searched}
      label={t('view.for')}
      value={whom}
      options={text ? hits : [...known, ...hits]}
      onChange={(value) => {
        choose(value ?? 'private');
        forget();
      }}
    />
  );
}
