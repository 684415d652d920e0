import { expect, it } from 'vitest';
import en from '../src/i18n/en.json';
import enPages from '../src/i18n/pages.en.json';
import thPages from '../src/i18n/pages.th.json';
import th from '../src/i18n/th.json';

/** All texts by their way in the tree. */
const texts = (tree: object, way = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[way + key, value] as [string, string]] : texts(value as object, `${way}${key}.`),
  );
const slots = (text: string | undefined) => (text?.match(/{{\w+}}/g) ?? []).sort().join();
const [english, thai] = [new Map(texts({ ...en, ...enPages })), new Map(texts({ ...th, ...thPages }))];

it('every text exists in both languages with the same places for values', () => {
  expect([...english.keys()].sort()).toEqual([...thai.keys()].sort());
  for (const [key, text] of thai) expect(slots(english.get(key)), key).toBe(slots(text));
});

it('Thai texts are Thai', () => {
  const latin = [...thai].filter(([, text]) => !/[฀-๿{%]/.test(text));
  expect(latin).toEqual([]);
});
