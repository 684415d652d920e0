import { useApp } from '../app';
import { Progress } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { giveUp, tryAgain, useUploads } from './uploads';

/** How far each file is; one that did not arrive waits here to be tried again. */
export function Uploading({ entity, id }: { entity: string; id: string }) {
  const { t } = useApp();
  const uploads = useUploads(entity, id);
  if (uploads.length === 0) return null;
  return (
    <ul className="files uploads" aria-label={t('file.uploading')}>
      {uploads.map(({ key, file, sent, problem }) => (
        <li key={key}>
          <span className="grow two-lines">
            <span>{file.name}</span>
            {problem ? (
              <small className="error" role="alert">
                {problem}
              </small>
            ) : (
              <Progress label={file.name} value={sent} total={file.size} />
            )}
          </span>
          {problem && (
            <Button icon="refresh" onClick={() => tryAgain([key])}>
              {t('error.again')}
            </Button>
          )}
          {problem && (
            <IconButton icon="close" label={t('file.giveUp', { name: file.name })} onClick={() => giveUp(key)} />
          )}
        </li>
      ))}
    </ul>
  );
}
