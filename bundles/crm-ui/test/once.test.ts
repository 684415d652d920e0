import i18next from 'i18next';
import { expect, test, vi } from 'vitest';
import { once } from '../src/i18n/once';

test('words are looked up once and filled in as the library does', async () => {
  const one = i18next.createInstance();
  await one.init({
    lng: 'en',
    resources: {
      en: {
        translation: {
          close: 'Close',
          hello: 'Hello {{name}}, {{name}} & {{day}}',
          rows_one: 'row',
          rows_other: '{{count}} rows',
        },
      },
    },
    interpolation: { escapeValue: false },
  });
  type Words = (key: string, options?: object) => string;
  const plain = one.t as unknown as Words;
  const look = vi.fn(plain);
  const t = once(look as unknown as typeof one.t) as unknown as Words;
  for (let i = 0; i < 3; i++) {
    expect(t('close')).toBe('Close');
    expect(t('hello', { name: 'A', day: i })).toBe(plain('hello', { name: 'A', day: i }));
  }
  expect(look).toHaveBeenCalledTimes(2);
  expect([t('rows', { count: 1 }), t('rows', { count: 2 })]).toEqual(['row', '2 rows']);
});
