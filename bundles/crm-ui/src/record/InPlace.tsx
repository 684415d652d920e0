import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { ahead } from '../kit/lazily';
import { same } from '../api/meanwhile';
import type { Field } from '../api/types';
import { useApp } from '../app';
import type { Draft } from '../form/drafts';
import { Restored } from '../form/Restored';
import { IconButton } from '../kit/Button';
import { isPressed, saveKeys, shortcuts } from '../kit/shortcuts';

const Editor = ahead(() => import('../form/Editor'), 'Editor');

interface Props {
  field: Field;
  value: unknown;
  /** answers false when it was not saved and one goes on typing */
  save: (value: unknown) => Promise<boolean | void>;
  /** what was typed here before and not saved */
  draft: Draft;
  close: () => void;
  /** where Tab leads, after saving; back with Shift */
  onTab?: ((back: boolean) => void) | undefined;
}

/** Chosen in one gesture, so saved at once; the others are typed and saved with Enter. */
const atOnce = (field: Field) => ['pick', 'ref', 'date', 'bool'].includes(field.kind);

/** A button leaves the focus in the box: one that is left takes what was typed in it, and this one may be to cancel. */
const keepFocus = (event: MouseEvent) => (event.target as Element).closest('button') && event.preventDefault();

/** The editor of a value where it stands: Enter saves, Esc leaves, what was refused is said below. */
export default function InPlace({ field, value, save, draft, close: leave, onTab }: Props) {
  const { t, l } = useApp();
  const [typed, setTyped] = useState(draft.restored ? draft.found?.['value'] : value);
  const close = (go = leave) => {
    draft.drop();
    go();
  };
  // The record may be renewed meanwhile; what is saved belongs to the one that was there when editing began.
  const [saveBegun] = useState(() => save);
  const [begun] = useState(value);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  /** what was chosen and refused is there to be saved again */
  const byHand = !atOnce(field) || error !== '';
  /** Known at once: a key may choose and leave in one. */
  const saving = useRef(false);
  const onward = useRef<() => void>(undefined);
  const finish = async (next: unknown) => {
    if (saving.current) return;
    const go = onward.current;
    onward.current = undefined;
    // What is left as it was is not written, whoever changed it meanwhile.
    if (same(next, begun) || same(next, value)) return close(go);
    saving.current = true;
    setBusy(true);
    try {
      if ((await saveBegun(next)) !== false) close(go);
    } catch (problem) {
      setError((problem as Error).message);
    } finally {
      saving.current = false;
      setBusy(false);
    }
  };
  // Not by way of the cell, which would take the focus from the editor one goes to.
  const lead = ({ key, shiftKey }: KeyboardEvent) => {
    onward.current = key === 'Tab' && onTab ? () => onTab(shiftKey) : undefined;
  };
  const press = (event: KeyboardEvent) => {
    const { anywhere, record } = shortcuts;
    const saves = field.kind === 'textarea' ? saveKeys : [...record.save, ...saveKeys];
    if (isPressed(event, anywhere.leave)) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab' && onTab) {
      event.preventDefault();
      void finish(typed);
    } else if (isPressed(event, saves) && byHand) {
      event.preventDefault();
      void finish(typed);
    }
  };
  return (
    <div className="in-place" onKeyDownCapture={lead} onKeyDown={press} onMouseDown={keepFocus} aria-busy={busy}>
      <div className="grow">
        <Editor
          field={field}
          value={typed}
          label={l(field.label)}
          autoFocus={!draft.restored}
          open
          invalid={error !== ''}
          readOnly={busy}
          onChange={(next) => {
            setTyped(next);
            if (atOnce(field)) void finish(next);
            else draft.keep({ value: next });
          }}
        />
        <Restored shown={draft.restored} discard={() => close()} />
        {error && (
          <div className="error small" role="alert">
            {error}
          </div>
        )}
      </div>
      {byHand && <IconButton icon="check" label={t('act.save')} onClick={() => void finish(typed)} />}
      <IconButton icon="close" label={t('act.cancel')} onClick={() => close()} />
    </div>
  );
}
