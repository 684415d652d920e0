import { useState } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { PartsEditor } from '../form/PartsEditor';
import type { Values } from '../form/useForm';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Table } from '../kit/Table';
import { toast } from '../kit/Toast';
import { wordsOf } from '../meta/Value';
import type { Conflict } from './save';

interface Props {
  type: RecordType;
  conflict: Conflict;
  /** what the value at first and the own one are called where they are not what somebody saw and typed */
  names?: { before: string; mine: string };
  /** takes what the other one wrote */
  giveUp: () => void;
  /** chooses nothing yet */
  back?: () => void;
  save: (values: Values, version: string | number | undefined) => Promise<unknown>;
}

/** Original, mine and current value of each field both people changed, and a choice between the last two. */
export default function ConflictDialog({ type, conflict, names: called, giveUp, back = giveUp, save }: Props) {
  const app = useApp();
  const { t, l } = app;
  const names = Object.keys(conflict.mine);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(names));
  /** Being saved. Whoever is faster once more leads to another one, which is asked again. */
  const [sent, setSent] = useState<Conflict>();
  const busy = sent === conflict;
  const keep = () => {
    const chosen = Object.fromEntries(
      names.filter((name) => mine.has(name)).map((name) => [name, conflict.mine[name]]),
    );
    if (mine.size === 0) return giveUp();
    setSent(conflict);
    save(chosen, conflict.current.version).catch((error: Error) => {
      setSent(undefined);
      toast(error.message, 'danger');
    });
  };
  const choose = (name: string, own: boolean) => {
    const next = new Set(mine);
    if (own) next.add(name);
    else next.delete(name);
    setMine(next);
  };
  const footer = (
    <>
      <Button disabled={busy} onClick={giveUp}>
        {t('conflict.reload')}
      </Button>
      <Button look="solid" busy={busy} onClick={keep}>
        {t('conflict.keep')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('conflict.title')} onClose={back} footer={footer} width={720}>
      <p className="dim">{t('conflict.text')}</p>
      <Table
        label={t('conflict.title')}
        heads={[
          t('conflict.field'),
          called?.before ?? t('conflict.before'),
          called?.mine ?? t('conflict.mine'),
          t('conflict.theirs'),
        ]}
      >
        {names.map((name) => {
          const field = type.fields.find((one) => one.name === name);
          const shown = (value: unknown) =>
            field?.kind === 'parts' && Array.isArray(value) && value.length > 0 ? (
              <PartsEditor field={field} value={value} onChange={() => undefined} readOnly />
            ) : (
              (field ? wordsOf(field, value, app) : String(value ?? '')) || '–'
            );
          const radio = (own: boolean, value: unknown) => (
            <label className="check-row">
              <input type="radio" name={name} checked={mine.has(name) === own} onChange={() => choose(name, own)} />
              <span>{shown(value)}</span>
            </label>
          );
          return (
            <tr key={name}>
              <th scope="row">{l(field?.label) || name}</th>
              <td>{shown(conflict.before[name])}</td>
              <td>{radio(true, conflict.mine[name])}</td>
              <td>{radio(false, conflict.current[name])}</td>
            </tr>
          );
        })}
      </Table>
    </Dialog>
  );
}
