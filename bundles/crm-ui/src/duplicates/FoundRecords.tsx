import { Link } from '@tanstack/react-router';
import type { RecordType } from '../api/types';
import type { Match } from './api';

/** Records that may be the same, each with its owner. */
export function FoundRecords({ type, records }: { type: RecordType; records: Match[] }) {
  return (
    <ul className="found-records">
      {records.map((record) => (
        <li key={record.id}>
          <Link to="/record/$entity/$id" params={{ entity: type.name, id: record.id ?? '' }}>
            {record.title || record.id}
          </Link>
          <span className="dim">{record.owner}</span>
        </li>
      ))}
    </ul>
  );
}
