import { useEffect, useRef, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useApp } from '../app';
import { IconButton } from '../kit/Button';

export interface Typed {
  text: string;
  type: (text: string) => void;
  close: () => void;
}

interface Props extends Typed {
  /** what the box is to what was found */
  box?: ComponentProps<'input'>;
  press?: (event: KeyboardEvent) => void;
  children?: ReactNode;
}

/** The box one searches in: it stands before what looks has come, so that nothing typed meanwhile is lost. */
export function PaletteFrame({ text, type, close, box, press, children }: Props) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  // One goes on behind what was typed already.
  useEffect(() => input.current?.setSelectionRange(input.current.value.length, input.current.value.length), []);
  return createPortal(
    <div className="palette-back" onPointerDown={(event) => event.target === event.currentTarget && close()}>
      <div
        className="palette"
        role="dialog"
        aria-modal
        aria-label={t('nav.search')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') close();
          press?.(event);
        }}
      >
        <div className="palette-box">
          <input
            ref={input}
            autoFocus
            aria-label={t('nav.search')}
            placeholder={t('nav.searchHint')}
            autoComplete="off"
            spellCheck={false}
            {...box}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
          <span className="only-narrow">
            <IconButton icon="x" label={t('act.close')} onClick={close} />
          </span>
        </div>
        {children}
      </div>
    </div>,
    document.body,
  );
}
