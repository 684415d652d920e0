import { useApp } from '../app';
import { Dialog } from '../kit/Dialog';
import LeftList from './LeftList';

/** What an undo left as it is, over the page. */
export default function LeftDialog({ undo, close }: { undo: string; close: () => void }) {
  const { t } = useApp();
  return (
    <Dialog title={t('undone.title')} onClose={close} width={640}>
      <LeftList undo={undo} close={close} />
    </Dialog>
  );
}
