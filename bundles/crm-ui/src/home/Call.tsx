import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { hrefOf } from '../meta/reach';

/** Rings somebody up from a line that tells of him. */
export function Call({ number, who }: { number: string; who: string }) {
  const { t } = useApp();
  return (
    <a className="btn quiet icon-only" href={hrefOf('phone', number)}>
      <Icon name="phone" size={17} />
      <span className="unseen">{t('home.call', { number, who })}</span>
    </a>
  );
}
