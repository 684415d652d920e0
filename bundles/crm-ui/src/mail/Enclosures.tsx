import { useQuery, useQueryClient } from '@tanstack/react-query';
import { at, upload } from '../api/client';
import { filesQuery } from '../api/queries';
import type { FileItem } from '../api/types';
import { useApp } from '../app';
import { FileDrop } from '../form/FileDrop';
import { Check } from '../kit/Check';

interface Props {
  entity: string;
  id: string;
  chosen: string[];
  choose: (change: (chosen: string[]) => string[]) => void;
}

/** The files of the record, of which those ticked go along; a new one is kept with the record first. */
export function Enclosures({ entity, id, chosen, choose }: Props) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data } = useQuery(filesQuery(entity, id));
  const add = async (file: File) => {
    const kept = await upload<FileItem>(at('records', entity, id, 'files'), file);
    choose((now) => [...now, kept.id]);
    void client.invalidateQueries({ queryKey: filesQuery(entity, id).queryKey });
  };
  return (
    <fieldset className="stack tight plain">
      <legend className="dim">{t('record.files')}</legend>
      {data?.items.map((file) => (
        <Check
          key={file.id}
          checked={chosen.includes(file.id)}
          onChange={(on) => choose((now) => (on ? [...now, file.id] : now.filter((one) => one !== file.id)))}
        >
          {file.name}
        </Check>
      ))}
      <FileDrop label={t('file.drop')} multiple send={add} />
    </fieldset>
  );
}
