import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, at, post } from '../api/client';
import { notesQuery } from '../api/queries';
import type { Note } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp } from '../boot/app';
import { Avatar, Empty, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { toast } from '../kit/Toast';
import { NoteEditor } from './NoteEditor';
import { NoteText } from './NoteText';

interface Props {
  entity: string;
  id: string;
}

/** What shows notes of a record is asked for anew. */
function useRenew({ entity, id }: Props) {
  const client = useQueryClient();
  // An answer that is still on its way may be from before.
  const anew = async (what: string) => {
    const queryKey = ['record', entity, id, what];
    await client.cancelQueries({ queryKey });
    await client.invalidateQueries({ queryKey });
  };
  return () => {
    void anew('notes');
    void anew('counts');
    void anew('timeline');
  };
}

export function NoteForm({ entity, id }: Props) {
  const renew = useRenew({ entity, id });
  return (
    <NoteEditor
      place={['note', entity, id].join('/')}
      save={async (written) => {
        await post(at('records', entity, id, 'notes'), written);
        renew();
      }}
    />
  );
}

/** A note with what may be done with it: its author writes it anew or takes it back, who may add to the record pins it. */
export function OneNote({ entity, id, note, writable }: Props & { note: Note; writable: boolean }) {
  const { t, fmt, boot } = useApp();
  const renew = useRenew({ entity, id });
  const [editing, setEditing] = useState(false);
  const own = writable && (note.by?.id === boot.user.id || boot.user.admin);
  const change = async (method: 'PATCH' | 'DELETE', body?: unknown) => {
    await api(at('notes', note.id), { method, body });
    renew();
  };
  const told = (problem: Error) => toast(problem.message, 'danger');
  const remove = async () => {
    const sure = { title: t('note.removeSure'), text: t('note.removeText'), ok: t('act.delete'), danger: true };
    if (await confirm(sure)) await change('DELETE').catch(told);
  };
  if (editing) {
    return (
      <NoteEditor
        place={['note', entity, id, note.id].join('/')}
        text={note.text}
        mentions={note.mentions ?? []}
        cancel={() => setEditing(false)}
        save={async (written) => {
          await change('PATCH', written);
          setEditing(false);
        }}
      />
    );
  }
  return (
    <>
      <div className="row-gap entry-head">
        <span className="strong">{note.by?.label}</span>
        <small className="dim">
          {fmt.moment(note.at)} {note.changed && `· ${t('note.changed', { when: fmt.moment(note.changed) })}`}
        </small>
        {writable && (
          <span className="entry-tools" role="group" aria-label={t('timeline.actions')}>
            <IconButton
              icon="pinned"
              label={t(note.pinned ? 'note.unpin' : 'note.pin')}
              aria-pressed={note.pinned === true}
              onClick={() => void change('PATCH', { pinned: !note.pinned }).catch(told)}
            />
            {own && <IconButton icon="pencil" label={t('note.edit')} onClick={() => setEditing(true)} />}
            {own && <IconButton icon="trash" label={t('note.remove')} onClick={() => void remove()} />}
          </span>
        )}
      </div>
      <NoteText note={note} />
    </>
  );
}

export function Notes({ entity, id, writable }: Props & { writable: boolean }) {
  const { t } = useApp();
  const query = useInfiniteQuery(notesQuery(entity, id));
  const more = useMore(query);
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
            <li key={note.id} className="note">
              <Avatar name={note.by?.label ?? '?'} id={note.by?.id} />
              <div className="grow">
                <OneNote entity={entity} id={id} note={note} writable={writable} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && <Button onClick={more}>{t('history.more')}</Button>}
    </div>
  );
}
