import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, put } from '../api/client';
import { bootstrapQuery } from '../api/queries';
import { useApp } from '../app';
import { Restored } from '../form/Restored';
import { useWritten } from '../form/useWritten';
import { Block } from '../kit/Block';
import { ErrorText } from '../kit/ErrorText';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Field } from '../kit/Field';
import { Failed } from '../kit/Failed';
import { NumberInput, TextArea, TextInput } from '../kit/Input';
import { Select } from '../kit/Select';
import { toast } from '../kit/Toast';
import { useTitle } from '../shell/useTitle';
import { Brand } from './Brand';

interface CompanySettings {
  timeZone: string;
  brand: string;
  siteAddress: string;
  'export.alertRows': number;
  'upload.maxBytes': number;
  'health.addresses': string[];
}

const settingsKey = ['company-settings'];
const megabyte = 1 << 20;
const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** What the company's administrator decides for everybody. */
export default function SettingsPage() {
  const { t } = useApp();
  const { data, error, refetch } = useQuery({
    queryKey: settingsKey,
    queryFn: () => api<CompanySettings>('/api/settings/company'),
    staleTime: 0,
  });
  useTitle(t('settings.title'));
  if (error && !data) return <Failed error={error} again={refetch} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <div className="card pad">
        <Block>{data ? <Form key={JSON.stringify(data)} kept={data} /> : <Skeleton />}</Block>
      </div>
    </div>
  );
}

function Form({ kept }: { kept: CompanySettings }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { written: now, change, forget, restored } = useWritten('settings', kept);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      const addresses = now['health.addresses'].map((line) => line.trim()).filter(Boolean);
      const next = { ...now, 'health.addresses': addresses };
      await put('/api/settings/company', next);
      forget();
      client.setQueryData(settingsKey, next);
      await client.invalidateQueries(bootstrapQuery);
      toast(t('settings.saved'));
    } catch (problem) {
      setError((problem as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack narrow" noValidate onSubmit={(event) => void save(event)}>
      <Restored shown={restored} discard={forget} />
      <ErrorText>{error}</ErrorText>
      <Brand value={now.brand} onChange={(brand) => change({ brand })} />
      <Field label={t('settings.timeZone')}>
        {(ids) => (
          <Select
            {...ids}
            options={zones}
            value={now.timeZone}
            onChange={(zone) => zone && change({ timeZone: zone })}
          />
        )}
      </Field>
      <Field label={t('settings.site')} help={t('settings.siteHelp')}>
        {(ids) => (
          <TextInput {...ids} value={now.siteAddress} onChange={(text) => change({ siteAddress: text.trim() })} />
        )}
      </Field>
      <Field label={t('settings.upload')}>
        {(ids) => (
          <NumberInput
            {...ids}
            value={Math.round(now['upload.maxBytes'] / megabyte)}
            onChange={(size) => size !== null && change({ 'upload.maxBytes': size * megabyte })}
          />
        )}
      </Field>
      <Field label={t('settings.exports')} help={t('settings.exportsHelp')}>
        {(ids) => (
          <NumberInput
            {...ids}
            value={now['export.alertRows']}
            onChange={(rows) => rows !== null && change({ 'export.alertRows': rows })}
          />
        )}
      </Field>
      <Field label={t('settings.health')} help={t('settings.healthHelp')}>
        {(ids) => (
          <TextArea
            {...ids}
            value={now['health.addresses'].join('\n')}
            onChange={(text) => change({ 'health.addresses': text.split('\n') })}
          />
        )}
      </Field>
      <div className="row-gap end">
        <Button look="solid" type="submit" busy={busy}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}
