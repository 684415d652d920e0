import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { at } from '../api/client';
import { send } from '../api/sending';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { isPicture } from '../record/previews';

const Preview = lazily(() => import('../record/Preview'));

/** The record whose part something is. */
export interface Home {
  entity: string;
  id: string;
}

/** The picture of a part, such as the map of an address; a click shows it over the page. */
export function PartPicture({ id, name }: { id: unknown; name: string }) {
  const [shown, show] = useState(false);
  const [gone, lost] = useState<unknown>();
  if (typeof id !== 'string' || id === '' || gone === id) return null;
  return (
    <>
      <button type="button" className="part-picture" aria-label={name} title={name} onClick={() => show(true)}>
        <img src={at('files', id)} alt="" loading="lazy" onError={() => lost(id)} />
      </button>
      <Block close={() => show(false)}>
        {shown && <Preview file={{ id, name }} picture close={() => show(false)} />}
      </Block>
    </>
  );
}

interface ToolsProps {
  record: Home;
  label: string;
  chosen: boolean;
  choose: (file: string | null) => void | Promise<void>;
}

/** Chooses the picture of a part, which is kept with the files of its record, or takes it away from the part. */
export function PictureTools({ record, label, chosen, choose }: ToolsProps) {
  const { t } = useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const keep = async (file: File | undefined) => {
    if (!file) return;
    if (!isPicture(file)) return toast(t('parts.notPicture', { name: file.name }), 'danger');
    setBusy(true);
    try {
      const kept = await send(at('records', record.entity, record.id, 'files'), file, () => undefined);
      await choose(String(kept['id']));
      void client.invalidateQueries({ queryKey: ['record', record.entity, record.id, 'files'] });
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
    setBusy(false);
  };
  const words = t('parts.picture', { what: label });
  return (
    <>
      <label className="btn quiet icon-only file-button" title={words} aria-busy={busy}>
        <Icon name="camera" size={17} />
        <input
          type="file"
          accept="image/*"
          aria-label={words}
          disabled={busy}
          onChange={(event) => {
            void keep(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {chosen && (
        <IconButton icon="x" label={t('parts.noPicture', { what: label })} onClick={() => void choose(null)} />
      )}
    </>
  );
}
