import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Skeleton } from '../kit/Bits';
import { intoQuery } from '../merge/api';
import { DeadEnd } from '../shell/Crash';
import { forget } from '../shell/recent';

/** A record that is not there: if it became part of another one, an old link leads to that. */
export default function Moved({ entity, id, message }: { entity: string; id: string; message: string }) {
  const { data: into, isPending } = useQuery(intoQuery(entity, id));
  useEffect(() => forget(entity, id), [entity, id]);
  if (isPending) return <Skeleton lines={8} />;
  if (into) return <Navigate to="/record/$entity/$id" params={{ entity, id: into.id }} replace />;
  return <DeadEnd title={message} />;
}
