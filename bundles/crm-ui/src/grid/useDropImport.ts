import { useNavigate } from '@tanstack/react-router';
import { patiently } from '../api/patiently';
import { useApp } from '../app';
import { toast } from '../kit/Toast';

const load = patiently(() => import('../imports/begin'));

/** Begins to bring a file in that was dropped on a list; undefined where nothing may be brought in. */
export function useDropImport(name: string): ((files: File[]) => void) | undefined {
  const { entity } = useApp();
  const navigate = useNavigate();
  if (entity(name)?.import !== true) return undefined;
  return ([file]) => {
    if (!file) return;
    void load()
      .then(({ begin }) => begin(name, file))
      .then(({ id }) => navigate({ to: '/import', search: { entity: name, id } }))
      .catch((problem: unknown) => toast((problem as Error).message, 'danger'));
  };
}
