import type { Bootstrap, Menu, MenuItem, Target } from '../api/types';

/** Where a menu entry leads. */
function hrefOf(target: Target): string {
  const entity = encodeURIComponent(target.entity ?? '');
  const view = target.view ? `?view=${encodeURIComponent(target.view)}` : '';
  if (target.to === 'list') return `/list/${entity}${view}`;
  if (target.to === 'board') return `/board/${entity}${view}`;
  const pages: Record<string, string> = { home: '/', users: '/list/user', teams: '/list/team', roles: '/list/role' };
  return pages[target.page ?? 'home'] ?? `/${target.page}`;
}

export const recordHref = ({ entity, id }: { entity: string; id: string }) => `/record/${entity}/${id}`;

/** The same for a link, which takes what is asked apart from the page. */
export function linkTo(href: string): { to: string; search?: Record<string, string> } {
  const [to = '', asked] = href.split('?');
  return asked ? { to, search: Object.fromEntries(new URLSearchParams(asked)) } : { to };
}

export interface Group {
  menu: Menu;
  href: string;
  items: { item: MenuItem; href: string }[];
}

/** The import begins with the kind of record one comes from. */
function importOf(boot: Bootstrap, path: string): string {
  const [, page = '', entity] = path.split('/');
  const from = ['list', 'board', 'record', 'new'].includes(page) && boot.entities.find((one) => one.name === entity);
  return from && from.import ? `/import?entity=${from.name}` : '/import';
}

export function groupsOf(boot: Bootstrap, path: string): Group[] {
  const leadsTo = (target: Target) => (target.page === 'import' ? importOf(boot, path) : hrefOf(target));
  return [...boot.menus]
    .sort((a, b) => a.order - b.order)
    .map((menu) => {
      const items = menu.children.map((item) => ({ item, href: leadsTo(item.target) }));
      return { menu, items, href: menu.target ? leadsTo(menu.target) : (items[0]?.href ?? '/') };
    });
}

/** Pages about records of one entity. */
const ofRecords = ['record', 'new', 'duplicates', 'merge'];

/** The entry that stands for an address: the exact one, otherwise the list of the record's entity. */
export function isCurrent(href: string, path: string, search: string): boolean {
  const [ownPath = '', ownSearch = ''] = href.split('?');
  if (ownPath === path) return ownSearch === '' || search.includes(ownSearch);
  const [, kind = '', entity] = path.split('/');
  if (kind === 'rights') return ownPath === '/list/role';
  return ofRecords.includes(kind) && ownPath === `/list/${entity}` && ownSearch === '';
}

export function currentGroup(groups: Group[], path: string, search: string): Group | undefined {
  return (
    groups.find((group) => group.items.some((entry) => isCurrent(entry.href, path, search))) ??
    groups.find((group) => isCurrent(group.href, path, search)) ??
    groups.find((group) => group.items.some((entry) => entry.href.split('?')[0] === path))
  );
}

/** Pages that only those may open whose menu names them. */
const named: Record<string, string> = {
  modules: '/modules',
  fields: '/fields',
  'pick-lists': '/pick-lists',
  settings: '/settings',
  rights: '/list/role',
  mail: '/mail',
  leaver: '/leaver',
};

export function isOpenTo(groups: Group[], path: string): boolean {
  const href = named[path.split('/')[1] ?? ''];
  return href === undefined || groups.some((group) => group.items.some((entry) => entry.href === href));
}
