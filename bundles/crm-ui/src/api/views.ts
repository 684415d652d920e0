import { api, at, put } from './client';
import { keepPreference, preferenceQuery, queryClient } from './queries';
import type { Filter, Sort, View } from './types';

export interface Arranged {
  entity: string;
  name: string;
  audience: string;
  team?: string;
  columns: string[];
  widths: Record<string, number>;
  pinned?: string[];
  group?: string;
  sort: Sort[];
  filter?: Filter;
  mode: 'table' | 'board';
}

const anew = (entity: string) => queryClient.invalidateQueries({ queryKey: ['type', entity] });

/** Keeps a list as it is arranged now; with an id in place of what was kept before. */
export async function keepView(arranged: Arranged, id?: string): Promise<View> {
  const kept = id
    ? await put<View>(at('views', id), arranged)
    : await api<View>('/api/views', { method: 'POST', body: arranged });
  await anew(arranged.entity);
  return kept;
}

export async function removeView(entity: string, id: string): Promise<void> {
  await api(at('views', id), { method: 'DELETE' });
  await anew(entity);
}

/** The columns that people with a role begin with in a view. */
export const keepRoleColumns = (entity: string, view: string, role: string, columns: string[]) =>
  put(at('views', 'columns'), { entity, view, role, columns }).then(() => anew(entity));

export type Pin = { entity: string; view: string; label: { th: string; en: string }; board?: boolean };
export const pinsQuery = preferenceQuery<Pin[]>('menu.pinned');
export const keepPins = (pins: Pin[]) => keepPreference('menu.pinned', pins);
