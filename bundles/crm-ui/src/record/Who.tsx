import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Avatar } from '../kit/Bits';
import { Icon } from '../kit/Icon';
import { iconOf, reachesOf } from '../meta/reach';
import { ReachLink } from '../meta/ReachLink';
import { letterOf } from '../meta/append';
import './who.css';

/** Whom a record is about, by name where that is not read just above, and how he is reached. */
export function Who({ type, record, name }: { type: RecordType; record: Row; name?: string }) {
  const { t, l } = useApp();
  const reaches = reachesOf(type, record);
  if (reaches.length === 0) return null;
  return (
    <section className={name ? 'card pad who' : 'who'} aria-label={t('record.reach')}>
      {name && (
        <div className="row-gap">
          <Avatar name={name} id={record.id} size={36} />
          <strong className="tx">{name}</strong>
        </div>
      )}
      <ul>
        {reaches.map(({ field, words, href }) => (
          <li key={field.name}>
            <ReachLink kind={field.kind} words={words} href={href} {...letterOf(type, record)} title={words}>
              <Icon name={iconOf(field.kind)} size={20} />
              <span>{l(field.label)}</span>
              <span className="unseen">{words}</span>
            </ReachLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
