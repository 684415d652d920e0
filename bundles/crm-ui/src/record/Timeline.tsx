import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { timelineQuery } from '../api/queries';
import type { RecordType, TimelineItem } from '../api/types';
import { useApp } from '../boot/app';
import { Empty, Pill, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Changes, useVerb } from './Changes';

const pictures = { activity: 'activity', change: 'history', note: 'note', file: 'attach' };

/** Everything that happened and will happen with a record, what lies ahead first. */
export function Timeline({ type, id }: { type: RecordType; id: string }) {
  const { t } = useApp();
  const query = useInfiniteQuery(timelineQuery(type.name, id));
  if (query.error) return <Empty icon="warning" title={query.error.message} />;
  if (!query.data) return <Skeleton />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty icon="history" title={t('record.nothing')} />;
  const now = Date.now();
  const ahead = items.filter((item) => Date.parse(item.at) > now).sort((a, b) => (a.at < b.at ? -1 : 1));
  const past = items.filter((item) => Date.parse(item.at) <= now);
  const block = (title: string, list: TimelineItem[]) =>
    list.length > 0 && (
      <section aria-label={title}>
        <h3 className="dim">{title}</h3>
        <ol className="timeline">
          {list.map((item) => (
            <Entry key={item.id} item={item} type={type} />
          ))}
        </ol>
      </section>
    );
  return (
    <div className="stack">
      {block(t('history.planned'), ahead)}
      {block(t('history.past'), past)}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('history.more')}</Button>}
    </div>
  );
}

function Entry({ item, type }: { item: TimelineItem; type: RecordType }) {
  const { t, l, fmt } = useApp();
  const verbOf = useVerb();
  const title = item.kind === 'change' ? verbOf(item.verb, item.verbLabel) : item.label;
  return (
    <li>
      <span className="dot">
        <Icon name={item.icon ?? pictures[item.kind]} size={15} />
      </span>
      <div className="grow">
        <div className="row-gap wrap">
          {item.record && item.entity && item.record !== '' && item.kind === 'activity' ? (
            <Link to="/record/$entity/$id" params={{ entity: item.entity, id: item.record }} className="strong">
              {title}
            </Link>
          ) : (
            title && <span className="strong">{title}</span>
          )}
          {item.state && <Pill tone={item.state.tone}>{l(item.state.label)}</Pill>}
        </div>
        {item.text && <p className="pre clamp">{item.text}</p>}
        {item.verb !== 'create' && <Changes type={type} verb={item.verb} changes={item.changes ?? []} />}
        <small className="dim" title={fmt.moment(item.at)}>
          {fmt.moment(item.at)} {item.by?.label && t('history.by', { name: item.by.label })}
        </small>
      </div>
    </li>
  );
}
