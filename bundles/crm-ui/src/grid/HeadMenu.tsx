import type { Sort } from '../api/types';
import { useApp } from '../app';
import { MenuAt, type MenuEntry } from '../kit/Menu';
import type { Column } from '../meta/paths';
import { groupable } from './groups';

export interface HeadVerbs {
  pinned: string[];
  pin: (path: string) => void;
  hide: (path: string) => void;
  group: string | undefined;
  setGroup: (path: string | undefined) => void;
}
interface Props {
  column: Column;
  anchor: HTMLElement;
  sort: Sort[];
  sortable: boolean;
  onSort: (sort: Sort[]) => void;
  /** whether it may be hidden: one column has to stay */
  last: boolean;
  verbs: HeadVerbs;
  close: () => void;
}

/** What can be done with a column of a list. */
export default function HeadMenu({ column, anchor, sort, sortable, onSort, last, verbs, close }: Props) {
  const { t } = useApp();
  const { path, label } = column;
  const now = sort.find((one) => one.path === path);
  const others = sort.filter((one) => one.path !== path);
  const order: MenuEntry[] = sortable
    ? [
        { key: 'up', label: t('list.sortUp'), icon: 'arrow-up', onSelect: () => onSort([{ path, desc: false }]) },
        { key: 'down', label: t('list.sortDown'), icon: 'arrow-down', onSelect: () => onSort([{ path, desc: true }]) },
      ]
    : [];
  if (sortable && others.length > 0) {
    const then = (desc: boolean) => () => onSort([...others, { path, desc }]);
    order.push(
      { key: 'then-up', label: t('list.thenUp'), icon: 'arrow-up', onSelect: then(false) },
      { key: 'then-down', label: t('list.thenDown'), icon: 'arrow-down', onSelect: then(true) },
    );
  }
  if (now) {
    order.push({ key: 'none', label: t('list.sortNot'), icon: 'close', onSelect: () => onSort(others) });
  }
  const grouped = verbs.group === path;
  const place: MenuEntry[] = [
    {
      key: 'pin',
      label: t(verbs.pinned.includes(path) ? 'list.unpin' : 'list.pin'),
      icon: 'pinned',
      onSelect: () => verbs.pin(path),
    },
  ];
  if (groupable(column)) {
    place.unshift({
      key: 'group',
      label: t(grouped ? 'list.groupNot' : 'list.groupBy'),
      icon: 'list',
      onSelect: () => verbs.setGroup(grouped ? undefined : path),
    });
  }
  if (!last) place.push({ key: 'hide', label: t('list.hide'), icon: 'eye-off', onSelect: () => verbs.hide(path) });
  return (
    <MenuAt
      anchor={anchor}
      label={t('list.columnMenu', { column: label })}
      groups={[{ entries: order }, { entries: place }]}
      close={close}
    />
  );
}
