import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at, upload } from '../api/client';
import { filesQuery } from '../api/queries';
import type { FileItem } from '../api/types';
import { useApp } from '../boot/app';
import { Empty, Skeleton } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Drop } from '../kit/Drop';
import { Icon } from '../kit/Icon';
import { toast } from '../kit/Toast';

const sizeOf = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(0)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

interface Props {
  entity: string;
  id: string;
  /** files may be added, and one's own taken back */
  writable: boolean;
  /** the record may be changed, so what others added may be taken away too */
  changeable: boolean;
}

export function Files({ entity, id, writable, changeable }: Props) {
  const { t, fmt, boot } = useApp();
  const client = useQueryClient();
  const { data, error } = useQuery(filesQuery(entity, id));
  const [busy, setBusy] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: ['record', entity, id] });
  const add = async (files: File[]) => {
    setBusy(true);
    try {
      for (const file of files) await upload(at('records', entity, id, 'files'), file);
      toast(t('file.added'));
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
      void again();
    }
  };
  const remove = async (file: FileItem) => {
    const title = t('file.deleteSure', { name: file.name });
    if (!(await confirm({ title, ok: t('act.delete'), danger: true }))) return;
    await api(at('files', file.id), { method: 'DELETE' }).catch((problem: Error) => toast(problem.message, 'danger'));
    void again();
  };
  return (
    <div className="stack">
      {writable && <Drop label={t('file.drop')} multiple busy={busy} onFiles={(files) => void add(files)} />}
      {error && <Empty icon="warning" title={error.message} />}
      {!data && !error && <Skeleton />}
      {data?.items.length === 0 && <Empty icon="attach" title={t('file.none')} />}
      <ul className="files">
        {data?.items.map((file) => (
          <li key={file.id}>
            <Icon name="file" />
            <span className="grow two-lines">
              <a href={at('files', file.id)} download={file.name}>
                {file.name}
              </a>
              <small>
                {sizeOf(file.size)} · {fmt.moment(file.at)} {file.by?.label && t('history.by', { name: file.by.label })}
              </small>
            </span>
            {(changeable || (writable && file.by?.id === boot.user.id)) && (
              <IconButton icon="trash" label={`${t('act.delete')} ${file.name}`} onClick={() => void remove(file)} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
