import { api, at, Problem, put } from './client';
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

/** Asks for the views anew; also after a refusal, which is said at once, for they may be others by now. */
async function written<T>(entity: string, work: Promise<T>): Promise<T> {
  const answer = await work.catch((refused: Error) => {
    void anew(entity);
    throw refused;
  });
  await anew(entity);
  return answer;
}

/** Keeps a list as it is arranged now, in place of what was kept before if there is such. */
export const keepView = (arranged: Arranged, before?: View['saved']) =>
  written(
    arranged.entity,
    before
      ? put<View>(at('views', before.id), arranged, before.version)
      : api<View>('/api/views', { method: 'POST', body: arranged }),
  );

/** Also where somebody else was faster. */
export const removeView = (entity: string, id: string) =>
  written(
    entity,
    api<void>(at('views', id), { method: 'DELETE' }).catch((error: Error) => {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    }),
  );

/** The columns that people with a role begin with in a view. */
export const keepRoleColumns = (entity: string, view: string, role: string, columns: string[]) =>
  put(at('views', 'columns'), { entity, view, role, columns }).then(() => anew(entity));

export type Pin = { entity: string; view: string; label: { th: string; en: string }; board?: boolean };
export const pinsQuery = preferenceQuery<Pin[]>('menu.pinned');
export const keepPins = (pins: Pin[]) => keepPreference('menu.pinned', pins);
