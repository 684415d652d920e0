import { useQueries, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { keepPreference, preferenceQuery, queryClient, rowsQuery, typeQuery } from '../api/queries';
import { useApp } from '../app';
import { toast } from '../kit/Toast';

export type Favourite = { entity: string; id: string; label: string };
const query = preferenceQuery<Favourite[]>('menu.favourites');
const most = 100;
const isOf = (entity: string, id: string) => (one: Favourite) => one.entity === entity && one.id === id;

/** Puts a record at the top of the menu, or takes it away from there. */
export async function favour(record: Favourite, on: boolean, t: TFunction): Promise<void> {
  try {
    // Another window may have added some meanwhile.
    const before = (await queryClient.fetchQuery({ ...query, staleTime: 0 })) ?? [];
    const others = before.filter((one) => !isOf(record.entity, record.id)(one));
    await keepPreference('menu.favourites', on ? [...others, record].slice(-most) : others);
    toast(t(on ? 'favourite.added' : 'favourite.removed'));
  } catch (error) {
    toast((error as Error).message, 'danger');
  }
}

export function useIsFavourite(entity: string, id: string): boolean {
  return (useQuery(query).data ?? []).some(isOf(entity, id));
}

/** Those that are there and may be seen, by what they are called now; until that is known by what they were called. */
export function useFavourites(): Favourite[] {
  const { entity } = useApp();
  const kept = (useQuery(query).data ?? []).filter((one) => entity(one.entity));
  const entities = [...new Set(kept.map((one) => one.entity))];
  const types = useQueries({ queries: entities.map((name) => typeQuery(name)) });
  const answers = useQueries({
    queries: entities.map((name, i) => {
      const title = types[i]?.data?.titleField;
      const value = kept.filter((one) => one.entity === name).map((one) => one.id);
      const wish = { fields: title ? [title] : [], filter: { field: 'id', op: 'in' as const, value }, limit: most };
      return { ...rowsQuery(name, wish), enabled: title !== undefined };
    }),
  });
  return kept.flatMap((one) => {
    const i = entities.indexOf(one.entity);
    const answer = answers[i];
    if (!answer?.data || answer.isPlaceholderData) return [one];
    const row = answer.data.items.find(({ id }) => id === one.id);
    return row ? [{ ...one, label: String(row[types[i]?.data?.titleField ?? ''] ?? one.label) }] : [];
  });
}
