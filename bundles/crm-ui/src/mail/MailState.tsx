import { useQueryClient } from '@tanstack/react-query';
import { at, post } from '../api/client';
import type { TimelineItem } from '../api/types';
import { useApp } from '../boot/app';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';

/** What can be done about an e-mail that waits, failed or came back. */
export function MailState({ item }: { item: TimelineItem }) {
  const { t, boot } = useApp();
  const client = useQueryClient();
  const code = item.state?.code ?? '';
  const verb = code === 'queued' ? 'cancel' : ['failed', 'bounced', 'cancelled'].includes(code) ? 'send-again' : '';
  if (item.icon !== 'email' || !item.record || !verb || !boot.user.permissions.includes('mail.send')) return null;
  const run = async () => {
    await post(at('mail', item.record ?? '', verb)).catch((problem: Error) => toast(problem.message, 'danger'));
    void client.invalidateQueries({ queryKey: ['record'] });
  };
  return (
    <Button look="quiet" onClick={() => void run()}>
      {t(verb === 'cancel' ? 'mail.cancel' : 'mail.again')}
    </Button>
  );
}
