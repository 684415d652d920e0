import { expect, it } from 'vitest';
import en from '../src/i18n/en.json';
import th from '../src/i18n/th.json';

const keys = (tree: object): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : keys(value as object).map((rest) => `${key}.${rest}`),
  );
const slots = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort().join();
const at = (tree: object, key: string) =>
  key
    .split(/\.(.*)/s)
    .reduce((now: unknown, part) => (part ? (now as Record<string, unknown>)[part] : now), tree) as string;

it('every text exists in both languages with the same places for values', () => {
  expect(keys(en).sort()).toEqual(keys(th).sort());
  for (const key of keys(th)) expect(slots(at(en, key)), key).toBe(slots(at(th, key)));
});

it('Thai texts are Thai', () => {
  const latin = keys(th).filter((key) => !/[฀-๿{%]/.test(at(th, key)));
  expect(latin).toEqual([]);
});
