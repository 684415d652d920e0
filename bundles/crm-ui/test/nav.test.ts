import { describe, expect, it } from 'vitest';
import type { Bootstrap } from '../src/api/types';
import { currentGroup, groupsOf, isCurrent, linkTo } from '../src/shell/nav';

const label = { th: 'ก', en: 'a' };
const menu = { id: 'import', label, target: { to: 'page', page: 'import' } };
const boot = {
  menus: [{ id: 'administration', label, order: 1, children: [menu] }],
  entities: [
    { name: 'lead', import: true },
    { name: 'opportunity', import: false },
  ],
} as unknown as Bootstrap;
const importFrom = (path: string) => groupsOf(boot, path)[0]?.items[0]?.href;

describe('the import in the menu', () => {
  it.each(['/list/lead', '/board/lead', '/record/lead/7', '/new/lead'])('begins with leads coming from %s', (path) => {
    expect(importFrom(path)).toBe('/import?entity=lead');
  });
  it.each(['/', '/list/opportunity', '/rights/lead', '/nonsense'])('is open coming from %s', (path) => {
    expect(importFrom(path)).toBe('/import');
  });
});

describe('the part of the menu that is open', () => {
  const item = (id: string, entity?: string) => ({
    id,
    label,
    target: entity ? { to: 'list', entity } : { to: 'page', page: id },
  });
  const sales = { id: 'sales', label, order: 2, children: [item('leads', 'lead'), item('accounts', 'account')] };
  const home = { id: 'home', label, order: 1, children: [item('home')] };
  const groups = groupsOf({ menus: [home, sales], entities: [] } as unknown as Bootstrap, '/');

  it.each(['list/account', 'record/account/7', 'new/account', 'duplicates/account', 'merge/account'])(
    'is that of the records at %s',
    (path) => {
      const group = currentGroup(groups, `/${path}`, '');
      expect(group?.menu.id).toBe('sales');
      expect(group?.items.map(({ href }) => isCurrent(href, `/${path}`, ''))).toEqual([false, true]);
    },
  );
});

it('gives a link the page and what is asked of it apart', () => {
  expect(linkTo('/board/deal?view=own.%E0%B8%81')).toEqual({ to: '/board/deal', search: { view: 'own.ก' } });
  expect(linkTo('/calendar')).toEqual({ to: '/calendar' });
});
