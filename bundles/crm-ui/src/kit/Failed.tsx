import { useTranslation } from 'react-i18next';
import { Empty } from './Bits';
import { Button } from './Button';

interface Props {
  error: Error;
  again: () => unknown;
}

/** In place of what could not be fetched and was not there before: why, and a way to ask for it again. */
export function Failed({ error, again }: Props) {
  const { t } = useTranslation();
  return (
    <Empty icon="warning" title={error.message}>
      <Button onClick={() => void again()}>{t('error.again')}</Button>
    </Empty>
  );
}
