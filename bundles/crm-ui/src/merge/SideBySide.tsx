import { Link } from '@tanstack/react-router';
import type { Field, RecordType, Ref, Row } from '../api/types';
import { useApp } from '../app';
import { PartsEditor } from '../form/PartsEditor';
import { Check } from '../kit/Check';
import { canWrite } from '../meta/paths';
import { wordsOf } from '../meta/Value';
import { isList, type Choices } from './choices';

interface Props {
  type: RecordType;
  rows: Row[];
  fields: Field[];
  /** the record that stays */
  stays: string;
  keep: (id: string) => void;
  choices: Choices;
  choose: (field: string, ids: string[]) => void;
}

/** A column for each record and a line for each field, in which one value is chosen, of lists several. */
export function SideBySide({ type, rows, fields, stays, keep, choices, choose }: Props) {
  const { t, l } = useApp();
  const title = (row: Row) => String(row[type.titleField] ?? '') || row.id;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t('merge.records')}>
      <table className="table beside">
        <thead>
          <tr>
            <td />
            {rows.map((row) => (
              <th key={row.id} scope="col" className={row.id === stays ? 'stays' : ''}>
                <Head type={type} row={row} title={title(row)} stays={row.id === stays} keep={keep} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} data-field={field.name}>
              <th scope="row">{l(field.label)}</th>
              {rows.map((row) => (
                <td key={row.id} className={choices[field.name]?.includes(row.id) ? 'taken' : ''}>
                  <Cell {...{ field, row }} fixed={!canWrite(type, field)} choices={choices} choose={choose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps extends Pick<Props, 'type' | 'keep'> {
  row: Row;
  title: string;
  stays: boolean;
}

/** Which record it is, how old, and whose. */
function Head({ type, row, title, stays, keep }: HeadProps) {
  const { t, fmt } = useApp();
  const owner = (row['owner'] as Ref | null)?.label;
  const made = row['createdAt'] ? t('merge.made', { at: fmt.moment(String(row['createdAt'])) }) : '';
  return (
    <span className="two-lines">
      <Link to="/record/$entity/$id" params={{ entity: type.name, id: row.id }} target="_blank" preload={false}>
        {title}
      </Link>
      <small className="dim">{[made, owner].filter(Boolean).join(' · ')}</small>
      <label className="check-row">
        <input
          type="radio"
          name="stays"
          aria-label={`${t('merge.stays')}: ${title}`}
          checked={stays}
          onChange={() => keep(row.id)}
        />
        <span>{t('merge.stays')}</span>
      </label>
    </span>
  );
}

interface CellProps extends Pick<Props, 'choices' | 'choose'> {
  field: Field;
  row: Row;
  /** may not be written, so the one that stays keeps its own */
  fixed: boolean;
}

function Cell({ field, row, fixed, choices, choose }: CellProps) {
  const app = useApp();
  const value = row[field.name];
  const taken = choices[field.name] ?? [];
  const words =
    field.kind === 'parts' ? (
      <PartsEditor field={field} value={value} onChange={() => undefined} readOnly />
    ) : (
      wordsOf(field, value, app) || <span className="dim">–</span>
    );
  if (fixed) return words;
  if (isList(field)) {
    const set = (on: boolean) => choose(field.name, on ? [...taken, row.id] : taken.filter((id) => id !== row.id));
    const none = !Array.isArray(value) || value.length === 0;
    if (none) return <span className="dim">–</span>;
    return (
      <Check checked={taken.includes(row.id)} onChange={set}>
        {words}
      </Check>
    );
  }
  return (
    <label className="check-row">
      <input
        type="radio"
        name={field.name}
        checked={taken.includes(row.id)}
        onChange={() => choose(field.name, [row.id])}
      />
      <span>{words}</span>
    </label>
  );
}
