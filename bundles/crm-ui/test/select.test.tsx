import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Select } from '../src/kit/Select';

vi.mock('../src/kit/library/Select', () => ({ Select: () => <p>the library</p> }));

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `the ${value}` }));
const common = { options, onChange: () => undefined };

test('a choice says what is chosen before the library it comes from is there', async () => {
  render(
    <>
      <Select {...common} value="b" />
      <Select {...common} value={null} />
      <Select {...common} multiple value={['a', 'c']} />
    </>,
  );
  expect([...document.querySelectorAll('.ctl')].map((one) => one.textContent)).toEqual(['the b', '', 'the a, the c']);
  expect(await screen.findAllByText('the library')).toHaveLength(3);
});
