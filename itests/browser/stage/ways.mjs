// The steps that ways to a screen are made of.
import { dialog, open, settled } from './hands.mjs';
import { become } from './until.mjs';

export const own = { field: 'owner', op: '=', value: '@me' };
export const mine = { all: [own, { field: 'open', op: '=', value: true }] };

export const at = (address, ready) => async (page) => {
  await open(page, address);
  await page.locator(ready).first().waitFor();
};
export const list = (address) => async (page) => {
  await open(page, address);
  await settled(page);
};
/** One way after the other. */
export const then =
  (...ways) =>
  async (page, me) => {
    for (const way of ways) await way(page, me);
  };
export const press = (button) => (page) => page.locator(button).first().click();
export const seen = (what) => (page) => page.locator(what).first().waitFor();
export const asked = (page) => dialog(page).locator('input, textarea').first().waitFor();
export const key = (name) => (page) => page.keyboard.press(name);

export const record = (entity, where) => async (page, me) => {
  // The oldest has the most to show.
  const [found] = await me.find(entity, where, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  await open(page, `/record/${entity}/${found.id}`);
  await page.locator('.facts').first().waitFor();
  await become(() => page.locator('.record-page .sk').count(), 0);
  const unknown = (counts) => counts.filter((one) => one.textContent === '\u2007').length;
  await become(() => page.locator('.tabs .count').evaluateAll(unknown), 0);
};
/** A verb of a record that stands in its menu, by its name in both languages. */
export const verb = (name) => async (page) => {
  await page.locator('.record-head .page-head [aria-haspopup]').last().click();
  await page.locator('.menu-item', { hasText: name }).first().click();
};
/** A part of a record's page by its id. */
export const part = (entity, where, tab, ready) =>
  then(record(entity, where), press(`#tab-${tab}`), seen(`#panel-${tab} ${ready}`));
/** The composer, which on a narrow screen has a part of its own. */
export const composing = (kind) => async (page, me) => {
  await record('account', own)(page, me);
  if ((await page.locator('#tab-timeline').count()) > 0) await page.locator('#tab-timeline').click();
  await page.locator('.composer .segments button').nth(kind).click();
  await page.locator('.composer .field').first().waitFor();
};
export const calendar = (view) => then(at(`/calendar?view="${view}"`, '.cal-body[aria-busy="false"]'), still);
export const still = async (page) => {
  await become(() => page.locator('.cal-body .sk').count(), 0);
  if (page.viewportSize().width > 767) await page.locator('.cal-side input').first().waitFor();
};
