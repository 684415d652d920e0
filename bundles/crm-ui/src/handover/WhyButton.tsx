import { useState } from 'react';
import type { RecordType } from '../api/types';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { lazily } from '../kit/lazily';

const WhyDialog = lazily(() => import('./WhyDialog'));

/** Asks why one sees a record, where it is told who else does. */
export function WhyButton({ type, id }: { type: RecordType; id: string }) {
  const { t } = useApp();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setAsked(true)}>
        {t('why.act')}
      </button>
      <Block close={() => setAsked(false)}>
        {asked && <WhyDialog type={type} id={id} close={() => setAsked(false)} />}
      </Block>
    </>
  );
}
