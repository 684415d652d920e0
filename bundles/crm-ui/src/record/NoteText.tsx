import { useState } from 'react';
import type { Note, Person } from '../api/types';
import { useApp } from '../app';

/** Of a long text the first lines, the rest on demand. */
export function Body({ text, people = [] }: { text: string; people?: Person[] | undefined }) {
  const { t } = useApp();
  const [whole, setWhole] = useState(false);
  const long = text.length > 240 || text.split('\n').length > 4;
  return (
    <div>
      <p className={'pre' + (long && !whole ? ' clamp' : '')}>{named(text, people)}</p>
      {long && (
        <button type="button" className="link small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'timeline.less' : 'timeline.more')}
        </button>
      )}
    </div>
  );
}

export const NoteText = ({ note }: { note: Note }) => <Body text={note.text} people={note.mentions} />;

/** The text with the people it names set apart. */
function named(text: string, people: Person[]) {
  const names = people
    .map((one) => `@${one.label}`)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return text;
  return text.split(new RegExp(`(${names.join('|')})`)).map((piece, i) =>
    i % 2 === 1 ? (
      <b key={i} className="mention">
        {piece}
      </b>
    ) : (
      piece
    ),
  );
}
