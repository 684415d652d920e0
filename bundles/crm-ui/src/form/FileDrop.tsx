import { useState } from 'react';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Drop } from '../kit/Drop';

interface Props {
  label: string;
  accept?: string;
  multiple?: boolean;
  send: (file: File) => Promise<void>;
}

/** Takes files and sends them one after the other; what did not arrive waits here to be sent again. */
export function FileDrop({ send, ...drop }: Props) {
  const { t } = useApp();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<{ files: File[]; problem: string }>();
  const run = async (files: File[]) => {
    setBusy(true);
    setLeft(undefined);
    let sent = 0;
    try {
      for (; sent < files.length; sent++) await send(files[sent]!);
    } catch (error) {
      setLeft({ files: files.slice(sent), problem: (error as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack tight">
      <Drop {...drop} busy={busy} onFiles={(files) => void run(files)} />
      {left && (
        <div className="row-gap" role="alert">
          <span className="grow two-lines">
            <span>{left.files.map((file) => file.name).join(', ')}</span>
            <small className="error">{left.problem}</small>
          </span>
          <Button icon="refresh" onClick={() => void run(left.files)}>
            {t('error.again')}
          </Button>
        </div>
      )}
    </div>
  );
}
