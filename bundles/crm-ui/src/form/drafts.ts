import { useCallback, useMemo, useRef, useState } from 'react';
import { useApp } from '../app';

type Kept = Record<string, unknown>;

const prefix = 'sala.draft/';
/** What nobody came back to for so long is forgotten. */
const longest = 30 * 86_400_000;

/** What was typed at a place and not saved yet. */
export function readDraft(key: string): Kept | undefined {
  try {
    const { at, values } = JSON.parse(localStorage.getItem(prefix + key) ?? '{}') as { at?: number; values?: Kept };
    return values && Date.now() - (at ?? 0) < longest ? values : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is typed; nothing typed is no draft. */
export function writeDraft(key: string, values: Kept): void {
  if (Object.keys(values).length === 0) return localStorage.removeItem(prefix + key);
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // The browser's store is full: what is typed is still on the screen.
  }
}

/** The part of a place that names a record, or any of its kind. */
const ownOf = (entity: string, id?: string) => new RegExp(`/${entity}${id ? `[/.]${id}(?=/|$)` : '(?=[/.]|$)'}`);

/** The places of drafts that belong to a record, such as `note/account/7` and `mail/account.7`. */
function placesOf(user: string, entity: string, id?: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`${prefix}${user}/`) && ownOf(entity, id).test(key))
    .map((key) => key.slice(prefix.length));
}

/** Whether somebody typed something at a record and did not save it; without one, at any of its kind. */
export const isTyped = (user: string, entity: string, id?: string): boolean =>
  placesOf(user, entity, id).some((place) => readDraft(place) !== undefined);

/** What somebody typed at a record and did not save, as texts. */
export const textsTyped = (user: string, entity: string, id: string): string[] =>
  placesOf(user, entity, id)
    .flatMap((place) => Object.values(readDraft(place) ?? {}))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');

/** Both of two texts; of anything else the one that stands there. */
const joined = (one: unknown, other: unknown): unknown =>
  typeof one === 'string' && typeof other === 'string' && one !== other ? `${one}\n\n${other}` : one;

/**
 * Lets what was typed at a record that became part of another one be found there, below what was typed there itself.
 *
 * @returns whether there was any
 */
export function moveDrafts(user: string, entity: string, from: string, to: string): boolean {
  const places = placesOf(user, entity, from);
  for (const place of places) {
    const values = readDraft(place);
    const there = place.replace(ownOf(entity, from), (own) => own.replace(from, to));
    const own = readDraft(there) ?? {};
    const both = Object.entries(values ?? {}).map(([name, value]) => [
      name,
      name in own ? joined(own[name], value) : value,
    ]);
    writeDraft(there, { ...own, ...Object.fromEntries(both) });
    writeDraft(place, {});
  }
  return places.length > 0;
}

/** Forgets the drafts of long ago. */
export function clearOldDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && !readDraft(key.slice(prefix.length))) localStorage.removeItem(key);
  }
}

/** The values that are not as they were in the beginning. */
export const typedOver = (values: object, initial: object): Kept =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => JSON.stringify(value || null) !== JSON.stringify((initial as Kept)[name] || null),
    ),
  );

export interface Draft {
  found: Kept | undefined;
  /** whether what was found is still offered */
  restored: boolean;
  keep: (values: Kept) => void;
  drop: () => void;
}

/** What a person types at a place of the application, kept in the browser until it is saved; '' keeps nothing. */
export function useDraft(place: string): Draft {
  const { boot } = useApp();
  const key = place && `${boot.user.id}/${place}`;
  const [found] = useState(() => (key ? readDraft(key) : undefined));
  const [restored, setRestored] = useState(found !== undefined);
  const own = useRef(JSON.stringify(found));
  const keep = useCallback(
    (values: Kept) => {
      if (!key) return;
      // What another window wrote at this place meanwhile is for that window to be done with.
      if (Object.keys(values).length === 0 && JSON.stringify(readDraft(key)) !== own.current) return;
      writeDraft(key, values);
      own.current = JSON.stringify(values);
    },
    [key],
  );
  const drop = useCallback(() => {
    keep({});
    setRestored(false);
  }, [keep]);
  return useMemo(() => ({ found, restored, keep, drop }), [found, restored, keep, drop]);
}
