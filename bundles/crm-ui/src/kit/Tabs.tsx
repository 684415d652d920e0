import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { IconButton } from './Button';
import { Menu } from './Menu';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  tabs: { id: string; label: ReactNode; count?: string | undefined }[];
}

/** Brings the chosen tab into the line's view without moving the page. */
function showChosen(line: HTMLElement | null): void {
  const chosen = line?.querySelector('[aria-selected="true"]');
  if (!line || !chosen) return;
  const [frame, own] = [line.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (own.left < frame.left) line.scrollLeft += own.left - frame.left;
  else if (own.right > frame.right) line.scrollLeft += own.right - frame.right;
}

/** Whether there is more in a line than it has room for. */
function useOverflow(line: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const box = line.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(() => setOverflows(box.scrollWidth > box.clientWidth));
    for (const one of [box, ...box.children]) watch.observe(one);
    return () => watch.disconnect();
  }, [line]);
  return overflows;
}

/** Tabs in one line over one panel with id `panel-<tab>`; arrow keys move. Where they find no room a menu has them all. */
export function Tabs({ label, value, onChange, tabs }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(line);
  useEffect(() => showChosen(line.current), [value, overflows]);
  const move = (step: number) => {
    const now = tabs.findIndex((tab) => tab.id === value);
    const next = tabs[(now + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  const entry = (tab: Props['tabs'][number]) => ({
    key: tab.id,
    label: tab.label,
    checked: tab.id === value,
    onSelect: () => onChange(tab.id),
  });
  return (
    <div className="tabs-row">
      <div ref={line} className="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === value}
            aria-controls={tab.id === value ? `panel-${tab.id}` : undefined}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1);
              if (event.key === 'ArrowLeft') move(-1);
            }}
          >
            {tab.label}
            {tab.count !== undefined && <span className="count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {overflows && (
        <Menu
          label={label}
          align="end"
          groups={[{ entries: tabs.map(entry) }]}
          trigger={(trigger) => <IconButton icon="down" label={label} {...trigger} />}
        />
      )}
    </div>
  );
}

export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`}>
      {children}
    </div>
  );
}
