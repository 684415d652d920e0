import { Link, useNavigate } from '@tanstack/react-router';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';
import { Logo } from '../kit/Logo';
import { Menu } from '../kit/Menu';
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

/** The same on the phone: four groups, and behind "more" what somebody keeps at hand and the rest. */
export function BottomBar({ groups, current }: Props) {
  const { t, l, entity } = useApp();
  const navigate = useNavigate();
  const favourites = useFavourites().map((one) => ({
    key: one.entity + one.id,
    label: one.label,
    icon: entity(one.entity)?.icon,
    onSelect: () => void navigate({ to: recordHref(one) }),
  }));
  const shown = groups.slice(0, 4);
  return (
    <nav className="bottom" aria-label={t('nav.groups')}>
      {shown.map((group) => (
        <GroupLink key={group.menu.id} group={group} on={group === current} />
      ))}
      <Menu
        label={t('nav.more')}
        align="end"
        groups={[
          { title: t('nav.favourites'), entries: favourites },
          ...groups.map((group) => ({
            title: l(group.menu.label),
            entries: (group.items.length > 0 ? group.items : [{ item: group.menu, href: group.href }]).map(
              ({ item, href }) => ({
                key: item.id,
                label: l(item.label),
                icon: item.icon,
                onSelect: () => void navigate(linkTo(href)),
              }),
            ),
          })),
        ]}
        trigger={(props) => (
          <button type="button" className="rail-item" {...props}>
            <Icon name="menu" size={21} />
            <span>{t('nav.more')}</span>
          </button>
        )}
      />
    </nav>
  );
}
