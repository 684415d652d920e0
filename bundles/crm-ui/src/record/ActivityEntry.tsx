import { Link } from '@tanstack/react-router';
import type { Person, RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Pill } from '../kit/Bits';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { ending } from '../meta/lifecycle';
import { EntryTools } from './EntryTools';
import { Body } from './NoteText';

export const entryFields = ['subject', 'type', 'status', 'plannedAt', 'dueAt', 'owner', 'description'];

interface Props {
  row: Row;
  type: RecordType;
  /** it is kept in sight for what it says */
  pinned?: boolean;
  /** writes down what came of it */
  log: () => void;
}

/** An activity that does not stand where it happened: it is still to be done, or kept on top. */
export function ActivityEntry({ row, type, pinned, log }: Props) {
  const { t, l, fmt, boot, called } = useApp();
  const state = type.lifecycle?.states.find((one) => one.code === row[type.lifecycle?.field ?? '']);
  const subject = String(row['subject'] ?? '');
  const text = String(row['description'] ?? '');
  const due = row['dueAt'];
  const late = !state?.closed && typeof due === 'string' && Date.parse(due) < Date.now();
  const planned = typeof row['plannedAt'] === 'string' ? fmt.moment(row['plannedAt']) : undefined;
  const owner = row['owner'] as Person | null;
  return (
    <li>
      {ending(type, row, boot.user.id) ? (
        <IconButton className="dot" icon="check" label={t('timeline.done', { what: subject })} onClick={log} />
      ) : (
        <span className="dot">
          <Icon name={pinned ? 'pinned' : 'activity'} size={15} />
        </span>
      )}
      <div className="grow">
        <div className="row-gap wrap">
          <Link to="/record/$entity/$id" params={{ entity: 'activity', id: row.id }} className="strong">
            {subject}
          </Link>
          {state && <Pill tone={state.tone}>{l(state.label)}</Pill>}
          {late && <Pill tone="danger">{t('timeline.overdue')}</Pill>}
          <EntryTools id={row.id} label={subject} />
        </div>
        {pinned && text && <Body text={text} />}
        <small className="dim" title={planned}>
          {planned} {owner?.label && t('history.by', { name: called(owner) })}
        </small>
      </div>
    </li>
  );
}
