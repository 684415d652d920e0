import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { api, at } from '../api/client';
import { lazily } from '../kit/lazily';
import { filesQuery } from '../api/queries';
import type { FileItem } from '../api/types';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Drop } from '../kit/Drop';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { toast } from '../kit/Toast';
import { canPreview, isPicture } from './previews';
import { attach } from './uploads';

const Preview = lazily(() => import('./Preview'));

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

/** The files of a record, the newest version of each; older ones are folded behind it. */
export function Files({ entity, id, writable, changeable }: Props) {
  const { t, boot } = useApp();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(filesQuery(entity, id));
  const [shown, setShown] = useState<FileItem>();
  const remove = async (file: FileItem) => {
    const title = t('file.deleteSure', { name: file.name });
    if (!(await confirm({ title, ok: t('act.delete'), danger: true }))) return;
    await api(at('files', file.id), { method: 'DELETE' }).catch((problem: Error) => toast(problem.message, 'danger'));
    void client.invalidateQueries({ queryKey: ['record', entity, id] });
  };
  const line = (file: FileItem) => {
    const removable = changeable || (writable && file.by?.id === boot.user.id);
    return <FileLine file={file} show={setShown} remove={removable ? () => void remove(file) : undefined} />;
  };
  return (
    <div className="stack">
      {writable && <Drop label={t('file.drop')} multiple onFiles={(files) => attach(entity, id, files)} />}
      {error && !data && <Failed error={error} again={refetch} />}
      {!data && !error && <Skeleton />}
      {data?.items.length === 0 && <Empty icon="attach" title={t('file.none')} />}
      <ul className="files">
        {data?.items.map((file) => (
          <li key={file.id} className="versioned">
            {line(file)}
            {file.versions && (
              <details className="folded">
                <summary>{t('file.versions', { count: file.versions.length })}</summary>
                <ul className="files">
                  {file.versions.map((older) => (
                    <li key={older.id}>{line(older)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {shown && <Preview file={shown} picture={isPicture(shown)} close={() => setShown(undefined)} />}
      </Suspense>
    </div>
  );
}

interface LineProps {
  file: FileItem;
  show: (file: FileItem) => void;
  remove: (() => void) | undefined;
}

function FileLine({ file, show, remove }: LineProps) {
  const { t, fmt, called } = useApp();
  return (
    <div className="file-line">
      {isPicture(file) ? (
        <img className="thumb" src={at('files', file.id)} alt="" loading="lazy" />
      ) : (
        <Icon name="file" />
      )}
      <span className="grow two-lines">
        {canPreview(file) ? (
          <button type="button" className="link left" onClick={() => show(file)}>
            {file.name}
          </button>
        ) : (
          <a href={at('files', file.id)} download={file.name}>
            {file.name}
          </a>
        )}
        <small>
          {sizeOf(file.size)} · {fmt.moment(file.at)} {file.by?.label && t('history.by', { name: called(file.by) })}
        </small>
      </span>
      {canPreview(file) && (
        <a
          className="btn quiet icon-only"
          href={at('files', file.id)}
          download={file.name}
          aria-label={`${t('file.download')} ${file.name}`}
        >
          <Icon name="download" size={17} />
        </a>
      )}
      {remove && <IconButton icon="trash" label={`${t('act.delete')} ${file.name}`} onClick={remove} />}
    </div>
  );
}
