import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pickListQuery } from '../api/queries';
import { useApp } from '../app';
import { Segments, Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { toast } from '../kit/Toast';
import { choiceQuery, keepChoice, type Choice, type Whose } from './api';
import { ChoiceTable } from './ChoiceTable';
import { Desktop } from './Desktop';

/** By which ways I am told of what; whoever configures the company decides what others begin with. */
export default function ChoiceDialog({ close }: { close: () => void }) {
  const { t, may } = useApp();
  const [whose, setWhose] = useState<Whose>('mine');
  const { data } = useQuery(choiceQuery(whose));
  const { data: kinds } = useQuery(pickListQuery('alertKind'));
  const [edited, setEdited] = useState<Partial<Record<Whose, Choice>>>({});
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const choice = edited[whose] ?? data;
  const keep = async (what: Partial<Record<Whose, Choice | Record<string, never>>>) => {
    setBusy(true);
    setError('');
    try {
      for (const side of ['mine', 'company'] as const) if (what[side]) await keepChoice(side, what[side]);
      toast(t('settings.saved'));
      close();
    } catch (problem) {
      setError((problem as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button look="quiet" disabled={busy} onClick={() => void keep({ ...edited, [whose]: {} })}>
        {t('alert.reset')}
      </Button>
      <span className="grow" />
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button look="solid" busy={busy} disabled={!choice} onClick={() => void keep(edited)}>
        {t('act.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('alert.choose')} onClose={close} footer={footer} width={640}>
      <div className="stack">
        {may('core.configure') && (
          <Segments
            label={t('alert.whose')}
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'mine', label: t('alert.mine') },
              { value: 'company', label: t('alert.company') },
            ]}
          />
        )}
        <ErrorText>{error}</ErrorText>
        {choice && kinds ? (
          <ChoiceTable choice={choice} kinds={kinds} onChange={(next) => setEdited({ ...edited, [whose]: next })} />
        ) : (
          <Skeleton lines={6} />
        )}
        {whose === 'mine' && <Desktop />}
      </div>
    </Dialog>
  );
}
