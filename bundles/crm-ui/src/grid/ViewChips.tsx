import type { RecordType, View } from '../api/types';
import { useApp } from '../boot/app';

/** The ready questions of a kind of record. */
export function ViewChips({
  type,
  current,
  choose,
}: {
  type: RecordType;
  current: View;
  choose: (id: string) => void;
}) {
  const { t, l } = useApp();
  const views = type.views.filter((view) => view.mode !== 'board');
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
