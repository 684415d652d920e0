import { lazy, type LazyExoticComponent } from 'react';
import { patiently } from '../api/patiently';

type Component = Awaited<ReturnType<Parameters<typeof lazy>[0]>>['default'];

/** A component whose code comes when it is first shown. */
export const lazily = <K extends string = 'default', M extends Record<K, Component> = Record<K, Component>>(
  load: () => Promise<M>,
  name: K = 'default' as K,
): LazyExoticComponent<M[K]> => lazy(patiently(() => load().then((module) => ({ default: module[name] }))));
