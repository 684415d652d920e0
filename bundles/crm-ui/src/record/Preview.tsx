import { at } from '../api/client';
import { useApp } from '../app';
import { Empty } from '../kit/Bits';
import { Dialog } from '../kit/Dialog';

interface Props {
  file: { id: string; name: string };
  /** a PDF otherwise */
  picture: boolean;
  close: () => void;
}

/** A picture or a PDF over the page. */
export default function Preview({ file, picture, close }: Props) {
  const { t } = useApp();
  const shown = `${at('files', file.id)}?show=true`;
  const footer = (
    <a className="btn plain" href={at('files', file.id)} download={file.name}>
      {t('file.download')}
    </a>
  );
  return (
    <Dialog title={file.name} onClose={close} footer={footer} width={900}>
      <div className="file-shown">
        {picture ? (
          <img src={at('files', file.id)} alt={file.name} />
        ) : navigator.pdfViewerEnabled ? (
          <iframe src={shown} title={file.name} />
        ) : (
          // Phones show one only by itself.
          <Empty icon="file" title={t('file.noViewer')}>
            <a className="btn solid" href={shown} target="_blank" rel="noreferrer">
              {t('file.open')}
            </a>
          </Empty>
        )}
      </div>
    </Dialog>
  );
}
