import type { RecordType, View } from '../api/types';
import { useApp } from '../boot/app';

/** The ready questions of a kind of record. */
export function ViewChips({
  type,
  current,
  board = false,
  choose,
}: {
  type: RecordType;
  current: View;
  /** whether the views made for a board are offered as well, before the others */
  board?: boolean;
  choose: (id: string) => void;
}) {
  const { t, l } = useApp();
  const made = (view: View) => view.mode === 'board';
  const tables = type.views.filter((view) => !made(view));
  const views = board ? [...type.views.filter(made), ...tables] : tables;
  if (views.length < 2) return null;
  return (
    <div className="views" role="group" aria-label={t('list.views')}>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className="view-chip"
          aria-pressed={view.id === current.id}
          onClick={() => choose(view.id)}
        >
          {l(view.label)}
        </button>
      ))}
    </div>
  );
}
