import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pickListQuery } from '../api/queries';
import { useApp } from '../app';
import { Segments, Skeleton } from '../kit/Bits';
import { ErrorText } from '../kit/ErrorText';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { toast } from '../kit/Toast';
import { choiceQuery, keepChoice, type Choice } from './api';
import { ChoiceTable } from './ChoiceTable';
import { Desktop } from './Desktop';

/** By which ways I am told of what; whoever configures the company decides what others begin with. */
export default function ChoiceDialog({ close }: { close: () => void }) {
  const { t, may } = useApp();
  const [company, setCompany] = useState(false);
  const { data } = useQuery(choiceQuery(company));
  const { data: kinds } = useQuery(pickListQuery('alertKind'));
  const [edited, setEdited] = useState<{ company: boolean; choice: Choice } | null>(null);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const choice = edited?.company === company ? edited.choice : data;
  const keep = async (what: Choice | Record<string, never>) => {
    setBusy(true);
    setError('');
    try {
      await keepChoice(company, what);
      setEdited(null);
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
      <Button look="quiet" disabled={busy} onClick={() => void keep({})}>
        {t('alert.reset')}
      </Button>
      <span className="grow" />
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button look="solid" busy={busy} disabled={!choice} onClick={() => choice && void keep(choice)}>
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
            value={company ? 'company' : 'mine'}
            onChange={(value) => setCompany(value === 'company')}
            options={[
              { value: 'mine', label: t('alert.mine') },
              { value: 'company', label: t('alert.company') },
            ]}
          />
        )}
        <ErrorText>{error}</ErrorText>
        {choice && kinds ? (
          <ChoiceTable choice={choice} kinds={kinds} onChange={(next) => setEdited({ company, choice: next })} />
        ) : (
          <Skeleton lines={6} />
        )}
        {!company && <Desktop />}
      </div>
    </Dialog>
  );
}
