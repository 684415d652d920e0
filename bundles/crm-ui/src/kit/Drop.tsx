import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from './Icon';

interface Props {
  label: string;
  accept?: string;
  multiple?: boolean;
  busy?: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files by drag, paste or choosing. */
export function Drop({ label, accept, multiple = false, busy = false, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label
      htmlFor={id}
      className={'drop' + (over ? ' over' : '')}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        event.stopPropagation();
        take(event.clipboardData.files);
      }}
    >
      {busy ? <span className="spin" aria-hidden /> : <Icon name="upload" size={22} />}
      <span>{label}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={busy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </label>
  );
}

interface AreaProps {
  className: string;
  /** what dropping does, said while a file is over it */
  label: string;
  /** absent where nothing may be dropped */
  onFiles?: ((files: File[]) => void) | undefined;
  children: ReactNode;
}

/** A whole page that takes files by drag and paste, but for those that something on it takes itself. */
export function DropArea({ className, label, onFiles, children }: AreaProps) {
  const [over, setOver] = useState(false);
  const take = (list: FileList) => {
    if (list.length > 0) onFiles?.([...list]);
  };
  return (
    <div
      className={className + (over ? ' over' : '')}
      onDragOver={(event) => {
        if (!onFiles || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (event.defaultPrevented || !onFiles) return;
        if (event.dataTransfer.files.length > 0) event.preventDefault();
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      {children}
      {over && <p className="drop-here">{label}</p>}
    </div>
  );
}

const takesFiles = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === 'file';

/** Whether something lies over the page that wants to be answered first. */
const isAsking = () => document.querySelector('[role=dialog], dialog[open]') !== null;

/**
 * What is dropped where nothing takes it: the window does, if it takes anything; never leaves the browser the page for
 * it. Says whether a file is held over the window that it would take.
 */
export function useStrayDrop(onFiles: ((files: File[]) => void) | undefined): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const isStray = ({ defaultPrevented, target, dataTransfer }: DragEvent) =>
      !defaultPrevented && !takesFiles(target) && dataTransfer?.types.includes('Files') === true;
    const hold = (event: DragEvent) => {
      const stray = isStray(event);
      const taken = stray && take.current !== undefined && !isAsking();
      setOver(taken);
      if (!stray) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = taken ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isStray(event)) return;
      event.preventDefault();
      if (!isAsking()) take.current?.([...event.dataTransfer!.files]);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragleave', leave);
    };
  }, []);
  return over;
}
