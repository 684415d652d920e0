import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Empty, Skeleton } from '../kit/Bits';
import { Dialog } from '../kit/Dialog';
import { Failed } from '../kit/Failed';
import { Icon } from '../kit/Icon';
import { whyQuery } from './sharing';

/** Why one sees a record, each reason in a sentence. */
export default function WhyDialog({ type, id, close }: { type: RecordType; id: string; close: () => void }) {
  const { t, boot } = useApp();
  const { data, error, refetch } = useQuery(whyQuery(type.name, id));
  const reasons = data?.reasons.filter(({ grants }) => grants);
  /** Where a right is given is gone to by who administers it; the record itself is here. */
  const said = (text: string, place: string) => {
    const [entity = '', where = ''] = place.split('/');
    if (!boot.user.admin || !where || where === id) return <span>{text}</span>;
    return (
      <Link to="/record/$entity/$id" params={{ entity, id: where }}>
        {text}
      </Link>
    );
  };
  return (
    <Dialog title={t('why.act')} onClose={close}>
      {error && !data && <Failed error={error} again={refetch} />}
      {!data && !error && <Skeleton />}
      {reasons?.length === 0 && <Empty icon="lock" title={t('why.none')} />}
      <ul className="plain-list">
        {reasons?.map(({ text, place = '' }, i) => (
          <li key={i} className="row-gap">
            <Icon name="check" size={16} />
            {said(text, place)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
