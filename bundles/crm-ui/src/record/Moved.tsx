import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useApp } from '../app';
import { moveDrafts, textsTyped } from '../form/drafts';
import { Skeleton } from '../kit/Bits';
import { toast } from '../kit/Toast';
import { intoQuery } from '../merge/api';
import { DeadEnd } from '../shell/Crash';
import { forget } from '../shell/recent';

interface Props {
  entity: string;
  id: string;
  message: string;
  /** whether somebody was at work here when it went */
  open: boolean;
}

/** A record that is not there: if it became part of another one, an old link and what was typed lead to that. */
export default function Moved({ entity, id, message, open }: Props) {
  const { t, boot } = useApp();
  const navigate = useNavigate();
  const { data: into, isPending } = useQuery(intoQuery(entity, id));
  useEffect(() => forget(entity, id), [entity, id]);
  useEffect(() => {
    if (!into) return;
    const typed = moveDrafts(boot.user.id, entity, id, into.id);
    if (open) toast(t(typed ? 'record.mergedTyped' : 'record.merged'), 'warning');
    void navigate({ to: '/record/$entity/$id', params: { entity, id: into.id }, replace: true });
  }, [into, boot.user.id, entity, id, open, navigate, t]);
  if (isPending || into) return <Skeleton lines={8} />;
  return (
    <DeadEnd title={message}>
      <Typed entity={entity} id={id} />
    </DeadEnd>
  );
}

/** What somebody was typing at a record when it went, to be taken along; back with the record it is there again. */
export function Typed({ entity, id }: { entity: string; id: string }) {
  const { t, boot } = useApp();
  const [texts] = useState(() => textsTyped(boot.user.id, entity, id));
  if (texts.length === 0) return null;
  return (
    <div className="typed">
      <p>{t('record.typed')}</p>
      {texts.map((text, i) => (
        <p key={i} className="pre card pad">
          {text}
        </p>
      ))}
    </div>
  );
}
