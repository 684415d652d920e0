import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { rowsQuery, typeQuery } from '../api/queries';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';
import type { Group } from './nav';
import { useRecent } from './recent';

interface Hit {
  key: string;
  label: string;
  kind: string;
  icon: string | undefined;
  run: () => void;
}
interface Props {
  groups: Group[];
  close: () => void;
  create: (entity: string) => void;
}

/** Finds pages, commands and records by a few letters. */
export default function Palette({ groups, close, create }: Props) {
  const { t } = useApp();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const commands = useCommands(groups, create);
  const asked = useDebounced(text.trim());
  const records = useRecords(asked);
  const wanted = text.trim().toLowerCase();
  const named = commands.all.filter((hit) => hit.label.toLowerCase().includes(wanted));
  // What comes later stands below, so that nothing moves under the finger; what was found for other letters is gone.
  const hits = wanted ? [...named, ...(asked === text.trim() ? records : [])] : [...commands.recent, ...commands.pages];
  useEffect(() => setAt(0), [text]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    hit.run();
  };
  return createPortal(
    <div className="palette-back" onPointerDown={(event) => event.target === event.currentTarget && close()}>
      <div
        className="palette"
        role="dialog"
        aria-modal
        aria-label={t('nav.search')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
          if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          if (event.key === 'Enter') choose(hits[at]);
          if (['ArrowDown', 'ArrowUp', 'Tab'].includes(event.key)) event.preventDefault();
        }}
      >
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-hits"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          aria-label={t('nav.search')}
          placeholder={t('nav.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div id="palette-hits" role="listbox" aria-label={t('nav.results')} ref={box} className="palette-hits">
          {hits.map((hit, i) => (
            <div
              key={hit.key}
              id={`hit-${i}`}
              role="option"
              aria-selected={i === at}
              className="palette-hit"
              onClick={() => choose(hit)}
              onPointerMove={() => setAt(i)}
            >
              <Icon name={hit.icon} size={17} />
              <span className="grow">{hit.label}</span>
              <small>{hit.kind}</small>
            </div>
          ))}
          {hits.length === 0 && <p className="dim pad">{t('list.noHit')}</p>}
        </div>
      </div>
    </div>,
    document.body,
  );
}

function useDebounced(text: string): string {
  const [late, setLate] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLate(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}

function useCommands(groups: Group[], create: (entity: string) => void) {
  const { t, l, boot, entity } = useApp();
  const navigate = useNavigate();
  const { recent } = useRecent();
  return useMemo(() => {
    const pages = groups.flatMap((group) =>
      (group.items.length > 0 ? group.items : [{ item: group.menu, href: group.href }]).map(({ item, href }): Hit => ({
        key: `page-${item.id}`,
        label: l(item.label),
        kind: l(group.menu.label),
        icon: item.icon,
        run: () => void navigate({ to: href }),
      })),
    );
    const creating = boot.entities
      .filter((one) => one.create && one.quick)
      .map((one): Hit => ({
        key: `new-${one.name}`,
        label: t('list.newOf', { what: l(one.label) }),
        kind: t('nav.command'),
        icon: 'plus',
        run: () => create(one.name),
      }));
    const last = recent.slice(0, 10).map((record): Hit => ({
      key: `recent-${record.entity}-${record.id}`,
      label: record.label,
      kind: l(entity(record.entity)?.label),
      icon: entity(record.entity)?.icon,
      run: () => void navigate({ to: '/record/$entity/$id', params: { entity: record.entity, id: record.id } }),
    }));
    return { pages, recent: last, all: [...pages, ...creating] };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [groups, recent, boot]);
}

/** Five hits of each kind of record that people create every day. */
function useRecords(text: string): Hit[] {
  const { l, boot } = useApp();
  const navigate = useNavigate();
  const entities = boot.entities.filter((entity) => entity.quick);
  const types = useQueries({
    queries: entities.map((entity) => ({ ...typeQuery(entity.name), enabled: text.length > 1 })),
  });
  const answers = useQueries({
    queries: entities.map((entity, i) => {
      const title = types[i]?.data?.titleField;
      return {
        ...rowsQuery(entity.name, { text, fields: title ? [title] : [], limit: 5 }),
        placeholderData: undefined,
        enabled: text.length > 1 && title !== undefined,
      };
    }),
  });
  if (text.length < 2) return [];
  return entities.flatMap((entity, i) => {
    const title = types[i]?.data?.titleField ?? '';
    return (answers[i]?.data?.items ?? []).map((row): Hit => ({
      key: `${entity.name}-${row.id}`,
      label: String(row[title] ?? row.id),
      kind: l(entity.label),
      icon: entity.icon,
      run: () => void navigate({ to: '/record/$entity/$id', params: { entity: entity.name, id: row.id } }),
    }));
  });
}
