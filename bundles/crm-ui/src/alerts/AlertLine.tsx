import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApp } from '../app';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { Answer } from './Answer';
import { markRead, snooze } from './api';
import type { Group } from './grouped';
import { restTimes } from './rest';

const icons: Record<string, string> = {
  activity: 'calendar-event',
  resource: 'users',
  assignment: 'user',
  anniversary: 'cake',
  convertLead: 'convert',
  mention: 'at',
  followed: 'eye',
  export: 'download',
};

interface Props {
  group: Group;
  onOpen?: () => void;
  /** what else can be done about the record from here */
  children?: ReactNode;
}

/** What happened with one record: the newest in words, how many before it, and what can be done at once. */
export function AlertLine({ group, onOpen, children }: Props) {
  const { t, fmt } = useApp();
  const [alert] = group;
  const ids = group.map((one) => one.id);
  const asks = group.find((one) => one.asks);
  const others = group.slice(1);
  const when = alert.due ?? alert.day;
  return (
    <li className={alert.read ? 'read' : ''}>
      <Icon name={icons[alert.kind] ?? 'bell'} size={18} />
      <div className="grow tx">
        <Link
          to="/record/$entity/$id"
          params={{ entity: alert.record.entity ?? '', id: alert.record.id }}
          preload={false}
          onClick={() => {
            if (!alert.read) void markRead(ids);
            onOpen?.();
          }}
        >
          <span className="told">
            <Told {...alert} />
            {alert.more > 0 && ' ' + t('alert.more', { number: alert.more })}
          </span>
        </Link>
        <small>
          {when && <b>{alert.due ? fmt.moment(alert.due) : fmt.day(when)}</b>}
          <time dateTime={alert.at}>{fmt.relative(alert.at)}</time>
          {alert.snoozed && <span>{t('alert.rests', { until: fmt.moment(alert.snoozed) })}</span>}
        </small>
        {others.length > 0 && (
          <small className="told">
            {[...new Set(others.map((one) => one.text))].filter((text) => text !== alert.text).join(' · ')}
          </small>
        )}
        {asks && <Answer activity={asks.record.id} />}
      </div>
      {children}
      <Snooze ids={ids} />
      <IconButton
        icon={alert.read ? 'mail' : 'check'}
        label={t(alert.read ? 'alert.unread' : 'alert.read')}
        onClick={() => void markRead(ids, !alert.read)}
      />
    </li>
  );
}

/** The name of the record stays whole where a line has room for it: Thai names are broken anywhere otherwise. */
function Told({ text, record }: Pick<Group[0], 'text' | 'record'>) {
  const name = record.label;
  const at = name ? text.indexOf(name) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <span className="whole">{name}</span>
      {text.slice(at + name.length)}
    </>
  );
}

function Snooze({ ids }: { ids: string[] }) {
  const { t, boot } = useApp();
  return (
    <Menu
      label={t('alert.snooze')}
      align="end"
      groups={[
        {
          entries: restTimes(new Date(), boot.company.timeZone).map(({ key, until }) => ({
            key,
            label: t(`alertRest.${key}`),
            onSelect: () => void snooze(ids, until.toISOString()),
          })),
        },
      ]}
      trigger={(props) => <IconButton icon="clock" label={t('alert.snooze')} {...props} />}
    />
  );
}
