import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useApp } from '../boot/app';
import { IconButton } from '../kit/Button';
import type { Group } from './nav';
import { PaletteHit } from './PaletteHit';
import { usePalette, type Hit } from './usePalette';

interface Props {
  groups: Group[];
  close: () => void;
  create: (entity: string) => void;
  showKeys: () => void;
}

/** Finds records, pages and commands by a few letters. */
export default function Palette({ groups, close, create, showKeys }: Props) {
  const { t } = useApp();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const { sections, trouble } = usePalette(text, groups, { create, showKeys });
  const hits = sections.flatMap((section) => section.hits);
  useEffect(() => setAt(0), [text]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (hit: Hit | undefined, beside: boolean) => {
    if (!hit) return;
    if (beside && hit.href) return void window.open(hit.href, '_blank', 'noopener');
    close();
    hit.run();
  };
  let index = 0;
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
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
          if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          if (event.key === 'Enter') choose(hits[at], event.ctrlKey || event.metaKey);
          if (['ArrowDown', 'ArrowUp', 'Tab', 'Enter'].includes(event.key)) event.preventDefault();
        }}
      >
        <div className="palette-box">
          <input
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls="palette-hits"
            aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
            aria-label={t('nav.search')}
            placeholder={t('nav.searchHint')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="only-narrow">
            <IconButton icon="x" label={t('act.close')} onClick={close} />
          </span>
        </div>
        <div className="palette-hits" ref={box} id="palette-hits" role="listbox" aria-label={t('nav.results')}>
          {sections.map((section) => (
            <div key={section.title} role="group" aria-label={section.title}>
              <p className="palette-kind" aria-hidden>
                {section.title}
              </p>
              {section.hits.map((hit) => {
                const i = index++;
                return (
                  <PaletteHit
                    key={hit.key}
                    hit={hit}
                    id={`hit-${i}`}
                    selected={i === at}
                    choose={(beside) => choose(hit, beside)}
                    point={() => setAt(i)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        <p className="dim pad" role="status">
          {trouble && t(`find.${trouble}`)}
        </p>
      </div>
    </div>,
    document.body,
  );
}
