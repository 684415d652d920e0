import { useQuery } from '@tanstack/react-query';
import type { CheckedRow, Import, Likely, LikelyChoice } from '../api/imports';
import { rowsQuery, typeQuery } from '../api/queries';
import type { RecordType, Row } from '../api/types';
import { useApp } from '../app';
import { MatchName, MatchReason } from '../duplicates/MatchWords';
import { Segments } from '../kit/Bits';
import { Table } from '../kit/Table';
import { wordsOf } from '../meta/Value';
import { choiceWords } from './choices';
import type { Corrections } from './useCorrections';

interface Props {
  given: Import;
  /** those of one page */
  rows: CheckedRow[];
  forAll: string;
  corrections: Corrections;
}

/** Rows that may be there already, each beside the record it looks like, and what is done with it. */
export function LikelyRows({ given, rows, forAll, corrections }: Props) {
  const { data: type } = useQuery(typeQuery(given.entity));
  const columns = given.columns.filter(({ field }) => field && !field.includes('.'));
  const fields = columns.map(({ field }) => field ?? '');
  const ids = rows.flatMap(({ likely }) => likely?.flatMap(({ id }) => (id ? [id] : [])).slice(0, 1) ?? []);
  const filter = { field: 'id', op: 'in' as const, value: ids };
  const { data: records } = useQuery({
    ...rowsQuery(given.entity, { fields, filter, limit: 100 }),
    enabled: ids.length > 0,
  });
  if (!type) return null;
  return (
    <ul className="likely-rows">
      {rows.map((row) => (
        <li key={row.row} className="stack">
          <Head type={type} row={row} />
          <SideBySide
            type={type}
            columns={columns}
            row={row}
            record={records?.items.find((one) => one.id === row.likely?.find(({ id }) => id)?.id)}
          />
          <Decision row={row} forAll={forAll} corrections={corrections} />
        </li>
      ))}
    </ul>
  );
}

function Head({ type, row }: { type: RecordType; row: CheckedRow }) {
  const { t, fmt } = useApp();
  const likely = row.likely ?? [];
  return (
    <div className="row-gap wrap">
      <strong>
        {t('imports.row')} {fmt.number(row.row)}
      </strong>
      {likely.map((one, i) => (
        <span key={one.id ?? one.row ?? i} className="row-gap wrap">
          <Twin type={type} one={one} />
          <MatchReason type={type} match={{ score: one.score, reasons: one.reasons ?? [] }} />
        </span>
      ))}
    </div>
  );
}

function Twin({ type, one }: { type: RecordType; one: Likely }) {
  const { t, fmt } = useApp();
  if (one.row) return <span>{t('imports.sameAsRow', { row: fmt.number(one.row) })}</span>;
  const match = { owner: one.owner, ...(one.id ? { id: one.id } : {}), ...(one.title ? { title: one.title } : {}) };
  return <MatchName type={type} match={match} />;
}

const plain = (text: string) => text.toLowerCase().replace(/[\s\-.,()]/g, '');

interface SideProps {
  type: RecordType;
  columns: Import['columns'];
  row: CheckedRow;
  record: Row | undefined;
}

/** The cells of a row beside what the record holds; what differs is marked. */
function SideBySide({ type, columns, row, record }: SideProps) {
  const app = useApp();
  const { t, l, fmt } = app;
  if (!record) return null;
  const lines = columns.flatMap((column) => {
    const field = type.fields.find((one) => one.name === column.field);
    const inFile = row.fixes.find((fix) => fix.column === column.index)?.value ?? row.cells[column.index] ?? '';
    const held = field ? wordsOf(field, record[field.name], app) : '';
    return field && (inFile || held) ? [{ field, inFile, held, differs: plain(inFile) !== plain(held) }] : [];
  });
  const label = `${t('imports.row')} ${fmt.number(row.row)}`;
  return (
    <Table label={label} heads={[t('imports.field'), t('imports.inFile'), t('imports.inRecord')]} look="side-by-side">
      {lines.map(({ field, inFile, held, differs }) => (
        <tr key={field.name} className={differs ? 'differs' : ''}>
          <th scope="row">{l(field.label)}</th>
          <td>{inFile || '–'}</td>
          <td>
            {held || '–'}
            {differs && <span className="unseen"> ({t('imports.differs')})</span>}
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface DecisionProps {
  row: CheckedRow;
  forAll: string;
  corrections: Corrections;
}

function Decision({ row, forAll, corrections }: DecisionProps) {
  const { t, fmt } = useApp();
  const record = row.likely?.find(({ id }) => id);
  const all = t('imports.asForAll', { choice: t(choiceWords[forAll as LikelyChoice] ?? 'imports.choiceSkip') });
  const possible: LikelyChoice[] = record ? ['skip', 'update', 'merge', 'create'] : ['skip', 'create'];
  return (
    <Segments<LikelyChoice | ''>
      label={`${t('imports.choice')}: ${t('imports.row')} ${fmt.number(row.row)}`}
      value={row.choice ?? ''}
      options={[{ value: '', label: all }, ...possible.map((one) => ({ value: one, label: t(choiceWords[one]) }))]}
      onChange={(choice) => void corrections.decide(row.row, choice, record?.id)}
    />
  );
}
