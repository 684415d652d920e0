import { Link } from '@tanstack/react-router';
import type { RecordType, Ref, Row } from '../api/types';
import { useApp } from '../boot/app';
import { Icon } from '../kit/Icon';

/** What the record was made of and what was made of it, as its conversions tied them. */
export function Chain({ type, record }: { type: RecordType; record: Row }) {
  const { t, l, entity } = useApp();
  const ties = (type.form.chain ?? []).flatMap((name) => {
    const ref = record[name] as Ref | null | undefined;
    const kind = type.fields.find((field) => field.name === name)?.ref ?? ref?.entity;
    const known = kind ? entity(kind) : undefined;
    return ref?.id && known ? [{ name, ref, known }] : [];
  });
  if (ties.length === 0) return null;
  return (
    <nav aria-label={t('record.chain')} className="chain">
      {ties.map(({ name, ref, known }) => (
        <Link key={name} to="/record/$entity/$id" params={{ entity: known.name, id: ref.id }} className="chain-link">
          <Icon name={known.icon} size={14} />
          <span className="dim">{l(known.label)}</span>
          <span className="tx">{ref.label}</span>
        </Link>
      ))}
    </nav>
  );
}
