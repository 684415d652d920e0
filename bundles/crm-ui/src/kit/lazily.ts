import { lazy, type LazyExoticComponent } from 'react';
import { patiently } from '../api/patiently';

type Component = Awaited<ReturnType<Parameters<typeof lazy>[0]>>['default'];

/** What somebody types into as soon as he has asked for it: it is loaded before. */
const soon: (() => Promise<unknown>)[] = [];

/** A component whose code comes when it is first shown, or `ahead` of that. */
export function lazily<K extends string = 'default', M extends Record<K, Component> = Record<K, Component>>(
  load: () => Promise<M>,
  name: K = 'default' as K,
  ahead = false,
): LazyExoticComponent<M[K]> {
  let there: { default: M[K] } | undefined;
  const get = patiently(() => load().then((module) => (there = { default: module[name] })));
  if (ahead) soon.push(get);
  // What is there is drawn at once: React would let what stands for it stay for a third of a second, deaf to keys.
  const atOnce = { then: (on) => on?.(there!) } as Promise<{ default: M[K] }>;
  return lazy(() => (there ? atOnce : get()));
}

/** Loads what will be typed into, when what was asked for has come; answers what gives that up. */
export function warm(after = 1000): () => void {
  const timer = setTimeout(() => void next(), after);
  return () => clearTimeout(timer);
}

async function next(): Promise<void> {
  const get = soon.shift();
  if (!get) return;
  await get().catch(() => undefined);
  await next();
}
