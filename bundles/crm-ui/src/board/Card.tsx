import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { RecordType, Ref, Row, State } from '../api/types';
import { useApp } from '../app';
import { Avatar } from '../kit/Bits';
import { useDraggable } from '../kit/dnd';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { pressed, type shortcuts } from '../kit/shortcuts';
import { isDate, missedAt, isNumber, type Column } from '../meta/paths';
import { NextDue } from '../meta/NextDue';
import { wordsOf } from '../meta/Value';

interface FaceProps {
  row: Row;
  type: RecordType;
  columns: Column[];
  closed: boolean;
}

/** What a card shows: name, words, then amount, date and owner in one line. */
export function CardFace({ row, type, columns, closed }: FaceProps) {
  const app = useApp();
  const [title, ...rest] = columns;
  const owner = rest.find((column) => column.field.ref === 'user');
  const person = owner && (row[owner.path] as Ref | null);
  const numbers = rest.filter((column) => isNumber(column.field));
  const dates = rest.filter((column) => isDate(column.field));
  const next = rest.find((column) => column.field.kind === 'next');
  const since = rest.find((column) => column.field.kind === 'since');
  const words = rest.filter((column) => ![owner, next, since, ...numbers, ...dates].includes(column));
  const marks = (
    <>
      {since && !closed && <Since column={since} at={row[since.path]} />}
      {next && <NextDue at={row[next.path]} short />}
    </>
  );
  return (
    <>
      <Link
        to="/record/$entity/$id"
        params={{ entity: type.name, id: row.id }}
        className="strong"
        preload={false}
        draggable={false}
      >
        {(title && wordsOf(title.field, row[title.path], app)) || row.id}
      </Link>
      {words.map((column, i) => (
        <span key={column.path} className="row-gap">
          <span className="tx dim grow">{wordsOf(column.field, row[column.path], app)}</span>
          {i === 0 && marks}
        </span>
      ))}
      <span className="row-gap card-line">
        {numbers.map((column) => (
          <b key={column.path} className="num">
            {wordsOf({ ...column.field, decimals: 0 }, row[column.path], app)}
          </b>
        ))}
        {dates.map((column) => {
          const value = row[column.path];
          const late = !closed && missedAt(type, row, column.field, app.fmt) !== '';
          return (
            <span key={column.path} className={late ? 'error' : 'dim'} title={column.label}>
              {wordsOf(column.field, value, app)}
            </span>
          );
        })}
        <span className="grow" />
        {words.length === 0 && marks}
        {person && <Avatar name={app.called(person)} id={person.id} />}
      </span>
    </>
  );
}

/** How long it has been in the state of its life cycle: what stands still is seen. */
function Since({ column, at }: { column: Column; at: unknown }) {
  const app = useApp();
  if (typeof at !== 'string' || app.fmt.dayOf(at) === app.fmt.today()) return null;
  return (
    <small
      className="dim still"
      title={app.t('since.title', { label: column.label, day: app.fmt.day(app.fmt.dayOf(at)) })}
    >
      {wordsOf(column.field, at, app)}
    </small>
  );
}

interface Props extends FaceProps {
  states: State[];
  here: string;
  /** whether the person may change it at all */
  mine: boolean;
  canMove: (row: Row, code: string) => boolean;
  moveTo: (row: Row, code: string) => void;
}

type Move = (typeof shortcuts.board.move)[number];
const steps: Record<Move, number> = { 'Control+ArrowLeft': -1, 'Control+ArrowRight': 1 };

/** A card to drag, to move by its menu, or with Ctrl and the arrow keys. */
export function Card({ states, here, mine, canMove, moveTo, ...face }: Props) {
  const { t, l } = useApp();
  const { row } = face;
  const targets = states.filter((state) => state.code !== here && canMove(row, state.code));
  const movable = targets.length > 0;
  const drag = useDraggable({ id: row.id, data: { row }, disabled: !movable });
  const press = (event: KeyboardEvent) => {
    const step = steps[pressed(event) as Move] as number | undefined;
    if (step === undefined) return;
    event.preventDefault();
    const from = states.findIndex((state) => state.code === here);
    const way = step > 0 ? states.slice(from + 1) : states.slice(0, from).reverse();
    const next = way.find((state) => canMove(row, state.code));
    if (next) moveTo(row, next.code);
  };
  return (
    <div
      ref={drag.setNodeRef}
      role="listitem"
      data-card={row.id}
      className={'kanban-card' + (movable ? ' movable' : '') + (drag.isDragging ? ' away' : '')}
      onKeyDown={press}
      title={movable ? t('board.hint') : mine ? undefined : t('board.still')}
      {...drag.listeners}
    >
      <CardFace {...face} />
      {movable && (
        <Menu
          label={t('board.move')}
          align="end"
          groups={[
            {
              title: t('board.move'),
              entries: targets.map((state) => ({
                key: state.code,
                label: l(state.label),
                onSelect: () => moveTo(row, state.code),
              })),
            },
          ]}
          trigger={(trigger) => (
            <button
              type="button"
              className="card-menu"
              aria-label={t('board.moveTo', { name: String(row[face.type.titleField] ?? row.id) })}
              {...trigger}
            >
              <Icon name="dots" size={16} />
            </button>
          )}
        />
      )}
    </div>
  );
}
