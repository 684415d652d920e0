import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at, put } from '../api/client';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import { Dialog } from '../kit/Dialog';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/Input';
import { copied } from '../kit/copied';
import { toast } from '../kit/Toast';
import type { Source } from './queries';

interface Feed {
  source: string;
  mine: boolean;
  madeAt: string;
}
const key = ['calendar', 'feeds'];

interface RowProps {
  source: Source;
  feed: Feed | undefined;
  changed: () => void;
}

/** The address of one calendar: it is told when it is made and never again. */
function Row({ source, feed, changed }: RowProps) {
  const { t, l, fmt } = useApp();
  const [mine, setMine] = useState(feed?.mine ?? true);
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
      changed();
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const make = () =>
    attempt(async () => {
      const { path } = await put<{ path: string }>(at('calendar-feeds', source.id), { mine });
      setAddress(location.origin + path);
    });
  const stop = () =>
    attempt(async () => {
      await api(at('calendar-feeds', source.id), { method: 'DELETE' });
      setAddress('');
    });
  const copy = () => copied(address, t('calendar.addressCopied'));
  return (
    <fieldset className="cal-feed">
      <legend>{l(source.label)}</legend>
      <p className="muted">
        {feed ? t('calendar.addressSince', { day: fmt.moment(feed.madeAt) }) : t('calendar.noAddress')}
      </p>
      {address && (
        <Field label={t('calendar.address')} help={t('calendar.addressOnce')} wide>
          {(ids) => (
            <TextInput {...ids} readOnly value={address} onChange={() => {}} onFocus={(e) => e.target.select()} />
          )}
        </Field>
      )}
      <Check checked={mine} onChange={setMine}>
        {t('calendar.mine')}
      </Check>
      <div className="row-gap wrap">
        {address && (
          <Button look="solid" icon="copy" onClick={() => void copy()}>
            {t('calendar.copyAddress')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void make()}>
          {t(feed ? 'calendar.renewAddress' : 'calendar.makeAddress')}
        </Button>
        {feed && (
          <Button look="quiet" disabled={busy} onClick={() => void stop()}>
            {t('calendar.stopAddress')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Own calendars in Outlook, Google or a phone, by addresses that need no signing in. */
export default function Subscribe({ sources, close }: { sources: Source[]; close: () => void }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: key, queryFn: () => api<Feed[]>('/api/calendar-feeds') });
  return (
    <Dialog title={t('calendar.subscribe')} onClose={close}>
      <p>{t('calendar.subscribeHelp')}</p>
      {data ? (
        sources.map((source) => (
          <Row
            key={source.id}
            source={source}
            feed={data.find((feed) => feed.source === source.id)}
            changed={() => void client.invalidateQueries({ queryKey: key })}
          />
        ))
      ) : (
        <Skeleton />
      )}
    </Dialog>
  );
}
