import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Failed } from '../kit/Failed';
import { compared, matchesQuery } from './api';
import { MatchName, MatchReason } from './MatchWords';

interface Props {
  type: RecordType;
  record: Row;
  close: () => void;
}

/** Which other records may be the same as one, each with a way to make them one. */
export default function LikeThisDialog({ type, record, close }: Props) {
  const { t } = useApp();
  const { data, error, refetch } = useQuery(matchesQuery(type.name, compared(type, record), record.id));
  const footer = (
    <Button look="solid" onClick={close}>
      {t('act.close')}
    </Button>
  );
  return (
    <Dialog title={t('dup.title')} onClose={close} footer={footer}>
      {error && !data ? (
        <Failed error={error} again={refetch} />
      ) : !data ? (
        <Skeleton />
      ) : data.length === 0 ? (
        <Empty icon="success" title={t('dup.none')} />
      ) : (
        <ul className="like-this">
          {data.map((match, i) => (
            <li key={match.id ?? i}>
              <span className="grow">
                <MatchName type={type} match={match} /> <MatchReason type={type} match={match} />
              </span>
              {match.id && type.access.update && (
                <Link
                  to="/merge/$entity"
                  params={{ entity: type.name }}
                  search={{ ids: [record.id, match.id], stays: record.id }}
                  className="btn plain"
                  onClick={close}
                >
                  {t('merge.act')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
