import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem } from '../api/client';
import { rowsQuery } from '../api/queries';
import type { Note, Person } from '../api/types';
import { useApp } from '../app';
import { typedOver, useDraft } from '../form/drafts';
import { Restored } from '../form/Restored';
import { isPressed, shortcuts } from '../kit/shortcuts';
import { Button } from '../kit/Button';
import { TextArea } from '../kit/Input';
import { toast } from '../kit/Toast';
import { usePicker } from '../kit/usePicker';
import { NoteText } from './NoteText';

export interface Written {
  text: string;
  mentions: string[];
}
interface Props {
  /** what is kept in the browser is kept under it */
  place: string;
  /** the one that is written anew, as its author saw it */
  note?: Note;
  /** @param seen when that was written which he saw */
  save: (written: Written, seen: string | undefined) => Promise<void>;
  cancel?: () => void;
}

/** The beginning of a name behind an @ just before the caret. */
export const mentionAt = (text: string, caret: number) => /(?:^|\s)@([^\s@]{0,40})$/.exec(text.slice(0, caret))?.[1];

const writtenAt = (note: Note | undefined) => note?.changed ?? note?.at;

/** A note being written: @ names a colleague, Ctrl+Enter sends. */
export function NoteEditor({ place, note, save, cancel }: Props) {
  const { t } = useApp();
  const before = note?.text ?? '';
  const known = note?.mentions ?? [];
  const draft = useDraft(place);
  const found = draft.restored ? draft.found : undefined;
  const [text, setText] = useState(String(found?.['text'] ?? before));
  const [people, setPeople] = useState((found?.['people'] as Person[] | undefined) ?? known);
  const [other, setOther] = useState<Note>();
  const seen = writtenAt(other) ?? (found?.['seen'] as string | undefined) ?? writtenAt(note);
  const [asked, setAsked] = useState<string>();
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const write = (next: string, named = people) => {
    setText(next);
    setPeople(named);
    const typed = typedOver({ text: next, people: named }, { text: before, people: known });
    draft.keep(Object.keys(typed).length > 0 && seen ? { ...typed, seen } : typed);
  };
  const reset = () => {
    setText(before);
    setPeople(known);
    draft.drop();
  };
  const send = async () => {
    if (!text.trim() || busy) return;
    setBusy(true);
    setAsked(undefined);
    try {
      const mentions = people.filter((one) => text.includes(`@${one.label}`)).map((one) => one.id);
      await save({ text, mentions }, seen);
      reset();
    } catch (error) {
      const now = error instanceof Problem && error.status === 412 ? (error.body['current'] as Note) : undefined;
      if (now) setOther(now);
      else toast((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };
  const caretIn = (text: string) => area.current?.selectionStart ?? text.length;
  const name = (person: Person) => {
    const caret = caretIn(text);
    const begin = caret - (asked?.length ?? 0);
    write(`${text.slice(0, begin)}${person.label} ${text.slice(caret)}`, [
      ...people.filter((one) => one.id !== person.id),
      person,
    ]);
    setAsked(undefined);
    area.current?.focus();
  };
  const picker = useColleagues(asked, name, () => setAsked(undefined));
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Restored shown={draft.restored} discard={reset} />
      <TextArea
        ref={area}
        aria-label={t('note.text')}
        placeholder={t('note.text')}
        title={t('note.hint')}
        value={text}
        rows={2}
        readOnly={busy}
        autoFocus={cancel !== undefined}
        onChange={(next) => {
          write(next);
          setAsked(mentionAt(next, caretIn(next)));
        }}
        // A name goes where its word stands: whoever leaves the word with the caret names nobody there.
        onSelect={() => asked !== mentionAt(text, caretIn(text)) && setAsked(undefined)}
        onBlur={() => setTimeout(() => setAsked(undefined), 150)}
        onKeyDown={(event) => {
          if (picker.press(event)) return;
          if (isPressed(event, shortcuts.record.send)) void send();
          if (isPressed(event, shortcuts.anywhere.leave)) cancel?.();
        }}
        {...picker.area}
      />
      {picker.list}
      {other && (
        <div role="alert" className="card pad stack tight">
          <strong>{t('note.meanwhile')}</strong>
          <NoteText note={other} />
        </div>
      )}
      <div className="row-gap end">
        {cancel && (
          <Button
            onClick={() => {
              reset();
              cancel();
            }}
          >
            {t('act.cancel')}
          </Button>
        )}
        <Button type="submit" busy={busy} disabled={!text.trim()}>
          {t(cancel ? 'act.save' : 'note.add')}
        </Button>
      </div>
    </form>
  );
}

/** The colleagues whose names begin so; in the note a name stands as it does for those who read it in Thai. */
function useColleagues(asked: string | undefined, choose: (person: Person) => void, leave: () => void) {
  const { t, boot } = useApp();
  const query = {
    fields: ['name'],
    sort: [{ path: 'name' }],
    limit: 6,
    filter: {
      all: [
        { field: 'active', op: '=' as const, value: true },
        { field: 'id', op: '!=' as const, value: boot.user.id },
      ],
    },
    ...(asked ? { text: asked } : {}),
  };
  const { data, isPlaceholderData } = useQuery({ ...rowsQuery('user', query), enabled: asked !== undefined });
  // What was found for other letters is no answer to these.
  const found = asked === undefined || isPlaceholderData ? [] : (data?.items ?? []);
  const people = found.map((row) => ({ id: row.id, label: String(row['name']) }));
  return usePicker({
    label: t('note.mention'),
    offered: people.map(({ id, label }) => ({ key: id, words: label })),
    choose: (at) => people[at] && choose(people[at]),
    leave,
  });
}
