import { Link, useNavigate } from '@tanstack/react-router';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { Logo } from '../kit/Logo';
import { Menu, type MenuProps } from '../kit/Menu';
import { useFavourites } from './favourites';
import { linkTo, recordHref, type Group } from './nav';

interface Props {
  groups: Group[];
  current: Group | undefined;
}

/** The modules' groups as pictures with words. */
export function Rail({ groups, current }: Props) {
  const { t } = useApp();
  return (
    <nav className="rail" aria-label={t('nav.groups')}>
      <Link to="/" className="rail-logo" aria-label={t('nav.home')}>
        <Logo />
      </Link>
      {groups.map((group) => (
        <GroupLink key={group.menu.id} group={group} on={group === current} />
      ))}
    </nav>
  );
}

function GroupLink({ group, on }: { group: Group; on: boolean }) {
  const { l } = useApp();
  return (
    <Link {...linkTo(group.href)} className={'rail-item' + (on ? ' on' : '')} aria-current={on ? 'true' : undefined}>
      <Icon name={group.menu.icon} size={21} />
      <span>{l(group.menu.label)}</span>
    </Link>
  );
}

/** The same on the phone: home and groups, each with what is in it, and behind "more" what somebody keeps at hand and all. */
export function BottomBar({ groups, current }: Props) {
  const { t, l, entity } = useApp();
  const navigate = useNavigate();
  const favourites = useFavourites().map((one) => ({
    key: one.entity + one.id,
    label: one.label,
    icon: entity(one.entity)?.icon,
    onSelect: () => void navigate({ to: recordHref(one) }),
  }));
  const entriesOf = ({ menu, href, items }: Group) =>
    (items.length > 0 ? items : [{ item: menu, href }]).map((entry) => ({
      key: entry.item.id,
      label: l(entry.item.label),
      icon: entry.item.icon,
      onSelect: () => void navigate(linkTo(entry.href)),
    }));
  return (
    <nav className="bottom" aria-label={t('nav.groups')}>
      {groups
        .slice(0, 4)
        .map((group) =>
          group.href !== '/' && group.items.length > 1 ? (
            <Opener
              key={group.menu.id}
              label={l(group.menu.label)}
              icon={group.menu.icon}
              on={group === current}
              groups={[{ entries: entriesOf(group) }]}
            />
          ) : (
            <GroupLink key={group.menu.id} group={group} on={group === current} />
          ),
        )}
      <Opener
        label={t('nav.more')}
        icon="menu"
        groups={[
          { title: t('nav.favourites'), entries: favourites },
          ...groups.map((group) => ({ title: l(group.menu.label), entries: entriesOf(group) })),
        ]}
      />
    </nav>
  );
}

interface OpenerProps extends Pick<MenuProps, 'label' | 'groups'> {
  icon: string | undefined;
  on?: boolean;
}

/** A place of the bar that opens a menu over it. */
function Opener({ label, icon, on = false, groups }: OpenerProps) {
  return (
    <Menu
      label={label}
      align="end"
      groups={groups}
      trigger={(props) => (
        <button
          type="button"
          className={'rail-item' + (on ? ' on' : '')}
          aria-current={on ? 'true' : undefined}
          {...props}
        >
          <Icon name={icon} size={21} />
          <span>{label}</span>
        </button>
      )}
    />
  );
}
