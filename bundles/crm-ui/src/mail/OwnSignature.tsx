import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { put } from '../api/client';
import { useApp } from '../app';
import { Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Field } from '../kit/Field';
import { TextArea } from '../kit/Input';
import { toast } from '../kit/Toast';
import { signatureQuery } from './api';

/** What stands below one's own e-mails, above the company's words. */
export default function OwnSignature({ close }: { close: () => void }) {
  const { t } = useApp();
  const client = useQueryClient();
  const { data } = useQuery(signatureQuery);
  const [text, setText] = useState<string | null>(null);
  const save = async () => {
    try {
      await put('/api/mail/signature', { signature: text ?? '' });
      void client.invalidateQueries({ queryKey: ['mail-signature'] });
      void client.invalidateQueries({ queryKey: ['record'] });
      toast(t('mail.saved'));
      close();
    } catch (problem) {
      toast((problem as Error).message, 'danger');
    }
  };
  const foot = (
    <Button look="solid" disabled={text === null} onClick={() => void save()}>
      {t('act.save')}
    </Button>
  );
  return (
    <Dialog title={t('mail.ownSignature')} onClose={close} footer={foot}>
      {data ? (
        <Field label={t('mail.ownSignature')} help={t('mail.ownSignatureHelp')} wide>
          {(ids) => <TextArea {...ids} rows={6} value={text ?? data.signature} onChange={setText} />}
        </Field>
      ) : (
        <Skeleton />
      )}
    </Dialog>
  );
}
