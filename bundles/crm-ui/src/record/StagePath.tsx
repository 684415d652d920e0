import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { historyQuery } from '../api/queries';
import type { RecordType, Row, State } from '../api/types';
import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import { passedBy, transitionTo } from '../meta/lifecycle';
import type { useActions } from './useActions';

interface Props {
  type: RecordType;
  lifecycle: NonNullable<RecordType['lifecycle']>;
  record: Row;
  move: ReturnType<typeof useActions>['move'];
}

/** On a narrow screen the path is wider than the page: the current state moves to its middle, the page does not move. */
function showCurrent(path: HTMLElement | null): void {
  const current = path?.querySelector('[aria-current]');
  if (!path || !current) return;
  const [box, own] = [path.getBoundingClientRect(), current.getBoundingClientRect()];
  path.scrollLeft += own.left + own.width / 2 - (box.left + box.width / 2);
}

/** The states of a record in their order; those that can be reached from here are buttons. */
export function StagePath({ type, lifecycle, record, move }: Props) {
  const { t, l, boot } = useApp();
  const states = [...lifecycle.states].sort((a, b) => a.order - b.order);
  const now = String(record[lifecycle.field] ?? '');
  const open = states.filter((state) => !state.closed);
  const closed = states.filter((state) => state.closed);
  const isClosed = closed.some((state) => state.code === now);
  // Only one end is shown behind the open states: the one reached, otherwise all that can be reached.
  const shown = [...open, ...(isClosed ? closed.filter((state) => state.code === now) : closed)];
  const canMove = Boolean(type.access.update);
  const history = useInfiniteQuery({
    ...historyQuery(type.name, record.id),
    enabled: isClosed && type.features.history === true,
  });
  const behind = passedBy(lifecycle, record, history.data?.pages.flatMap((page) => page.items) ?? []);
  const path = useRef<HTMLOListElement>(null);
  useEffect(() => showCurrent(path.current), [now, behind.length]);
  const step = (state: State) => {
    const transition = transitionTo(lifecycle, record, state.code, boot.user.id);
    const current = state.code === now;
    const passed = behind.includes(state.code);
    const words = (
      <>
        <span className="row-gap">
          {passed && <Icon name="check" size={14} />}
          {l(state.label)}
        </span>
        {state.percent !== undefined && !state.closed && <small>{state.percent}%</small>}
      </>
    );
    const look = `stage ${current ? `now t-${state.tone ?? 'neutral'}` : passed ? 'passed' : ''}`;
    return (
      <li key={state.code}>
        {current || !transition || !canMove ? (
          <span className={look} aria-current={current ? 'step' : undefined}>
            {words}
          </span>
        ) : (
          <button
            type="button"
            className={look}
            title={t('record.stageOf', { state: l(state.label) })}
            onClick={() => void move(transition, record, state.code)}
          >
            {words}
          </button>
        )}
      </li>
    );
  };
  return (
    <ol ref={path} className="stage-path" aria-label={t('record.stage')} tabIndex={0}>
      {shown.map(step)}
    </ol>
  );
}
