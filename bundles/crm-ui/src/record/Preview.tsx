import { at } from '../api/client';
import type { FileItem } from '../api/types';
import { useApp } from '../boot/app';
import { Dialog } from '../kit/Dialog';
import { isPicture } from './previews';

/** A picture or a PDF over the page. */
export default function Preview({ file, close }: { file: Pick<FileItem, 'id' | 'name' | 'type'>; close: () => void }) {
  const { t } = useApp();
  const footer = (
    <a className="btn plain" href={at('files', file.id)} download={file.name}>
      {t('file.download')}
    </a>
  );
  return (
    <Dialog title={file.name} onClose={close} footer={footer} width={900}>
      <div className="preview">
        {isPicture(file) ? (
          <img src={at('files', file.id)} alt={file.name} />
        ) : (
          <iframe src={`${at('files', file.id)}?show=true`} title={file.name} />
        )}
      </div>
    </Dialog>
  );
}
