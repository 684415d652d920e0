import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { bellOpensBy } from '../src/alerts/opening';
import { ring } from '../src/alerts/ring';
import en from '../src/i18n/en.json';
import { toast, Toasts } from '../src/kit/Toast';

const unread = ['1', '2', '3'].map((id) => ({ id, text: `alert ${id}` }));
const answer = () => Promise.resolve(Response.json({ unread: 3, alerts: unread, next: '' }));
const rings = (...ids: string[]) => act(() => Promise.all(ids.map((id) => ring(id))));
const shown = () => within(screen.getByRole('status')).queryAllByText(/./, { selector: '.toast > span' });
const words = () => shown().map((one) => one.textContent);

beforeAll(() =>
  i18next.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }),
);
beforeEach(() => {
  vi.stubGlobal('fetch', answer);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  render(<Toasts closeLabel="Close" />);
});
afterEach(async () => {
  await act(() => vi.advanceTimersByTime(60_000));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one alert is told in its words, several at once in one message with their number', async () => {
  await rings('1');
  expect(words()).toEqual(['alert 1']);
  act(() => toast('Saved'));
  await rings('2', '3');
  expect(words()).toEqual(['Saved', '3 new alerts']);
});

test('what was shown long enough is not counted again', async () => {
  await rings('1', '2');
  await act(() => vi.advanceTimersByTime(13_000));
  expect(words()).toEqual([]);
  await rings('3');
  expect(words()).toEqual(['alert 3']);
});

test('the message opens what is below the bell, and goes', async () => {
  const opened = vi.fn();
  const end = bellOpensBy(opened);
  await rings('1', '2');
  await userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }).click(screen.getByText(en.alert.show));
  expect(opened).toHaveBeenCalledOnce();
  expect(words()).toEqual([]);
  end();
});
