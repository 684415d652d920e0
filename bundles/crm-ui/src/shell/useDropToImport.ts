import { useNavigate } from '@tanstack/react-router';
import { useApp } from '../app';
import { store } from '../kit/store';
import { toast } from '../kit/Toast';

/** The table that was dropped on the window, until the page of imports asks what it holds. */
export const dropped = store<File | null>(null);

/** Takes a table that was dropped on no list to where it is brought in; undefined for who may bring in nothing. */
export function useDropToImport(): ((files: File[]) => void) | undefined {
  const { boot, t } = useApp();
  const navigate = useNavigate();
  if (!boot.entities.some((one) => one.import)) return undefined;
  return ([file]) => {
    if (!file) return;
    if (!/\.(csv|txt|xlsx|vcf)$/i.test(file.name)) {
      toast(t('nav.notATable', { file: file.name }), 'danger');
      return;
    }
    dropped.set(file);
    void navigate({ to: '/import', search: {} });
  };
}
