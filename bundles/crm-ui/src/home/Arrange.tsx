import { ForRole } from '../admin/ForRole';
import type { Arrangement } from '../api/types';
import { useApp } from '../app';
import { Button, IconButton } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { clearForRole, inOrder, keepForRole, type Part } from './arrangement';

interface Props {
  parts: Part[];
  arrangement: { value: Arrangement; keep: (next: Arrangement | null) => void };
  close: () => void;
}

/** Chooses which parts stand on the home page and in which order. */
export default function Arrange({ parts, arrangement: { value, keep }, close }: Props) {
  const { t, may } = useApp();
  const all = inOrder(parts, value);
  const ids = all.map(({ id }) => id);
  const move = (at: number, by: number) => {
    const order = [...ids];
    const [moved] = order.splice(at, 1);
    if (moved) order.splice(at + by, 0, moved);
    keep({ ...value, order });
  };
  const show = (id: string, on: boolean) =>
    keep({ order: ids, hidden: on ? value.hidden.filter((other) => other !== id) : [...value.hidden, id] });
  const footer = (
    <>
      <Button look="quiet" onClick={() => keep(null)}>
        {t('home.reset')}
      </Button>
      <span className="grow" />
      <Button look="solid" onClick={close}>
        {t('act.close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('home.arrange')} onClose={close} footer={footer} width={420}>
      <ul className="plain-list">
        {all.map(({ id, label }, at) => (
          <li key={id}>
            <span className="grow">
              <Check checked={!value.hidden.includes(id)} onChange={(on) => show(id, on)}>
                {label}
              </Check>
            </span>
            <IconButton
              icon="up"
              label={t('home.up', { what: label })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              icon="down"
              label={t('home.down', { what: label })}
              disabled={at === all.length - 1}
              onClick={() => move(at, 1)}
            />
          </li>
        ))}
      </ul>
      {may('core.configure') && (
        <ForRole
          label={t('home.ofRole')}
          keep={(role) => keepForRole(role, { order: ids, hidden: value.hidden })}
          clear={clearForRole}
        />
      )}
    </Dialog>
  );
}
