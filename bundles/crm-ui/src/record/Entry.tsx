import { Link } from '@tanstack/react-router';
import { at } from '../api/client';
import type { RecordType, TimelineItem } from '../api/types';
import { useApp } from '../app';
import { Pill } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { MailState } from '../mail/MailState';
import { Changes, useVerb } from './Changes';
import { EntryTools } from './EntryTools';
import { OneNote } from './Notes';
import { Body } from './NoteText';

const pictures = { activity: 'activity', change: 'history', note: 'note', file: 'attach' };

interface Props {
  item: TimelineItem;
  type: RecordType;
  id: string;
  writable: boolean;
}

/** One thing that happened: what, who and when, with what can be done about it. */
export function Entry({ item, type, id, writable }: Props) {
  return (
    <li className={item.kind}>
      <span className="dot">
        <Icon name={item.icon} instead={pictures[item.kind]} size={15} />
      </span>
      <div className="grow">
        {item.note ? (
          <OneNote entity={type.name} id={id} note={item.note} writable={writable} />
        ) : (
          <Happening item={item} type={type} id={id} />
        )}
      </div>
    </li>
  );
}

function Happening({ item, type, id }: Pick<Props, 'item' | 'type' | 'id'>) {
  const { t, l, fmt, called } = useApp();
  const verbOf = useVerb();
  return (
    <>
      <div className="row-gap wrap entry-head">
        {item.kind === 'activity' ? (
          <Link to="/record/$entity/$id" params={{ entity: 'activity', id: item.id }} className="strong">
            {item.label}
          </Link>
        ) : item.kind === 'file' ? (
          <a href={at('files', item.id)} download={item.label} className="strong">
            {item.label}
          </a>
        ) : (
          <span className="strong">{item.kind === 'change' ? verbOf(item.verb, item.verbLabel) : item.label}</span>
        )}
        {item.state && <Pill tone={item.state.tone}>{l(item.state.label)}</Pill>}
        <MailState item={item} about={{ entity: type.name, id }} />
        {item.kind === 'activity' && <EntryTools id={item.id} label={item.label} />}
      </div>
      {item.text && <Body text={item.text} />}
      {item.verb !== 'create' && <Changes type={type} id={id} verb={item.verb} changes={item.changes ?? []} />}
      <small className="dim" title={fmt.moment(item.at)}>
        {fmt.relative(item.at)} {item.by?.label && t('history.by', { name: called(item.by) })}
      </small>
    </>
  );
}
