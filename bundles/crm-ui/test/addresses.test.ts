import { expect, test } from 'vitest';
import { typedAt, withAddress } from '../src/mail/api';

test('what is typed for an address stands behind the last whole one', () => {
  const typed = (text: string) => typedAt(text, text.length);
  expect(typed('สมชาย ใจ')).toBe('สมชาย ใจ');
  expect(typed('a@b.co.th, สมชาย ใจ ')).toBe('สมชาย ใจ');
  expect(typed('a@b.co.th som')).toBe('som');
  expect(typed('a@b.co.th; c@d')).toBe('c@d');
  expect(typed('a@b.co.th, ')).toBe('');
});

test('the address takes the place of what was typed for it, and the others stay', () => {
  expect(withAddress('a@b.co.th, som', 14, 's@x.co')).toBe('a@b.co.th, s@x.co, ');
  expect(withAddress('som, c@d.co', 3, 's@x.co')).toBe('s@x.co, c@d.co');
  expect(withAddress('สมชาย ใจ ', 9, 's@x.co')).toBe('s@x.co, ');
});
