// A calendar as its address says, and what stands in it.
import { open } from './hands.mjs';
import { become } from './until.mjs';

const state = (more) => new URLSearchParams(Object.entries({ date: '2031-05-14', ...more }).map(([k, v]) => [k, JSON.stringify(v)]));

export const calendar = async (page, more) => {
  await open(page, `/calendar?${state(more)}`);
  await page.locator('.cal-body[aria-busy="false"]').waitFor();
};
export const shown = (page, subject) => page.locator('.cal-body').getByText(subject).first().waitFor();
export const hidden = (page, subject) => become(() => page.locator('.cal-body').getByText(subject).count(), 0);
