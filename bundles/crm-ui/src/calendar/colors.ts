import type { Entry } from './queries';

/** Each carries white letters (4.5 : 1 at least), on light and dark skins alike. */
const hues = [
  '#1d4ed8',
  '#0f766e',
  '#a21caf',
  '#b45309',
  '#b42318',
  '#4d7c0f',
  '#6d28d9',
  '#0e7490',
  '#9d174d',
  '#475467',
];

const place = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
const colorOf = (key: string): string => hues[place(key) % hues.length]!;

/** Kinds by their place in the list, so that neighbours differ; people by their id. */
export function entryColor(entry: Entry, by: 'kind' | 'person', kinds: string[]): string {
  if (by === 'person') return colorOf(entry.owner?.id ?? '');
  const at = kinds.indexOf(entry.kind ?? '');
  return at < 0 ? colorOf(entry.source) : hues[at % hues.length]!;
}
