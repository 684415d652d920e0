import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { at, upload } from '../api/client';
import { filesQuery } from '../api/queries';
import type { FileItem } from '../api/types';
import { useApp } from '../boot/app';
import { Check } from '../kit/Check';
import { Drop } from '../kit/Drop';
import { toast } from '../kit/Toast';

interface Props {
  entity: string;
  id: string;
  chosen: string[];
  choose: (files: string[]) => void;
}

/** The files of the record, of which those ticked go along; a new one is kept with the record first. */
export function Enclosures({ entity, id, chosen, choose }: Props) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data } = useQuery(filesQuery(entity, id));
  const [busy, setBusy] = useState(false);
  const add = async (files: File[]) => {
    setBusy(true);
    const kept: string[] = [];
    try {
      for (const file of files) kept.push((await upload<FileItem>(at('records', entity, id, 'files'), file)).id);
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
      choose([...chosen, ...kept]);
      void client.invalidateQueries({ queryKey: filesQuery(entity, id).queryKey });
    }
  };
  return (
    <fieldset className="stack tight plain">
      <legend className="dim">{t('record.files')}</legend>
      {data?.items.map((file) => (
        <Check
          key={file.id}
          checked={chosen.includes(file.id)}
          onChange={(on) => choose(on ? [...chosen, file.id] : chosen.filter((one) => one !== file.id))}
        >
          {file.name}
        </Check>
      ))}
      <Drop label={t('file.drop')} multiple busy={busy} onFiles={(files) => void add(files)} />
    </fieldset>
  );
}
