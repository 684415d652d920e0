import { at } from '../api/client';
import { useApp } from '../app';
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
        ) : (
          <iframe src={`${at('files', file.id)}?show=true`} title={file.name} />
        )}
      </div>
    </Dialog>
  );
}
