import { useState } from 'react';
import { writeValues } from '../api/meanwhile';
import { queryClient } from '../api/queries';
import type { RecordType, Row, State } from '../api/types';
import { useApp } from '../app';
import { toast } from '../kit/Toast';
import { transitionTo } from '../meta/lifecycle';
import { putBack, undoButton } from '../record/undo';
import { useActions } from '../record/useActions';

/** How cards go to another column: by a transition of their record, else by writing the field. */
export function useMoves(type: RecordType, by: string, states: State[]) {
  const { t, l, boot } = useApp();
  const actions = useActions(type);
  const lifecycle = type.lifecycle?.field === by ? type.lifecycle : undefined;
  const stepTo = (row: Row, code: string) => lifecycle && transitionTo(lifecycle, row, code, boot.user.id);
  const canMove = (row: Row, code: string) =>
    Boolean(type.access.update) && (lifecycle === undefined || stepTo(row, code) !== undefined);
  const write = async (row: Row, code: string, name: string) => {
    const renew = () => queryClient.invalidateQueries({ queryKey: ['records', type.name] });
    const before = { [by]: row[by] ?? null };
    try {
      const after = await writeValues(type.name, row, { [by]: code });
      const undo = undoButton(t, () => putBack(type.name, before, after), renew);
      toast(t('board.movedTo', { name }), 'success', undo);
      void renew();
      return true;
    } catch (error) {
      toast((error as Error).message, 'danger');
      return false;
    }
  };
  /** Cards that have gone and are still drawn where they were: a second key would move what is no more. */
  const [left] = useState(() => new WeakSet<Row>());
  const moveTo = async (row: Row, code: string) => {
    if (left.has(row)) return;
    const transition = stepTo(row, code);
    const name = l(states.find((state) => state.code === code)?.label);
    if (!transition && lifecycle) return toast(`${t('record.noTransition')}: ${name}`, 'warning');
    left.add(row);
    if (!(await (transition ? actions.move(transition, row, code) : write(row, code, name)))) left.delete(row);
  };
  return { moveTo, canMove, dialog: actions.dialog, asking: actions.asking };
}
