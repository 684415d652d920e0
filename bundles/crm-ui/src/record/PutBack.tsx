import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { api, at } from '../api/client';
import { Overtaken, writeValues } from '../api/meanwhile';
import type { Change, Field, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { wireValues } from '../form/schema';
import type { Values } from '../form/useForm';
import { IconButton } from '../kit/Button';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { useKeep, type Conflict } from './save';
import { putBack, undoButton } from './undo';
import { isStill } from './wayBack';

const ConflictDialog = lazily(() => import('./ConflictDialog'));

interface Props {
  type: RecordType;
  record: Row;
  field: Field;
  change: Change;
}

/** One changed value gets back what it was before, unless it is another one by now: then both are laid side by side. */
export function PutBack({ type, record, field, change }: Props) {
  const { t, l } = useApp();
  const client = useQueryClient();
  const keep = useKeep(type.name);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);
  const name = field.name;
  const renew = () => client.invalidateQueries({ queryKey: ['record', type.name, record.id] });
  const write = async (values: Values, known: Row) => {
    const after = await writeValues(type.name, known, wireValues(type.fields, values));
    const before = wireValues(type.fields, { [name]: known[name] ?? null });
    setConflict(null);
    keep(after);
    toast(
      t('history.wasPutBack', { field: l(field.label) }),
      'success',
      undoButton(t, () => putBack(type.name, before, after), renew),
    );
  };
  const ask = (current: Row) =>
    setConflict({ before: { ...current, [name]: change.new }, mine: { [name]: change.old ?? null }, current });
  const start = async () => {
    setBusy(true);
    try {
      if (isStill(field, change, record)) await write({ [name]: change.old ?? null }, record);
      else ask(await api<Row>(at('records', type.name, record.id)));
    } catch (error) {
      if (error instanceof Overtaken) ask(error.current);
      else toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const giveUp = () => {
    if (conflict) keep(conflict.current);
    setConflict(null);
  };
  return (
    <>
      <IconButton
        icon="restore"
        className="put-back"
        busy={busy}
        label={t('history.putBack', { field: l(field.label) })}
        onClick={() => void start()}
      />
      <Suspense>
        {conflict && (
          <ConflictDialog
            type={type}
            conflict={conflict}
            names={{ before: t('history.asChanged'), mine: t('history.former') }}
            giveUp={giveUp}
            save={(values) => write(values, conflict.current)}
          />
        )}
      </Suspense>
    </>
  );
}
