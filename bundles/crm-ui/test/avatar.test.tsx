import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Avatar } from '../src/kit/Bits';

const drawn = (name: string, id?: string) =>
  render(<Avatar name={name} id={id} />).container.firstElementChild as HTMLElement;

test('a face has the first letters of two words, without what many names begin with', () => {
  const letters = ['สมชาย ใจดี', 'บริษัท เจริญกิจ พลาสติก จำกัด', 'หจก.ทวีล้านนา', 'Acme', 'บริษัท'].map(
    (name) => drawn(name).dataset['letters'],
  );
  expect(letters).toEqual(['สจ', 'จพ', 'ท', 'A', 'บ']);
});

test('somebody has the same colour wherever he is met, and nobody in particular has none', () => {
  expect(drawn('สมชาย', '12').style.background).toBe(drawn('Somchai', '12').style.background);
  expect(drawn('สมชาย', '12').style.background).not.toBe(drawn('สมชาย', '13').style.background);
  expect(drawn('สมชาย').style.background).toBe('');
});
