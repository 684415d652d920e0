import { useQueryClient } from '@tanstack/react-query';
import { at, post } from '../api/client';
import type { Row, TimelineItem } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { toast } from '../kit/Toast';
import { compose } from './compose';
import { reply } from './reply';

interface Props {
  item: TimelineItem;
  about: { entity: string; id: string };
}

/** What can be done about an e-mail: answered, and when it waits, failed or came back, cancelled or sent again. */
export function MailState({ item, about }: Props) {
  const { t, fmt, may } = useApp();
  const client = useQueryClient();
  const id = item.record;
  if (item.icon !== 'email' || !id || !may('mail.send')) return null;
  const code = item.state?.code ?? '';
  const verb = code === 'queued' ? 'cancel' : ['failed', 'bounced', 'cancelled'].includes(code) ? 'send-again' : '';
  const run = async () => {
    await post(at('mail', id, verb)).catch((problem: Error) => toast(problem.message, 'danger'));
    void client.invalidateQueries({ queryKey: ['record'] });
  };
  const wrote = (row: Row) => {
    const from = typeof row['mailFrom'] === 'string' ? row['mailFrom'] : '';
    return t('mail.wrote', {
      when: fmt.moment(item.at),
      // One that was only noted has no sender but whoever noted it.
      who: (row['mailState'] ? item.by?.label : from) || item.by?.label || from,
    });
  };
  const answer = (all: boolean) =>
    reply(id, about, all, wrote)
      .then(compose)
      .catch((problem: Error) => toast(problem.message, 'danger'));
  return (
    <>
      {verb && (
        <Button look="quiet" onClick={() => void run()}>
          {t(verb === 'cancel' ? 'mail.cancel' : 'mail.again')}
        </Button>
      )}
      <Button look="quiet" onClick={() => void answer(false)}>
        {t('mail.reply')}
      </Button>
      <Button look="quiet" onClick={() => void answer(true)}>
        {t('mail.replyAll')}
      </Button>
    </>
  );
}
