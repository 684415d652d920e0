import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from './lazily';
import { Button } from './Button';
import { questions } from './confirm';

const Dialog = lazily(() => import('./Dialog'), 'Dialog');

export default function ConfirmHost() {
  const { t } = useTranslation();
  const question = questions.use();
  if (!question) return null;
  const footer = (
    <>
      {!question.only && <Button onClick={() => question.answer(false)}>{t('act.cancel')}</Button>}
      <Button look={question.danger ? 'danger' : 'solid'} onClick={() => question.answer(true)}>
        {question.ok}
      </Button>
    </>
  );
  return (
    <Suspense>
      <Dialog title={question.title} onClose={() => question.answer(false)} width={420} footer={footer}>
        {question.text && <p className="pre">{question.text}</p>}
      </Dialog>
    </Suspense>
  );
}
