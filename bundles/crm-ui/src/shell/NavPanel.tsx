import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pinsQuery } from '../api/views';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { useFavourites } from './favourites';
import { isCurrent, linkTo, recordHref, type Group } from './nav';
import { useRecent } from './recent';

interface Entry {
  href: string;
  label: string;
  icon: string | undefined;
  /** records that were opened are not marked where one stands: they come and go as one moves */
  passing?: boolean;
}
interface Place {
  path: string;
  search: string;
}

/** What somebody keeps at hand, the menu of the chosen group and the records opened last. */
export function NavPanel({ group, ...place }: Place & { group: Group | undefined }) {
  const { t, l, entity } = useApp();
  const { recent } = useRecent();
  const favourites = useFavourites();
  const pins = (useQuery(pinsQuery).data ?? []).filter((pin) => entity(pin.entity));
  const records = (list: typeof favourites) =>
    list.map((one) => ({ href: recordHref(one), label: one.label, icon: entity(one.entity)?.icon }));
  const pinned = pins.map((pin) => ({
    href: `/${pin.board ? 'board' : 'list'}/${pin.entity}?view=${encodeURIComponent(pin.view)}`,
    label: l(pin.label),
    icon: 'pinned',
  }));
  const items = group?.items.map(({ item, href }) => ({ href, label: l(item.label), icon: item.icon }));
  const opened = records(recent.slice(0, 8)).map((one) => ({ ...one, passing: true }));
  return (
    <div className="panel">
      <Entries title={t('nav.favourites')} entries={records(favourites)} {...place} />
      <Entries title={t('nav.pinned')} entries={pinned} {...place} />
      {group && <Entries title={l(group.menu.label)} entries={items ?? []} {...place} />}
      <Entries title={t('nav.recent')} entries={opened} {...place} />
    </div>
  );
}

function Entries({ title, entries, path, search }: Place & { title: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      {entries.map(({ href, label, icon, passing }) => {
        const on = !passing && isCurrent(href, path, search);
        return (
          <Link
            key={href}
            {...linkTo(href)}
            className={'panel-item' + (on ? ' on' : '')}
            aria-current={on ? 'page' : undefined}
            title={label}
          >
            <Icon name={icon} size={17} />
            <span>{label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
