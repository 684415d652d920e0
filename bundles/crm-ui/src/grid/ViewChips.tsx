import type { RecordType, View } from '../api/types';
import { useApp } from '../app';
import { IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { Menu } from '../kit/Menu';
import { usePhone } from '../kit/useMedia';
import { useLine } from '../kit/useLine';

/** The ready questions of a kind of record; on the phone one button that opens them. */
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
  const phone = usePhone();
  const made = (view: View) => view.mode === 'board';
  // What somebody keeps as a board leads there, also from the list.
  const tables = type.views.filter((view) => !made(view) || (!board && view.saved));
  const views = board ? [...type.views.filter(made), ...tables] : tables;
  const { setLine, tooLong } = useLine(current.id, views.length);
  if (views.length < 2) return null;
  const entries = views.map((view) => ({
    key: view.id,
    label: l(view.label),
    checked: view.id === current.id,
    onSelect: () => choose(view.id),
  }));
  if (phone) {
    return (
      <Menu
        label={t('list.views')}
        groups={[{ entries }]}
        trigger={(trigger) => (
          <button type="button" className="btn plain view-menu" {...trigger}>
            <span className="btn-text">{l(current.label)}</span>
            <Icon name="down" size={14} />
          </button>
        )}
      />
    );
  }
  return (
    <>
      <div ref={setLine} className="views" role="group" aria-label={t('list.views')}>
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
      {tooLong && (
        <Menu
          label={t('list.views')}
          groups={[{ entries }]}
          trigger={(trigger) => <IconButton icon="down" label={t('list.allViews')} {...trigger} />}
        />
      )}
    </>
  );
}
