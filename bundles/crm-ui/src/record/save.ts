import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { Overtaken, writeValues } from '../api/meanwhile';
import { recordQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
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

/** Parts that somebody has taken away meanwhile are made anew, should the own ones be chosen. */
function anew(values: Values, current: Row): Values {
  const there = (name: string) => new Set([current[name]].flat().map((part) => (part as Values | null)?.['id']));
  const parts = (name: string, all: Values[]) =>
    all.map((part) => (there(name).has(part['id']) ? part : { ...part, id: undefined }));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) && typeof value[0] === 'object' ? parts(name, value as Values[]) : value,
    ]),
  );
}

/**
 * Writes changed values of a record; when somebody else was faster, both versions are laid side by side, and `save`
 * waits for the choice between them. It answers false when nothing was chosen: then one goes on typing.
 */
export function useSave(type: RecordType, record: Row) {
  const { t } = useApp();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const waiting = useRef<((chosen: boolean) => void)[]>([]);
  const keep = useKeep(type.name);
  const settle = useCallback((chosen: boolean) => {
    setConflict(null);
    waiting.current.splice(0).forEach((tell) => tell(chosen));
  }, []);
  const save = useCallback(
    async (values: Values, version = record.version): Promise<boolean> => {
      const known = { ...record, ...(version === undefined ? {} : { version }) };
      try {
        keep(await writeValues(type.name, known, wireValues(type.fields, values)));
        settle(true);
        toast(t('form.saved'));
        return true;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        setConflict({ before: record, mine: anew(values, error.current), current: error.current });
        return new Promise((tell) => waiting.current.push(tell));
      }
    },
    [record, type, keep, settle, t],
  );
  const giveUp = () => {
    if (conflict) keep(conflict.current);
    settle(true);
  };
  return { save, conflict, giveUp, back: () => settle(false) };
}
