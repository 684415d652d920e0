import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, at, Problem } from '../api/client';
import { same } from '../api/meanwhile';
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
    async function save(values: Values, version = record.version): Promise<boolean> {
      const url = at('records', type.name, record.id);
      const before = record;
      try {
        keep(await api<Row>(url, { method: 'PATCH', body: wireValues(type.fields, values), version }));
        setConflict(null);
        toast(t('form.saved'));
        return true;
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 412) throw error;
        const current = (error.body['current'] as Row | undefined) ?? (await api<Row>(url));
        // Who changed other fields is in nobody's way.
        const touched = Object.keys(values).some((name) => !same(before[name], current[name]));
        if (!touched) return save(values, current.version);
        setConflict({ before, mine: values, current });
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
