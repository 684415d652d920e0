import { lazy, type LazyExoticComponent } from 'react';
import { patiently } from '../api/patiently';

type Component = Awaited<ReturnType<Parameters<typeof lazy>[0]>>['default'];
type Lazily = <K extends string = 'default', M extends Record<K, Component> = Record<K, Component>>(
  load: () => Promise<M>,
  name?: K,
) => LazyExoticComponent<M[K]>;

function coming<K extends string, M extends Record<K, Component>>(load: () => Promise<M>, name = 'default' as K) {
  let there: { default: M[K] } | undefined;
  const get = patiently(() => load().then((module) => (there = { default: module[name] })));
  // What is there is drawn at once: React would let what stands for it stay for a third of a second, deaf to keys.
  const atOnce = { then: (on) => on?.(there!) } as Promise<{ default: M[K] }>;
  return { get, shown: lazy(() => (there ? atOnce : get())) };
}

/** A component whose code comes when it is first shown. */
export const lazily: Lazily = (load, name) => coming(load, name).shown;

const soon: (() => Promise<unknown>)[] = [];

/** A component that somebody types into as soon as he has asked for it: its code comes before. */
export const ahead: Lazily = (load, name) => {
  const { get, shown } = coming(load, name);
  soon.push(get);
  return shown;
};

/** Loads what is asked for next, when what was asked for has come; answers what gives that up. */
export function warm(after = 1000, load: () => Promise<unknown> = next): () => void {
  const timer = setTimeout(() => void load().catch(() => undefined), after);
  return () => clearTimeout(timer);
}

async function next(): Promise<void> {
  const get = soon.shift();
  if (!get) return;
  await get().catch(() => undefined);
  await next();
}
