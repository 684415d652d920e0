import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, at } from '../api/client';
import { Overtaken, unlessOvertaken } from '../api/meanwhile';
import { recordQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { wireValues } from '../form/schema';
import type { Values } from '../form/useForm';
import { toast } from '../kit/Toast';

export interface Conflict {
  before: Row;
  mine: Values;
  current: Row;
}

/** Keeps what a record is now, and asks anew for what shows it. */
export function useKeep(entity: string): (next: Row) => void {
  const client = useQueryClient();
  return useCallback(
    (next) => {
      client.setQueryData(recordQuery(entity, next.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ['records', entity] });
      void client.invalidateQueries({ queryKey: ['record', entity, next.id, 'history'] });
      void client.invalidateQueries({ queryKey: ['record', entity, next.id, 'timeline'] });
    },
    [client, entity],
  );
}

/**
 * Writes changed values of a record; when somebody else was faster, both versions are laid side by side. `save` says
 * whether they were written.
 */
export function useSave(type: RecordType, record: Row) {
  const { t } = useApp();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const keep = useKeep(type.name);
  const save = useCallback(
    async (values: Values, version = record.version): Promise<boolean> => {
      const url = at('records', type.name, record.id);
      const body = wireValues(type.fields, values);
      const known = { ...record, ...(version === undefined ? {} : { version }) };
      try {
        keep(
          await unlessOvertaken(url, known, Object.keys(values), (latest) =>
            api<Row>(url, { method: 'PATCH', body, version: latest }),
          ),
        );
        setConflict(null);
        toast(t('form.saved'));
        return true;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        setConflict({ before: record, mine: values, current: error.current });
        return false;
      }
    },
    [record, type, keep, t],
  );
  const giveUp = () => {
    if (conflict) keep(conflict.current);
    setConflict(null);
  };
  return { save, conflict, giveUp };
}
