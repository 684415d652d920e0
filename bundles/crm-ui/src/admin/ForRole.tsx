import { useState } from 'react';
import { useApp } from '../app';
import { useFoundNames } from '../form/useNames';
import { Button } from '../kit/Button';
import { Select, type Choice } from '../kit/Select';
import { toast } from '../kit/Toast';

interface Props {
  /** what is arranged for a role */
  label: string;
  keep: (role: string) => Promise<unknown>;
  clear: (role: string) => Promise<unknown>;
}

/** Lets whoever configures the product say what people with a role begin with. */
export function ForRole({ label, keep, clear }: Props) {
  const { t } = useApp();
  const { found, text, searched, forget } = useFoundNames('role');
  const [role, setRole] = useState<Choice | null>(null);
  const unseen = role && !text && !found.some((one) => one.value === role.value) ? [role] : [];
  const run = async (work: Props['keep']) => {
    if (!role) return;
    try {
      await work(role.value);
      toast(t('list.roleKept', { role: role.label }));
    } catch (error) {
      toast((error as Error).message, 'danger');
    }
  };
  return (
    <div className="stack pad role-columns">
      <Select
        {...searched}
        label={label}
        placeholder={label}
        value={role?.value ?? null}
        options={[...unseen, ...found]}
        onChange={(id) => {
          setRole(found.find((one) => one.value === id) ?? role);
          forget();
        }}
      />
      <div className="row-gap">
        <Button disabled={!role} onClick={() => void run(keep)}>
          {t('list.keepForRole')}
        </Button>
        <Button look="quiet" disabled={!role} onClick={() => void run(clear)}>
          {t('list.clearForRole')}
        </Button>
      </div>
    </div>
  );
}
