import { ChangePassword } from '../boot/ChangePassword';
import { useApp } from '../app';
import { Dialog } from '../kit/Dialog';
import { toast } from '../kit/Toast';

/** Somebody at work gives himself another password; he stays signed in here, and nowhere else. */
export default function OwnPassword({ close }: { close: () => void }) {
  const { t } = useApp();
  const changed = () => {
    toast(t('user.passwordChanged'));
    close();
  };
  return (
    <Dialog title={t('signIn.change')} onClose={close} width={400}>
      <ChangePassword entered={changed} />
    </Dialog>
  );
}
