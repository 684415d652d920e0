import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './Icon';
import { Pop, PopAt, type PopTrigger } from './Pop';

export interface MenuEntry {
  key: string;
  label: ReactNode;
  icon?: string | undefined;
  danger?: boolean;
  checked?: boolean | undefined;
  /** others of its group may be checked beside it */
  several?: boolean;
  /** the colour it stands for */
  swatch?: string;
  /** what only changes what the others do leaves the menu open */
  stays?: boolean;
  onSelect: () => void;
}
interface MenuGroup {
  title?: string;
  /** choices side by side, or what stays in sight while the others are scrolled */
  look?: 'row' | 'foot';
  entries: MenuEntry[];
}
export interface MenuProps {
  label: string;
  align?: 'start' | 'end';
  groups: MenuGroup[];
  trigger: (props: PopTrigger) => ReactNode;
}

const role = ({ checked, several }: MenuEntry) =>
  checked === undefined ? 'menuitem' : several ? 'menuitemcheckbox' : 'menuitemradio';

/** A drop-down menu, moved through with the arrow keys. */
export function Menu({ label, align = 'start', groups, trigger }: MenuProps) {
  return (
    <Pop label={label} role="menu" align={align} trigger={trigger} width={180}>
      {(close) => <Entries label={label} groups={groups} close={close} />}
    </Pop>
  );
}

interface AtProps extends Omit<MenuProps, 'trigger'> {
  anchor: HTMLElement;
  close: () => void;
}

/** The menu of something that is no button of its own. */
export function MenuAt({ anchor, label, align = 'start', groups, close }: AtProps) {
  return (
    <PopAt anchor={anchor} label={label} role="menu" align={align} width={180} close={close}>
      {(back) => <Entries label={label} groups={groups} close={back} />}
    </PopAt>
  );
}

function Entries({ label, groups, close }: Pick<AtProps, 'label' | 'groups' | 'close'>) {
  return (
    <div onKeyDown={walk} role="none">
      {groups
        .filter((group) => group.entries.length > 0)
        .map((group, i) => (
          <div
            key={group.title ?? i}
            role="group"
            aria-label={group.title ?? label}
            className={`menu-group ${group.look ?? ''}`}
          >
            {group.title && <div className="menu-title">{group.title}</div>}
            {group.entries.map((entry) => (
              <button
                key={entry.key}
                type="button"
                role={role(entry)}
                aria-checked={entry.checked}
                className={'menu-item' + (entry.danger ? ' danger' : '')}
                onClick={() => {
                  if (!entry.stays) close();
                  entry.onSelect();
                }}
              >
                {entry.icon && <Icon name={entry.icon} size={16} />}
                {entry.swatch && <span className="swatch" style={{ background: entry.swatch }} />}
                <span className="grow">{entry.label}</span>
                {entry.checked && <Icon name="check" size={16} />}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu-item')];
  const now = items.indexOf(document.activeElement as HTMLElement);
  const next =
    step === -Infinity ? 0 : step === Infinity ? items.length - 1 : (now + step + items.length) % items.length;
  items[next]?.focus();
}
