// What people do with their hands on any page, found by the words they read.
import { until } from './until.mjs';

const pageOf = (place) => place.page?.() ?? place;

/** Opens an address of the client and waits for its heading. */
export async function open(page, address) {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
}

export const button = (place, name) => place.getByRole('button', { name, exact: true });

export const press = (place, name) => button(place, name).first().click();

/** The same with a finger. */
export const tap = (place, name) => button(place, name).first().tap();

/** The open dialog, side panel or confirmation. */
export const dialog = (page) => page.getByRole('dialog').last();

/** The entry of a drop-down menu. */
export const entry = (page, name) => page.getByRole('menu').getByText(name, { exact: true });

/** A control by its label, which for a required field carries a star. */
export const control = (place, label) =>
  place.locator('.field').filter({ has: pageOf(place).locator(`label:text-matches("^${quoted(label)}( \\\\*)?$")`) });

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\\\$&');

export async function type(place, label, text) {
  await control(place, label).locator('input, textarea').first().fill(text);
}

/** Chooses out of a list; `typed` looks for it first. */
export async function choose(place, label, option, typed) {
  const field = control(place, label);
  await field.locator('.select').click();
  await pick(pageOf(place), field, option, typed);
}

/** What can be taken out of the list that is open; what was found for other letters cannot. */
export const ready = (page, which = {}) =>
  page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option:not(.ant-select-item-option-disabled)', which);

/** Takes an option of the list that is open, once it can be taken. */
export async function pick(page, field, option, typed) {
  if (typed !== undefined) await field.getByRole('combobox').first().pressSequentially(typed);
  await ready(page, { hasText: option }).first().click();
}

/** Waits for what saving leads to; what looks like something that is there is saved all the same. */
export async function savedAnyway(page, say, place) {
  const anyway = button(page, say('บันทึกเป็นรายการใหม่', 'Save as a new record'));
  await place.or(anyway).first().waitFor();
  if ((await anyway.count()) > 0) await anyway.click();
  await place.first().waitFor();
}

/** A day as a person writes it. */
export const typeDay = (place, label, text) => writeDay(control(place, label).locator('input').first(), text);

/** The same in a box that has no label: nobody is back at Enter before the page has read what he wrote. */
export async function writeDay(input, text) {
  await input.fill(text);
  await drawn(input.page());
  await input.press('Enter');
}

/** The boxes of a first and a last day: each comes when it can, so the first one that is there may be the last. */
export async function twoDays(place) {
  const [first, last] = [0, 1].map((end) => place.locator('.date input').nth(end));
  await last.waitFor();
  return [first, last];
}

/** The value of a field on a record page, as read. */
export const fact = (page, name) => page.locator(`.facts [data-field="${name}"] dd`);

/** Opens a field of a record for editing where it stands. */
export async function edit(page, name) {
  const field = page.locator(`[data-field="${name}"]`);
  await field.hover();
  await field.locator('.pencil').click();
  return field.locator('.in-place');
}

/** The rows of a list, each as the texts of its cells. */
export const rows = (page) =>
  page
    .locator('.grid-row:not(:has(.sk))')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('[data-col]')].slice(1).map((c) => c.innerText)));

/** Waits until a list has answered. */
export async function settled(page) {
  await until(async () => {
    if ((await page.locator('.list-body[aria-busy="false"]').count()) === 0) throw new Error('the list is not there yet');
  });
}

/** Lets the server's answers to some calls wait until the function that this answers is called. */
export async function holdBack(page, address, which = () => true) {
  let answer;
  const answered = new Promise((then) => (answer = then));
  await page.route(address, async (route) => {
    if (which(route.request())) await answered;
    // What the page asked for anew meanwhile, it no longer waits for.
    await route.continue().catch(() => {});
  });
  return answer;
}

export const toast = (page, text) => page.locator('.toast', { hasText: text }).first();

const middle = async (thing) => {
  const { x, y, width, height } = await thing.boundingBox();
  return [x + width / 2, y + height / 2];
};

/** Takes one thing with the mouse and holds it over the middle of another. */
export async function hold(page, from, to) {
  await from.hover();
  // Where it is now: what is dragged may make room.
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.mouse.move(...start.map((at) => at + 8));
  await drawn(page);
  await page.mouse.move(...end, { steps: 4 });
  await drawn(page);
}

/** Takes one thing with the mouse and lets it go over the middle of another. */
export async function drag(page, from, to) {
  await hold(page, from, to);
  await page.mouse.up();
}

/** Waits until the page has been drawn anew, as the eye of somebody who drags does. */
export const drawn = (page) =>
  page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));
