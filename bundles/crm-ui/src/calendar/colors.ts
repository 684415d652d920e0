import { hueOf, hues } from '../kit/hues';
import type { Entry } from './queries';

/** Kinds by their place in the list, so that neighbours differ; people by their id. */
export function entryColor(entry: Entry, by: 'kind' | 'person', kinds: string[]): string {
  if (by === 'person') return hueOf(entry.owner?.id ?? '');
  const at = kinds.indexOf(entry.kind ?? '');
  return at < 0 ? hueOf(entry.source) : hues[at % hues.length]!;
}
