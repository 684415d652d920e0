import { useTranslation } from 'react-i18next';
import type { Session } from '../api/types';
import { Dialog } from '../kit/Dialog';
import { PasswordForm, Personas } from './SignIn';

/** The session ended while somebody worked: he signs in again on top of his page and loses nothing he typed. */
export default function SignInAgain({ login, entered }: { login: string; entered: (session: Session) => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('signIn.endedTitle')} width={400}>
      <div className="stack">
        <p className="dim">{t('signIn.endedText')}</p>
        <PasswordForm entered={entered} login={login} />
        <Personas entered={entered} />
      </div>
    </Dialog>
  );
}
