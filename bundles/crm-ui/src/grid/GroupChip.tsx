import { useApp } from '../app';
import { Icon } from '../kit/Icon';
import type { Column } from '../meta/paths';
import type { Grouped } from './groups';

/** What the list is grouped by, to be taken away; and all groups opened or folded at once. */
export function GroupChip({ groups, by, drop }: { groups: Grouped; by: Column; drop: () => void }) {
  const { t, fmt } = useApp();
  const words = t('list.groupedBy', { column: by.label });
  const open = groups.groups.some((group) => group.open);
  return (
    <>
      <span className="chip">
        <span className="tx">{words}</span>
        <button type="button" aria-label={t('filter.remove', { filter: words })} onClick={drop}>
          <Icon name="close" size={13} />
        </button>
      </span>
      {groups.groups.length > 0 && (
        <button type="button" className="link" onClick={() => groups.all(!open)}>
          {t(open ? 'list.foldAll' : 'list.unfoldAll')}
        </button>
      )}
      {groups.cut && <span className="dim">{t('list.groupsCut', { number: fmt.number(groups.groups.length) })}</span>}
    </>
  );
}
