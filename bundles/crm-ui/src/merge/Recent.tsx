import { useQuery } from '@tanstack/react-query';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { recentQuery } from './api';
import { takeApart } from './takeApart';

/** Merges into a record that can still be taken back. */
export default function Recent({ entity, id }: { entity: string; id: string }) {
  const { t, l, fmt } = useApp();
  const { data } = useQuery(recentQuery(entity, id));
  if (!data || data.items.length === 0) return null;
  return (
    <ul className="plain-list">
      {data.items.map(({ merge, at, went }) => (
        <li key={merge}>
          <span className="grow">{t('merge.recent', { number: fmt.number(went), at: fmt.moment(at) })}</span>
          <Button icon="restore" onClick={() => void takeApart(merge, { t, l })}>
            {t('merge.undo')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
