import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { Menu } from './Menu';
import { useLine } from './useLine';

interface Props {
  label: string;
  value: string;
  onChange: (id: string) => void;
  tabs: { id: string; label: ReactNode; count?: string | undefined }[];
}

/** Tabs in one line over one panel with id `panel-<tab>`; arrow keys move. Where they find no room a menu has them all. */
export function Tabs({ label, value, onChange, tabs }: Props) {
  const { setLine, tooLong } = useLine(value, tabs.length);
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
      <div ref={setLine} className="tabs" role="tablist" aria-label={label}>
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
      {tooLong && (
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
