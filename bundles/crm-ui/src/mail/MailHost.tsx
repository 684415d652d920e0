import { Suspense } from 'react';
import { lazily } from '../kit/lazily';
import { useApp } from '../app';
import { compose, letters } from './compose';

const Dialog = lazily(() => import('../kit/Dialog'), 'Dialog');
const MailForm = lazily(() => import('./MailForm'));

/** The composer over whatever page one is on. */
export default function MailHost() {
  const { t } = useApp();
  const letter = letters.use();
  if (!letter) return null;
  const close = () => compose(null);
  return (
    <Suspense>
      <Dialog title={t(letter.answers ? 'mail.reply' : 'mail.new')} onClose={close} width={640}>
        <MailForm letter={letter} done={close} />
      </Dialog>
    </Suspense>
  );
}
