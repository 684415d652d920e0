import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { useTrail } from '../grid/trail';
import { IconButton } from '../kit/Button';
import { isPressed, shortcuts } from '../kit/shortcuts';

const keys = shortcuts.record;

/** Through the list one came from: the record before and the one behind, also by Alt and the arrow keys. */
export function Trail({ type, id }: { type: RecordType; id: string }) {
  const { t, fmt } = useApp();
  const navigate = useNavigate();
  const trail = useTrail(type.name, id);
  const before = trail?.before;
  const next = trail?.next;
  const go = useCallback(
    (to: string) => void navigate({ to: '/record/$entity/$id', params: { entity: type.name, id: to }, replace: true }),
    [navigate, type.name],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const to = isPressed(event, keys.before) ? before : isPressed(event, keys.next) ? next : undefined;
      if (!to) return;
      event.preventDefault();
      go(to);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go, before, next]);
  if (!trail) return null;
  const step = (to: string | undefined, icon: string, label: string, [key]: readonly string[]) => (
    <IconButton icon={icon} label={label} aria-keyshortcuts={key} disabled={!to} onClick={() => to && go(to)} />
  );
  return (
    <span className="trail" role="group" aria-label={t('trail.label')}>
      {step(before, 'left', t('trail.before'), keys.before)}
      <span className="dim">
        {fmt.number(trail.position)}/{fmt.number(trail.total)}
        {!trail.exact && '+'}
      </span>
      {step(next, 'right', t('trail.next'), keys.next)}
    </span>
  );
}
