import { useApp } from '../app';
import { IconButton } from '../kit/Button';
import { Call } from './Call';
import type { Logging } from './HomePage';
import type { Reach } from './reach';

/** Calls whom a line tells of, and writes down what was said. */
export function Tools({ reach, who, log }: { reach: Reach; who: string; log: (what: Logging) => void }) {
  const { t } = useApp();
  const { phone, about } = reach;
  return (
    <>
      {phone && <Call number={phone} who={who} />}
      {about && <IconButton icon="note" label={t('log.about', { what: who })} onClick={() => log({ about })} />}
    </>
  );
}
