import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { patiently } from '../api/patiently';
import { Problem } from '../api/client';
import type { Field } from '../api/types';
import { useApp } from '../boot/app';
import { useDraft, type Draft } from '../form/drafts';
import { Restored } from '../form/Restored';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Value } from '../meta/Value';

const Editor = lazy(patiently(() => import('../form/Editor').then((module) => ({ default: module.Editor }))));
const PartsEditor = lazy(
  patiently(() => import('../form/PartsEditor').then((module) => ({ default: module.PartsEditor }))),
);

interface Props {
  field: Field;
  value: unknown;
  writable: boolean;
  /** which field of which record: what is typed and not saved is kept under it */
  place: string;
  save: (value: unknown) => Promise<void>;
}

/** Chosen in one gesture, so saved at once; the others are typed and saved on Enter or when left. */
const atOnce = (field: Field) => ['pick', 'ref', 'date', 'bool'].includes(field.kind);

/** A field of a record: read first, edited in place. */
export function FieldView({ field, value, writable, place, save }: Props) {
  const { t, l } = useApp();
  const draft = useDraft(place);
  const [editing, setEditing] = useState(writable && draft.restored);
  const wide = field.kind === 'textarea' || field.kind === 'parts' || field.multiline;
  return (
    <div className={'fact' + (wide ? ' wide' : '') + (editing ? ' editing' : '')} data-field={field.name}>
      <dt title={l(field.help)}>
        {l(field.label)}
        {field.required && writable && <span className="star"> *</span>}
      </dt>
      <dd>
        {field.kind === 'parts' ? (
          <Suspense>
            <PartsEditor field={field} value={value} onChange={save} readOnly={!writable} />
          </Suspense>
        ) : editing ? (
          <Suspense fallback={<span className="ctl" />}>
            <InPlace field={field} value={value} save={save} draft={draft} close={() => setEditing(false)} />
          </Suspense>
        ) : (
          <Read
            field={field}
            value={value}
            writable={writable}
            edit={() => setEditing(true)}
            label={t('record.editField', { field: l(field.label) })}
          />
        )}
      </dd>
    </div>
  );
}

interface ReadProps {
  field: Field;
  value: unknown;
  writable: boolean;
  edit: () => void;
  label: string;
}

function Read({ field, value, writable, edit, label }: ReadProps) {
  const none = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const words = none ? <span className="dim">–</span> : <Value field={field} value={value} />;
  if (!writable) return <span className={field.kind === 'textarea' ? 'pre' : ''}>{words}</span>;
  return (
    <span className="editable" onClick={(event) => (event.target as Element).closest('a,button') ?? edit()}>
      <span className={field.kind === 'textarea' ? 'pre' : ''}>{words}</span>
      <button type="button" className="pencil" aria-label={label} title={label} onClick={edit}>
        <Icon name="pencil" size={14} />
      </button>
    </span>
  );
}

function InPlace({
  field,
  value,
  save,
  draft,
  close: leave,
}: Pick<Props, 'field' | 'value' | 'save'> & { draft: Draft; close: () => void }) {
  const { t, l } = useApp();
  const [typed, setTyped] = useState(draft.restored ? draft.found?.['value'] : value);
  const close = () => {
    draft.drop();
    leave();
  };
  // The record may be renewed meanwhile; what is saved belongs to the one that was there when editing began.
  const [saveBegun] = useState(() => save);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const finish = async (next: unknown) => {
    if (busy) return;
    if (JSON.stringify(next ?? null) === JSON.stringify(value ?? null)) return close();
    setBusy(true);
    try {
      await saveBegun(next);
      close();
    } catch (problem) {
      const own = problem instanceof Problem ? problem.errors.map((one) => one.message).join(' ') : '';
      setError(own || (problem as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    const newLine = field.kind === 'textarea' && !event.ctrlKey;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && !newLine && !atOnce(field)) {
      event.preventDefault();
      void finish(typed);
    }
  };
  return (
    <div ref={box} className="in-place" onKeyDown={press} aria-busy={busy}>
      <div className="grow">
        <Editor
          field={field}
          value={typed}
          label={l(field.label)}
          autoFocus={!draft.restored}
          open
          invalid={error !== ''}
          onChange={(next) => {
            setTyped(next);
            if (atOnce(field)) void finish(next);
            else draft.keep({ value: next });
          }}
        />
        <Restored shown={draft.restored} discard={close} />
        {error && (
          <div className="error small" role="alert">
            {error}
          </div>
        )}
      </div>
      {!atOnce(field) && <IconButton icon="check" label={t('act.save')} onClick={() => void finish(typed)} />}
      <IconButton icon="close" label={t('act.cancel')} onClick={close} />
    </div>
  );
}
