import { useQuery } from '@tanstack/react-query';
import { Fragment, Suspense, useState } from 'react';
import { lazily } from '../kit/lazily';
import { typeQuery } from '../api/queries';
import type { Field, RecordType } from '../api/types';
import { useApp } from '../app';
import { inside } from '../i18n/inside';
import { Block } from '../kit/Block';
import { Button, IconButton } from '../kit/Button';
import { hrefOf } from '../meta/reach';
import { Value, wordsOf } from '../meta/Value';
import { isAddress } from './areas';
import { typedOver } from './drafts';
import { begun } from './enterable';
import type { Below } from './Fields';
import { PartPicture, PictureTools, type Home } from './PartPicture';
import type { Values } from './useForm';

const InputDialog = lazily(() => import('./InputDialog'), 'InputDialog');
const PostalAreas = lazily(() => import('./PostalAreas'));

interface Props {
  field: Field;
  value: unknown;
  onChange: (rows: Values[]) => void | Promise<void>;
  readOnly?: boolean;
  /** where a picture of a part is kept; without it none can be chosen */
  record?: Home | undefined;
}

const fieldsOf = (type: RecordType | undefined) =>
  (type?.fields ?? []).filter((field) => field.kind !== 'parts' && !field.readOnly && field.access !== 'read');

const holdsPicture = ({ kind }: Field) => kind === 'picture';

/** Whoever types one of these in an address is offered the rest of it. */
const areasBelow: Below = (name, form) =>
  (name === 'postcode' || name === 'subDistrict') && (
    <Block>
      <Suspense>
        <PostalAreas typed={name} form={form} />
      </Suspense>
    </Block>
  );

/** The parts of a record (addresses, contacts with roles, products): each a card, edited in a dialog. */
export function PartsEditor({ field, value, onChange, readOnly = false, record }: Props) {
  const app = useApp();
  const { t, l } = app;
  const name = inside(l(field.label));
  const { data: type } = useQuery({ ...typeQuery(field.part ?? ''), enabled: Boolean(field.part) });
  const rows = Array.isArray(value) ? (value as Values[]) : [];
  /** Which one, among those that were there as it was opened: meanwhile others may put theirs in its place. */
  const [editing, setEditing] = useState<{ at: number; rows: Values[]; change: Props['onChange'] } | null>(null);
  const open = (at: number) => setEditing({ at, rows, change: onChange });
  const fields = fieldsOf(type).filter((one) => !holdsPicture(one));
  const picture = fieldsOf(type).find(holdsPicture);
  const save = async (shown: Values) => {
    if (!editing) return;
    const { at, rows, change } = editing;
    // A new one in which nothing was said is none.
    const said = at < rows.length || Object.keys(typedOver(shown, begun(fields))).length > 0;
    if (said) await change(rows.toSpliced(at, 1, { ...rows[at], ...shown }));
    setEditing(null);
  };
  return (
    <div className="parts">
      {rows.map((row, i) => (
        <div key={String(row['id'] ?? i)} className="part">
          <PartWords fields={fields} row={row} />
          {picture && <PartPicture id={row[picture.name]} name={l(picture.label)} />}
          {!readOnly && (
            <span className="part-tools">
              {picture && record && (
                <PictureTools
                  record={record}
                  label={t('parts.nth', { what: l(picture.label), n: i + 1 })}
                  chosen={Boolean(row[picture.name])}
                  choose={(id) => onChange(rows.map((r, at) => (at === i ? { ...r, [picture.name]: id } : r)))}
                />
              )}
              <IconButton label={t('parts.edit', { what: name, n: i + 1 })} icon="pencil" onClick={() => open(i)} />
              <IconButton
                label={t('parts.remove', { what: name, n: i + 1 })}
                icon="trash"
                onClick={() => void onChange(rows.filter((_, at) => at !== i))}
              />
            </span>
          )}
        </div>
      ))}
      {rows.length === 0 && readOnly && <span className="dim">–</span>}
      {!readOnly && (
        <Button
          look="quiet"
          icon="plus"
          onClick={() => open(rows.length)}
          disabled={!type}
          aria-label={t('parts.addTo', { what: name })}
        >
          {t('parts.add', { what: l(field.label) })}
        </Button>
      )}
      <Suspense>
        {editing && type && (
          <InputDialog
            title={l(type.label)}
            fields={fields}
            initial={editing.rows[editing.at] ?? begun(fields)}
            ok={t('act.ok')}
            below={isAddress(fields) ? areasBelow : undefined}
            close={() => setEditing(null)}
            submit={(_, shown) => save(shown)}
          />
        )}
      </Suspense>
    </div>
  );
}

function PartWords({ fields, row }: { fields: Field[]; row: Values }) {
  const app = useApp();
  const words = fields
    .filter((field) => field.kind !== 'bool' || row[field.name] === true)
    .map((field) => {
      const said = field.kind === 'bool' ? app.l(field.label) : wordsOf(field, row[field.name], app);
      // Addresses of the web and numbers lead somewhere, also from here.
      const shown = hrefOf(field.kind, said) ? <Value field={field} value={said} /> : said;
      return { name: field.name, said, shown };
    })
    .filter(({ said }) => said !== '');
  const [first, ...rest] = words;
  return (
    <span className="part-words">
      <strong>{first?.shown}</strong>
      <span>
        {rest.map(({ name, shown }) => (
          <Fragment key={name}>{shown} </Fragment>
        ))}
      </span>
    </span>
  );
}
