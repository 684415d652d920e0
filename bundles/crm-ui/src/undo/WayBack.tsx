import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApp } from '../app';
import { Block } from '../kit/Block';
import { Button } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { lazily } from '../kit/lazily';
import { takeBack } from '../shell/Jobs';
import { undoQuery } from './api';

const LeftDialog = lazily(() => import('./LeftDialog'));

interface Props {
  /** of the undo */
  id: string;
  /** what is asked before it is taken back */
  question: string;
  act: string;
}

/** The way back from what was done with many records, for as long as there is one. */
export function WayBack({ id, question, act }: Props) {
  const { t, fmt } = useApp();
  const { data } = useQuery(undoQuery(id));
  const [left, showLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!data || (data.steps === 0 && !data.undone)) return null;
  const run = async () => {
    const sure = await confirm({
      title: question,
      text: t('undone.text'),
      ok: act,
      danger: true,
    });
    if (!sure) return;
    setBusy(true);
    await takeBack(id, () => setBusy(false));
  };
  return (
    <>
      {data.undone && <span className="dim">{t('undone.done')}</span>}
      {data.undone && data.steps > 0 && (
        <Button onClick={() => showLeft(true)}>{t('undone.show', { number: fmt.number(data.steps) })}</Button>
      )}
      {!data.undone && (
        <Button
          icon="restore"
          disabled={busy}
          title={t('undone.until', { day: fmt.day(fmt.dayOf(data.until)) })}
          onClick={() => void run()}
        >
          {act}
        </Button>
      )}
      <Block close={() => showLeft(false)}>{left && <LeftDialog undo={id} close={() => showLeft(false)} />}</Block>
    </>
  );
}
