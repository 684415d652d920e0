import i18next from 'i18next';
import { expect, test } from 'vitest';
import { startTexts } from '../src/i18n';

test('a name that leaves a direction open turns no sentence round that it comes into', async () => {
  await startTexts('en');
  expect(i18next.t('view.team', { team: '\u202EABC\u2067' })).toBe(i18next.t('view.team', { team: 'ABC' }));
  expect(i18next.t('view.team', { team: '<b>&"' })).toContain('<b>&"');
});
