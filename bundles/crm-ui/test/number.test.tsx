import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { NumberInput } from '../src/kit/Input';

const box = () => screen.getByRole<HTMLInputElement>('textbox');

/** One key after the other, as a browser tells of them. */
function type(text: string, inputType = 'insertText') {
  for (const data of text) fireEvent.input(box(), { target: { value: box().value + data }, inputType, data });
}

const erase = () =>
  fireEvent.input(box(), { target: { value: box().value.slice(0, -1) }, inputType: 'deleteContentBackward' });

function Kept({ given, taken }: { given: number | null; taken?: boolean }) {
  const [value, setValue] = useState<number | string | null>(given);
  return (
    <>
      <NumberInput value={value} onChange={setValue} decimals={2} {...(taken ? { onUnread: setValue } : {})} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

const value = () => JSON.parse(screen.getByRole('status').textContent) as unknown;

test('what is no number is handed on as it stands, and stays in the box that is left', () => {
  render(<Kept given={null} taken />);
  fireEvent.focus(box());
  type('2 ล้าน');
  expect(value()).toBe('2 ล้าน');
  fireEvent.blur(box());
  expect(box().value).toBe('2 ล้าน');
  expect(box().getAttribute('aria-invalid')).toBe('true');
});

test('where nobody takes what is no number, what was there comes back', () => {
  render(<Kept given={7} />);
  fireEvent.focus(box());
  erase();
  type('2k');
  expect(value()).toBe(7);
  fireEvent.blur(box());
  expect(box().value).toBe('7');
});

test('the commas of what is shown are in nobody’s way; one that is typed must stand in its place', () => {
  render(<Kept given={500_000} taken />);
  fireEvent.focus(box());
  erase();
  expect([box().value, value()]).toEqual(['500,00', 50_000]);
  type('00');
  expect([box().value, value()]).toEqual(['500,0000', 5_000_000]);
  for (let i = 0; i < 8; i++) erase();
  type('1,5');
  expect(value()).toBe('1,5');
});
