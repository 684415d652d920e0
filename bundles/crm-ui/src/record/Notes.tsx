import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { at, post } from '../api/client';
import { notesQuery } from '../api/queries';
import { useApp } from '../boot/app';
import { Avatar, Empty, Skeleton } from '../kit/Bits';
import { Button } from '../kit/Button';
import { TextArea } from '../kit/Input';
import { toast } from '../kit/Toast';

interface Props {
  entity: string;
  id: string;
}

export function NoteForm({ entity, id }: Props) {
  const { t } = useApp();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!text.trim()) return;
    setBusy(true);
    try {
      await post(at('records', entity, id, 'notes'), { text });
      setText('');
      void client.invalidateQueries({ queryKey: ['record', entity, id, 'notes'] });
      void client.invalidateQueries({ queryKey: ['record', entity, id, 'timeline'] });
    } catch (error) {
      toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        aria-label={t('note.text')}
        placeholder={t('note.text')}
        value={text}
        onChange={setText}
        rows={2}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && void save()}
      />
      <div className="row-gap end">
        <Button type="submit" busy={busy} disabled={!text.trim()}>
          {t('note.add')}
        </Button>
      </div>
    </form>
  );
}

export function Notes({ entity, id, writable }: Props & { writable: boolean }) {
  const { t, fmt } = useApp();
  const query = useInfiniteQuery(notesQuery(entity, id));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      {writable && <NoteForm entity={entity} id={id} />}
      {query.isPending ? (
        <Skeleton />
      ) : query.error ? (
        <Empty icon="warning" title={query.error.message} />
      ) : items.length === 0 ? (
        <Empty icon="note" title={t('note.none')} />
      ) : (
        <ol className="timeline">
          {items.map((note) => (
            <li key={note.id}>
              <Avatar name={note.by?.label ?? '?'} />
              <div className="grow">
                <span className="strong">{note.by?.label}</span> <small className="dim">{fmt.moment(note.at)}</small>
                <p className="pre">{note.text}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('history.more')}</Button>}
    </div>
  );
}
