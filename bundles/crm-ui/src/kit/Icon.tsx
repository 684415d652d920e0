import { icons } from './icons';
import IconPoint from '@tabler/icons-react/dist/esm/icons/IconPoint.mjs';

/** A picture by its name; one that nobody knows is shown as a dot. */
export function Icon({ name, size = 18, className }: { name?: string | undefined; size?: number; className?: string }) {
  const Drawing = icons[name ?? ''] ?? IconPoint;
  return <Drawing size={size} stroke={1.6} aria-hidden className={className ?? ''} />;
}
