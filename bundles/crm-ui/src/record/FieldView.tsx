import { Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ahead, lazily } from '../kit/lazily';
import type { Field } from '../api/types';
import { same } from '../api/meanwhile';
import { useApp } from '../app';
import type { Home } from '../form/PartPicture';
import { useDraft } from '../form/drafts';
import { Icon } from '../kit/Icon';
import { isEmpty } from '../meta/paths';
import { Value } from '../meta/Value';
import type { letterOf } from '../meta/append';

const InPlace = ahead(() => import('./InPlace'));
const PartsEditor = lazily(() => import('../form/PartsEditor'), 'PartsEditor');

interface Props {
  field: Field;
  value: unknown;
  writable: boolean;
  /** which field of which record: what is typed and not saved is kept under it */
  place: string;
  record: Home;
  /** how a letter begins at an address in it */
  letter: ReturnType<typeof letterOf>;
  /** answers false when it was not saved and one goes on typing */
  save: (value: unknown) => Promise<boolean>;
}

/** A field of a record: read first, edited in place. */
export function FieldView({ field, value, writable, place, record, letter, save }: Props) {
  const { t, l } = useApp();
  const draft = useDraft(place);
  // A tab closed in the moment of saving leaves a draft of what is there now.
  const saved = draft.restored && same(draft.found?.['value'], value);
  const { drop } = draft;
  useEffect(() => {
    if (saved) drop();
  }, [saved, drop]);
  const [editing, setEditing] = useState(writable && draft.restored && !saved);
  const box = useRef<HTMLElement>(null);
  const close = () => {
    const here = box.current?.contains(document.activeElement) || document.activeElement === document.body;
    flushSync(() => setEditing(false));
    // Whoever went on to something else meanwhile stays there.
    if (here) box.current?.querySelector<HTMLElement>('.pencil')?.focus();
  };
  const wide = field.kind === 'textarea' || field.kind === 'parts' || field.multiline;
  return (
    <div className={'fact' + (wide ? ' wide' : '') + (editing ? ' editing' : '')} data-field={field.name}>
      <dt title={l(field.help)}>
        {l(field.label)}
        {field.required && writable && <span className="star"> *</span>}
      </dt>
      <dd ref={box}>
        {field.kind === 'parts' ? (
          <Suspense>
            <PartsEditor
              field={field}
              value={value}
              onChange={async (next) => void (await save(next))}
              readOnly={!writable}
              record={record}
            />
          </Suspense>
        ) : editing ? (
          <Suspense fallback={<span className="ctl" />}>
            <InPlace field={field} value={value} save={save} draft={draft} close={close} />
          </Suspense>
        ) : (
          <Read
            field={field}
            value={value}
            letter={letter}
            writable={writable}
            edit={() => setEditing(true)}
            label={t('record.editField', { field: l(field.label) })}
          />
        )}
      </dd>
    </div>
  );
}

interface ReadProps extends Pick<Props, 'field' | 'value' | 'letter'> {
  writable: boolean;
  edit: () => void;
  label: string;
}

function Read({ field, value, letter, writable, edit, label }: ReadProps) {
  const words = isEmpty(value) ? <span className="dim">–</span> : <Value field={field} value={value} letter={letter} />;
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
