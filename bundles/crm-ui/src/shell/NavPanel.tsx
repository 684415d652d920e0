import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pinsQuery } from '../api/views';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';
import { isCurrent, linkTo, type Group } from './nav';
import { useRecent } from './recent';

/** The menu of the chosen group and the records opened last. */
export function NavPanel({ group, path, search }: { group: Group | undefined; path: string; search: string }) {
  const { t, l, entity } = useApp();
  const { recent } = useRecent();
  const pins = (useQuery(pinsQuery).data ?? []).filter((pin) => entity(pin.entity));
  return (
    <div className="panel">
      {group && (
        <nav aria-label={l(group.menu.label)}>
          <h2>{l(group.menu.label)}</h2>
          {group.items.map(({ item, href }) => {
            const on = isCurrent(href, path, search);
            return (
              <Link
                key={item.id}
                {...linkTo(href)}
                className={'panel-item' + (on ? ' on' : '')}
                aria-current={on ? 'page' : undefined}
              >
                <Icon name={item.icon} size={17} />
                <span>{l(item.label)}</span>
              </Link>
            );
          })}
        </nav>
      )}
      {pins.length > 0 && (
        <nav aria-label={t('nav.pinned')}>
          <h2>{t('nav.pinned')}</h2>
          {pins.map((pin) => {
            const href = `/${pin.board ? 'board' : 'list'}/${pin.entity}?view=${encodeURIComponent(pin.view)}`;
            const on = isCurrent(href, path, search);
            return (
              <Link
                key={href}
                {...linkTo(href)}
                className={'panel-item' + (on ? ' on' : '')}
                aria-current={on ? 'page' : undefined}
                title={l(pin.label)}
              >
                <Icon name="pinned" size={17} />
                <span>{l(pin.label)}</span>
              </Link>
            );
          })}
        </nav>
      )}
      {recent.length > 0 && (
        <nav aria-label={t('nav.recent')}>
          <h2>{t('nav.recent')}</h2>
          {recent.slice(0, 8).map((record) => (
            <Link
              key={record.entity + record.id}
              to="/record/$entity/$id"
              params={{ entity: record.entity, id: record.id }}
              className="panel-item"
              title={record.label}
            >
              <Icon name={entity(record.entity)?.icon} size={17} />
              <span>{record.label}</span>
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
