import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../boot/app';
import { useTrail } from '../grid/trail';
import { IconButton } from '../kit/Button';

/** Through the list one came from: the record before and the one behind, also by Alt and the arrow keys. */
export function Trail({ type, id }: { type: RecordType; id: string }) {
  const { t, fmt } = useApp();
  const navigate = useNavigate();
  const trail = useTrail(type.name, id);
  const before = trail?.before;
  const next = trail?.next;
  useEffect(() => {
    const go = (to: string) =>
      void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id: to }, replace: true });
    const press = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowUp' ? before : event.key === 'ArrowDown' ? next : undefined;
      if (!event.altKey || !to) return;
      event.preventDefault();
      go(to);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, type.name, before, next]);
  if (!trail) return null;
  const step = (to: string | undefined, icon: string, label: string, keys: string) => (
    <IconButton
      icon={icon}
      label={label}
      aria-keyshortcuts={keys}
      disabled={!to}
      onClick={() =>
        to && void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id: to }, replace: true })
      }
    />
  );
  return (
    <span className="trail" role="group" aria-label={t('trail.label')}>
      {step(before, 'left', t('trail.before'), 'Alt+ArrowUp')}
      <span className="dim">
        {fmt.number(trail.position)}/{fmt.number(trail.total)}
        {!trail.exact && '+'}
      </span>
      {step(next, 'right', t('trail.next'), 'Alt+ArrowDown')}
    </span>
  );
}
