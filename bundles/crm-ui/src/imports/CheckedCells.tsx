import { Suspense, useState } from 'react';
import type { CheckedRow, Fix, Import, Problem } from '../api/imports';
import { useApp } from '../app';
import { Pill } from '../kit/Bits';
import { Button, IconButton } from '../kit/Button';
import { lazily } from '../kit/lazily';
import { Table } from '../kit/Table';
import { usePhone } from '../kit/useMedia';
import { wordsOf } from '../meta/Value';
import { cellField, cellText, startValue, type CellText } from './cells';
import type { Corrections } from './useCorrections';
import { useTargets } from './useTargets';

const InPlace = lazily(() => import('../record/InPlace'));
const noDraft = { found: undefined, restored: false, keep: () => undefined, drop: () => undefined };

/** A cell with something to tell: what is wrong with it, or how it is read instead. */
interface Line {
  row: CheckedRow;
  column: number;
  problem?: Problem;
  fix?: Fix | undefined;
}

const linesOf = (row: CheckedRow): Line[] => {
  const fixOf = (column: number) => row.fixes.find((fix) => fix.column === column);
  const told = row.problems.map((problem) => {
    const column = problem.column ?? -1;
    return { row, column, problem, fix: fixOf(column) };
  });
  const right = row.fixes.filter((fix) => !told.some((line) => line.column === fix.column));
  return [...told, ...right.map((fix) => ({ row, column: fix.column, fix }))];
};
const keyOf = (line: Line, i: number) => `${line.row.row}-${line.column}-${line.problem?.code ?? ''}-${i}`;

interface Props {
  given: Import;
  rows: CheckedRow[];
  corrections: Corrections;
}

/** Every cell that was refused, repaired or corrected, each to be corrected where it stands. */
export function CheckedCells({ given, rows, corrections }: Props) {
  const { t, fmt } = useApp();
  const phone = usePhone();
  const [editing, setEditing] = useState('');
  const { columnOf, nameOf, headOf } = useTargets(given);
  const part = (line: Line, key: string) => (
    <Cell
      line={line}
      open={editing === key}
      head={headOf(line.column, line.problem)}
      edit={() => setEditing(key)}
      close={() => setEditing('')}
      field={cellField(columnOf(line.column), headOf(line.column, line.problem))}
      corrections={corrections}
    />
  );
  const lines = rows.flatMap((row) => linesOf(row).map((line, i) => ({ line, key: keyOf(line, i) })));
  if (phone) {
    return (
      <ul className="findings" aria-label={t('imports.step3')}>
        {lines.map(({ line, key }) => (
          <li key={key}>
            <span className="dim">
              {t('imports.row')} {fmt.number(line.row.row)} · {headOf(line.column, line.problem)}
            </span>
            {part(line, key)}
            <Reason line={line} />
          </li>
        ))}
      </ul>
    );
  }
  const heads = [t('imports.row'), t('imports.column'), t('imports.value'), t('imports.reason')];
  return (
    <Table label={t('imports.step3')} heads={heads} look="checked-cells">
      {lines.map(({ line, key }) => (
        <tr key={key}>
          <td className="r">{fmt.number(line.row.row)}</td>
          <td>
            <span className="two-lines">
              <span>{headOf(line.column, line.problem)}</span>
              <small className="dim">{nameOf(line.row)}</small>
            </span>
          </td>
          <td>{part(line, key)}</td>
          <td>
            <Reason line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Reason({ line: { problem } }: { line: Line }) {
  const { t } = useApp();
  if (!problem) return <Pill tone="success">{t('imports.corrected')}</Pill>;
  const refused = problem.severity === 'error';
  return (
    <span className="row-gap wrap">
      <Pill tone={refused ? 'danger' : 'warning'}>{t(refused ? 'imports.failed' : 'imports.repaired')}</Pill>
      {problem.message}
    </span>
  );
}

interface CellProps {
  line: Line;
  open: boolean;
  head: string;
  edit: () => void;
  close: () => void;
  field: ReturnType<typeof cellField>;
  corrections: Corrections;
}

function Cell({ line, open, head, edit, close, field, corrections }: CellProps) {
  const app = useApp();
  const { t, fmt, boot } = app;
  const { row, column, fix } = line;
  const stands = row.cells[column] ?? '';
  const number = fmt.number(row.row);
  // What was chosen has a word, where a cell of the file says its own.
  const shown = (text: string) =>
    startValue(field, text) === null ? text : wordsOf(field, startValue(field, text), app);
  if (column < 0) return <span className="samples">{line.problem?.value || '–'}</span>;
  if (open) {
    const save = (value: unknown) => corrections.fix(row.row, column, cellText(field, value, boot.company.timeZone));
    return (
      <Suspense fallback={<span className="ctl" />}>
        <InPlace
          field={field}
          value={startValue(field, fix?.value ?? stands)}
          save={save}
          close={close}
          draft={noDraft}
        />
      </Suspense>
    );
  }
  return (
    <span className="row-gap wrap">
      <button
        type="button"
        className="cell-edit"
        aria-label={`${t('act.edit')}: ${t('imports.row')} ${number}, ${head}: ${fix?.value ?? stands}`}
        onClick={edit}
      >
        {fix && stands && <del className="dim">{stands}</del>}
        <span className={fix ? 'strong' : ''}>{(fix ? shown(fix.value) : stands) || '–'}</span>
      </button>
      {fix && (
        <AfterFix fix={fix} stands={stands} corrections={corrections} where={`${number}, ${head}`} row={row.row} />
      )}
    </span>
  );
}

interface AfterProps {
  fix: Fix;
  stands: string;
  where: string;
  row: number;
  corrections: Corrections;
}

/** What can be done with a correction: let it count for all equal cells, or take it back. */
function AfterFix({ fix, stands, where, row, corrections }: AfterProps) {
  const { t } = useApp();
  const text: CellText = { value: fix.value, ...(fix.ref ? { ref: fix.ref } : {}) };
  return (
    <>
      {fix.row > 0 && stands.length <= 200 && (
        <Button
          look="quiet"
          aria-label={`${t('imports.toAll', { value: stands || '–' })} (${where})`}
          onClick={() => void corrections.fixAll(row, fix.column, stands, text)}
        >
          {t('imports.toAll', { value: stands || '–' })}
        </Button>
      )}
      {fix.row === 0 && <span className="dim">{t('imports.allEqual')}</span>}
      <IconButton
        icon="restore"
        label={`${t('imports.takeBack')}: ${where}`}
        onClick={() => void corrections.takeBack(fix)}
      />
    </>
  );
}
