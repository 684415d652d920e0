import { Fragment, useState } from 'react';
import { useApp } from '../app';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { bareKeysWork, letBareKeysWork, shortcuts, written } from '../kit/shortcuts';

/** All shortcuts, by where they work. */
export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useApp();
  const [bare, setBare] = useState(bareKeysWork);
  const letBare = (on: boolean) => {
    letBareKeysWork(on);
    setBare(on);
  };
  return (
    <Dialog title={t('keys.title')} onClose={close} width={560}>
      {Object.entries(shortcuts).map(([place, own]) => (
        <section key={place} className="shortcuts">
          <h2>{t(`keys.${place as keyof typeof shortcuts}`)}</h2>
          <dl>
            {Object.entries(own).map(([id, keys]) => (
              <div key={id}>
                <dt>{t(`keys.${place}-${id}` as 'keys.title')}</dt>
                <dd>
                  {(keys as readonly string[]).map((combination, i) => (
                    <Fragment key={combination}>
                      {i > 0 && ' '}
                      <kbd>{written(combination).join(' + ')}</kbd>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Check checked={bare} onChange={letBare}>
        {t('keys.bare')}
      </Check>
    </Dialog>
  );
}
