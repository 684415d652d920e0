import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { api, at, post } from '../api/client';
import { notesQuery, typeQuery } from '../api/queries';
import type { Note, Person } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp } from '../app';
import { Avatar, Empty, Skeleton } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { confirm } from '../kit/confirm';
import { Failed } from '../kit/Failed';
import { lazily } from '../kit/lazily';
import { toast } from '../kit/Toast';
import { NoteEditor } from './NoteEditor';
import { NoteText } from './NoteText';

const ShareDialog = lazily(() => import('../handover/ShareDialog'), 'ShareDialog');

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

/** Says who is mentioned and will not hear of it, and shares the record with them where the caller may. */
function useUnreached({ entity, id }: Props) {
  const { t } = useApp();
  const { data: type } = useQuery(typeQuery(entity));
  const [people, setPeople] = useState<Person[]>();
  const tell = ({ unreached = [] }: Note) => {
    if (unreached.length === 0) return;
    const names = unreached.map((one) => one.label).join(', ');
    const share = { label: t('share.act'), run: () => setPeople(unreached) };
    toast(t('note.unreached', { names }), 'warning', type?.access.share ? share : undefined);
  };
  const dialog = people && type && (
    <Suspense>
      <ShareDialog type={type} id={id} also={people} close={() => setPeople(undefined)} />
    </Suspense>
  );
  return { tell, dialog };
}

export function NoteForm({ entity, id }: Props) {
  const renew = useRenew({ entity, id });
  const { tell, dialog } = useUnreached({ entity, id });
  return (
    <>
      <NoteEditor
        place={['note', entity, id].join('/')}
        save={async (written) => {
          tell(await post<Note>(at('records', entity, id, 'notes'), written));
          renew();
        }}
      />
      {dialog}
    </>
  );
}

/** A note with what may be done with it: its author writes it anew or takes it back, who may add to the record pins it. */
export function OneNote({ entity, id, note, writable }: Props & { note: Note; writable: boolean }) {
  const { t, fmt, boot, called } = useApp();
  const renew = useRenew({ entity, id });
  const { tell, dialog } = useUnreached({ entity, id });
  /** as it was when its author began: what is written meanwhile is not overwritten unseen */
  const [editing, setEditing] = useState<Note>();
  const own = writable && (note.by?.id === boot.user.id || boot.user.admin);
  const change = async (method: 'PATCH' | 'DELETE', body?: unknown, version?: string) => {
    try {
      return await api<Note>(at('notes', note.id), { method, body, version });
    } finally {
      renew();
    }
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
        note={editing}
        cancel={() => setEditing(undefined)}
        save={async (written, seen) => {
          tell(await change('PATCH', written, seen));
          setEditing(undefined);
        }}
      />
    );
  }
  return (
    <>
      <div className="row-gap entry-head">
        <span className="strong">{called(note.by)}</span>
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
            {own && <IconButton icon="pencil" label={t('note.edit')} onClick={() => setEditing(note)} />}
            {own && <IconButton icon="trash" label={t('note.remove')} onClick={() => void remove()} />}
          </span>
        )}
      </div>
      <NoteText note={note} />
      {dialog}
    </>
  );
}

export function Notes({ entity, id, writable }: Props & { writable: boolean }) {
  const { t, called } = useApp();
  const query = useInfiniteQuery(notesQuery(entity, id));
  const more = useMore(query);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      {writable && <NoteForm entity={entity} id={id} />}
      {!query.data ? (
        query.error ? (
          <Failed error={query.error} again={query.refetch} />
        ) : (
          <Skeleton />
        )
      ) : items.length === 0 ? (
        <Empty icon="note" title={t('note.none')} />
      ) : (
        <ol className="timeline">
          {items.map((note) => (
            <li key={note.id} className="note">
              <Avatar name={called(note.by) || '?'} id={note.by?.id} />
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
