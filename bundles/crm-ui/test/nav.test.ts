import { describe, expect, it } from 'vitest';
import type { Bootstrap } from '../src/api/types';
import { groupsOf } from '../src/shell/nav';

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
