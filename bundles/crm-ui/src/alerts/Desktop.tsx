import { useState } from 'react';
import { useApp } from '../app';
import { Button } from '../kit/Button';

/** Asks the browser whether Sala may tell things outside its window. */
export function Desktop() {
  const { t } = useApp();
  const [state, setState] = useState(() =>
    typeof Notification === 'undefined' ? ('absent' as const) : Notification.permission,
  );
  const allow = async () => setState(await Notification.requestPermission());
  return state === 'default' ? (
    <Button icon="bell" onClick={() => void allow()}>
      {t('alert.allow')}
    </Button>
  ) : (
    <p className="dim">{t(`alertState.${state}`)}</p>
  );
}
