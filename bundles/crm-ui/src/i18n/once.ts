import type { TFunction } from 'i18next';

type Words = (key: unknown, options?: unknown, ...more: unknown[]) => string;

/** What a word is told besides what stands in it: the library then chooses between several forms. */
const choosing = ['count', 'context', 'defaultValue', 'returnObjects'];
const isPlain = (options: unknown): options is Record<string, unknown> =>
  typeof options === 'object' && options !== null && !choosing.some((name) => name in options);

/**
 * Looks each word up once and puts in what belongs in it: the library takes its time over every one, and a table asks
 * for the same few in each of its rows.
 */
export function once(t: TFunction): TFunction {
  const look = t as unknown as Words;
  const known = new Map<unknown, string>();
  const raw = (key: unknown) => {
    const word = known.get(key) ?? look(key, { skipInterpolation: true });
    known.set(key, word);
    return word;
  };
  const found: Words = (key, options, ...more) => {
    if (typeof key !== 'string' || more.length > 0) return look(key, options, ...more);
    if (options === undefined) return raw(key);
    if (!isPlain(options)) return look(key, options);
    return raw(key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name] ?? ''));
  };
  return found as unknown as TFunction;
}
