import { icons } from './icons';
import IconPoint from '@tabler/icons-react/dist/esm/icons/IconPoint.mjs';

interface Props {
  name?: string | undefined;
  /** the picture of what has none of its own, as a kind that the company made up; otherwise a dot */
  instead?: string | undefined;
  size?: number;
  className?: string;
}

/** A picture by its name. */
export function Icon({ name, instead, size = 18, className }: Props) {
  const Drawing = icons[name ?? ''] ?? icons[instead ?? ''] ?? IconPoint;
  return <Drawing size={size} stroke={1.6} aria-hidden className={className ?? ''} />;
}
