import { expect, test } from 'vitest';
import { below, both, signed, stands, without } from '../src/mail/signatures';

const words = { own: 'Wipha\n081', company: 'Sala Ltd' };
const quote = 'He wrote\n> hi';

test("one's own signature stands above the company's, both above what is answered", () => {
  expect(below(words, both, quote)).toBe('\n\nWipha\n081\n\nSala Ltd\n\nHe wrote\n> hi');
  expect(below({ own: '', company: 'Sala Ltd' }, both)).toBe('\n\nSala Ltd');
  expect(below(words, ['company'])).toBe('\n\nSala Ltd');
});

test('each is taken out and put back where it was', () => {
  const body = 'Dear sir' + below(words, both, quote);
  for (const one of both) {
    const bare = without(body, words[one]);
    expect(stands(bare, words[one])).toBe(false);
    expect(signed(bare, words, one, quote)).toBe(body);
  }
});

test('a signature comes to the end when what it stood above was deleted', () => {
  expect(signed('Dear sir', words, 'own', quote)).toBe('Dear sir\n\nWipha\n081');
});
