import { useQuery } from '@tanstack/react-query';
import { api, at } from '../api/client';
import { typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../boot/app';
import { useRowMenu } from '../grid/useRowMenu';
import { IconButton } from '../kit/Button';
import { toast } from '../kit/Toast';
import { useActions } from './useActions';

interface Props {
  id: string;
  label: string;
  /** it happened already, so something may follow it */
  done?: boolean;
}

/** What can be done with an activity where it stands in a timeline. */
export function EntryTools(props: Props) {
  const { data: activity } = useQuery(typeQuery('activity'));
  return activity ? <Tools {...props} type={activity} /> : null;
}

function Tools({ id, label, done, type }: Props & { type: RecordType }) {
  const { t } = useApp();
  const actions = useActions(type);
  const { openMenu, rowMenu } = useRowMenu(type);
  const follow = done && type.actions.find((one) => one.id === 'follow-up');
  // From what was done to what comes next, with the customer kept.
  const start = (action: RecordType['actions'][number]) =>
    api<Row>(at('records', type.name, id))
      .then((record) => actions.act(action, record))
      .catch((problem: Error) => toast(problem.message, 'danger'));
  return (
    <span className="entry-tools">
      {follow && (
        <IconButton
          icon="calendar-event"
          label={t('timeline.follow', { what: label })}
          onClick={() => void start(follow)}
        />
      )}
      <IconButton
        icon="dots"
        label={t('list.rowMenu', { name: label })}
        aria-haspopup="menu"
        onClick={(event) => openMenu(id, event.currentTarget)}
      />
      {rowMenu}
      {actions.dialog}
    </span>
  );
}
