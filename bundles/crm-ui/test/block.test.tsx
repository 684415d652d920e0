import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { useState } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import en from '../src/i18n/en.json';
import { Block } from '../src/kit/Block';
import { Toasts } from '../src/kit/Toast';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } }));

it('the fault of one block leaves the others, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  const Faulty = () => {
    if (broken) throw new Error('a fault in one block');
    return <p>mended</p>;
  };
  render(
    <>
      <Block>
        <Faulty />
      </Block>
      <Block>
        <p>the block beside it</p>
      </Block>
    </>,
  );
  expect(screen.getByText('the block beside it')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('a fault in one block');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: en.error.copy }));
  const report = await navigator.clipboard.readText();
  expect(report.split('\n').slice(0, 3).join('\n')).toMatch(
    /^Sala .*\d{4}-\d\d-\d\dT.*Z\n\/\nError: a fault in one block$/,
  );
  expect(screen.getByRole('alert').querySelector('details')?.open).toBe(false);
  broken = false;
  await user.click(screen.getByRole('button', { name: en.error.again }));
  expect(await screen.findByText('mended')).toBeTruthy();
});

it('what lies over the page is shut by its fault with a word, and can be opened again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  const Faulty = () => {
    if (broken) throw new Error('a fault in a dialog');
    return <p>a dialog</p>;
  };
  function Page() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button onClick={() => setOpen(true)}>open{open && ' now'}</button>
        <Block close={() => setOpen(false)}>{open && <Faulty />}</Block>
        <Toasts closeLabel="close" />
      </>
    );
  }
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'open' }));
  expect(screen.getByText(en.error.over)).toBeTruthy();
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'open' }));
  expect(screen.getByText('a dialog')).toBeTruthy();
});
