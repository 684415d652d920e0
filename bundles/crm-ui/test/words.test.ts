import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Field, Ref } from '../src/api/types';
import en from '../src/i18n/en.json';
import { wordsOf } from '../src/meta/Value';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

const field = { name: 'participants', kind: 'parts' } as Field;
const words = (...parts: object[]) =>
  wordsOf(field, parts, { t: i18next.t, l: () => '', called: ({ label }: Ref) => label } as unknown as Parameters<
    typeof wordsOf
  >[2]);

test('those who take part are named, what refers to nothing is counted', () => {
  const [ann, bob] = ['Ann', 'Bob'].map((label) => ({ id: label, label }));
  expect(words({ answer: 'none', user: ann }, { user: null, contact: bob })).toBe('Ann, Bob');
  expect([words({ street: 'a' }), words({ street: 'a' }, { user: ann }), words()]).toEqual(['1 row', '2 rows', '']);
});
