import { useQuery } from '@tanstack/react-query';
import { typeQuery } from '../api/queries';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { useRowMenu } from '../grid/useRowMenu';
import { IconButton } from '../kit/Button';

interface Props {
  id: string;
  label: string;
}

/** What can be done with an activity where it stands in a timeline. */
export function EntryTools(props: Props) {
  const { data: activity } = useQuery(typeQuery('activity'));
  return activity ? <Tools {...props} type={activity} /> : null;
}

function Tools({ id, label, type }: Props & { type: RecordType }) {
  const { t } = useApp();
  const { openMenu, rowMenu } = useRowMenu(type);
  return (
    <span className="entry-tools">
      <IconButton
        icon="dots"
        label={t('list.rowMenu', { name: label })}
        aria-haspopup="menu"
        onClick={(event) => openMenu(id, event.currentTarget)}
      />
      {rowMenu}
    </span>
  );
}
