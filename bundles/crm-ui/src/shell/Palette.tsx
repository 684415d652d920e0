import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useApp } from '../app';
import type { Group } from './nav';
import { PaletteFrame, type Typed } from './PaletteFrame';
import { PaletteHit } from './PaletteHit';
import { usePalette, type Hit } from './usePalette';

interface Props {
  groups: Group[];
  typed: Typed;
  create: (entity: string) => void;
  showKeys: () => void;
}

/** Finds records, pages and commands by a few letters. */
export default function Palette({ groups, typed, create, showKeys }: Props) {
  const { t } = useApp();
  const { text, close } = typed;
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
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    if (event.key === 'Enter') choose(hits[at], event.ctrlKey || event.metaKey);
    if (['ArrowDown', 'ArrowUp', 'Tab', 'Enter'].includes(event.key)) event.preventDefault();
  };
  const combobox = {
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': 'palette-hits',
    'aria-activedescendant': hits[at] ? `hit-${at}` : undefined,
  };
  let index = 0;
  return (
    <PaletteFrame {...typed} box={combobox} press={press}>
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
    </PaletteFrame>
  );
}
