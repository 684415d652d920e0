import { useInfiniteQuery } from '@tanstack/react-query';
import { pagesQuery } from '../api/queries';
import { useEffect } from 'react';
import type { Query, RecordType, Row, State } from '../api/types';
import { useMore } from '../api/useMore';
import { useApp } from '../app';
import { IconButton } from '../kit/Button';
import { Skeleton } from '../kit/Bits';
import { useDroppable } from '../kit/dnd';
import { Failed } from '../kit/Failed';
import type { Column } from '../meta/paths';
import type { Total } from './BoardPage';
import { Card } from './Card';

interface Props {
  type: RecordType;
  board: NonNullable<RecordType['board']>;
  state: State;
  states: State[];
  query: Query;
  total: Total | undefined;
  /** folded to its heading */
  shut: boolean;
  toggle: () => void;
  columns: Column[];
  canDrop: boolean;
  canMove: (row: Row, code: string) => boolean;
  moveTo: (row: Row, code: string) => void;
  /** called when its cards are others */
  changed: () => void;
}

/** One state of the board: the server's count and sum for all of it, 25 cards and more on request. */
export function Lane({ type, board, state, states, query, total, columns, ...props }: Props) {
  const { t, l, fmt } = useApp();
  const { setNodeRef, isOver } = useDroppable({ id: state.code });
  const pages = useInfiniteQuery({ ...pagesQuery(type.name, query), enabled: !props.shut });
  const more = useMore(pages);
  const { changed } = props;
  useEffect(changed, [changed, pages.data, total]);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const mine = new Set(pages.data?.pages.flatMap((page) => page.may ?? []));
  const rest = Math.max(0, (total?.count ?? 0) - rows.length);
  const label = l(state.label);
  const words = (name: string | undefined) => l(type.fields.find((field) => field.name === name)?.label);
  const sums = (
    [
      [words(board.sum), total?.sum],
      [words(board.weighted), total?.weighted],
    ] as const
  ).filter((one): one is [string, number] => one[1] !== undefined);
  return (
    <section
      ref={setNodeRef}
      className={
        `lane t-${state.tone ?? 'neutral'}` +
        (isOver && props.canDrop ? ' over' : '') +
        (props.canDrop ? '' : ' shut') +
        (props.shut ? ' folded' : state.closed && total?.count === 0 ? ' slim' : '')
      }
      aria-label={label}
      data-state={state.code}
    >
      <header>
        <h2 className="tx">{label}</h2>
        <span className="dim num">{total ? fmt.number(total.count) : ''}</span>
        <span className="grow" />
        <IconButton
          className="fold"
          icon={props.shut ? 'right' : 'left'}
          label={t(props.shut ? 'board.unfold' : 'board.fold', { name: label })}
          aria-expanded={!props.shut}
          onClick={props.toggle}
        />
        {board.sum && !props.shut && (
          <span
            className="lane-sums num dim"
            title={sums.map(([words, sum]) => `${words} ${fmt.money(sum)}`).join('\n')}
          >
            {sums.map(([words, sum]) => (
              <span key={words}>
                <small>{words}</small> {fmt.short(sum)}
              </span>
            ))}
          </span>
        )}
      </header>
      {!props.shut && (
        <div className="lane-cards" tabIndex={0} role="group" aria-label={label}>
          {pages.isPending && <Skeleton />}
          {pages.error && !pages.data && <Failed error={pages.error} again={pages.refetch} />}
          {rows.length > 0 && (
            <div role="list" aria-label={label} className="lane-list">
              {rows.map((row) => (
                <Card
                  key={row.id}
                  row={row}
                  type={type}
                  columns={columns}
                  closed={state.closed === true}
                  states={states}
                  here={state.code}
                  mine={mine.has(row.id)}
                  canMove={(one, code) => mine.has(one.id) && props.canMove(one, code)}
                  moveTo={props.moveTo}
                />
              ))}
            </div>
          )}
          {pages.data && rows.length === 0 && <p className="dim lane-empty">{t('board.empty')}</p>}
          {pages.hasNextPage && (
            <button type="button" className="link" onClick={more}>
              {t('board.more', { number: fmt.number(Math.min(25, rest || 25)) })}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
