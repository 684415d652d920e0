import assert from 'node:assert/strict';
import { open } from '../stage/hands.mjs';
import { laidOut } from '../stage/laid-out.mjs';
import { onPhone } from '../stage/places.mjs';
import { inBothLanguages } from '../stage/scene.mjs';
import { screens } from '../stage/screens.mjs';

const phone = { who: onPhone('sales'), timeout: 180_000 };
const LEAST = 44;

/** In the page: what a finger must hit and is too small; words within a text are as high as the text (WCAG 2.5.8). */
function small(least) {
  const controls = 'a[href], button, input:not([type=hidden]):not([type=file]), select, textarea, summary, [role=button], [role=tab], [role=combobox], [role=option]';
  const found = [];
  const front = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1) ?? document;
  for (const control of front.querySelectorAll(controls)) {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || control.closest('.skip, [aria-hidden=true]')) continue;
    const inText = control.matches('a') && getComputedStyle(control).display === 'inline';
    // What stands within something larger that does the same is hit with it.
    const target = control.closest('label, .ant-select, .ant-picker, .ctl-wrap, .editable') ?? control;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    if (inText || width < 2 || height < 2) continue;
    const answers = (right, down) => {
      const hit = document.elementFromPoint(x + width / 2 + right, y + height / 2 + down);
      return hit !== null && (target.contains(hit) || hit.contains(target));
    };
    /** How far around its middle a control answers. */
    const reach = (right, down) => {
      let far = 0;
      while (far < least && answers(right * far, down * far)) far += 1;
      return far;
    };
    const fits = (size, right, down) => size >= least - 0.5 || reach(right, down) + reach(-right, -down) >= least - 1;
    if (!fits(width, 1, 0) || !fits(height, 0, 1)) {
      found.push(`${control.tagName}.${control.className} "${(control.ariaLabel ?? control.innerText ?? '').slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`);
    }
  }
  return { small: [...new Set(found)], wide: document.documentElement.scrollWidth > innerWidth };
}

async function hitsAll(page, me, name) {
  await screens[name].go(page, me);
  assert.deepEqual(await page.evaluate(small, LEAST), { small: [], wide: false }, name);
  await laidOut(page, name);
}

inBothLanguages('on the phone a finger hits all on home, lists, records, forms, boards, activities, calendars, the search and the bell', phone, async ({ page, me }) => {
  const places = ['home', 'list of accounts', 'account', 'opportunity', 'activity', 'writing an activity', 'calendar: agenda', 'calendar: month', 'log a call', 'search', 'search, found', 'alerts', 'alerts below the bell', 'board', 'form for a new opportunity', 'form with mistakes', 'log a call and what comes next', 'list, choosing a letter', 'calendar: an entry', 'contacts of an account', 'calendar: week', 'calendar: day', 'calendar: year'];
  for (const name of places) await hitsAll(page, me, name);
});

inBothLanguages('on the phone a finger hits all where accounts are merged', { who: onPhone('manager') }, ({ page, me }) => hitsAll(page, me, 'merging accounts'));

inBothLanguages('on the phone a finger hits all where duplicates are found and columns chosen', { who: onPhone('administrator'), timeout: 180_000 }, async ({ page, me }) => {
  for (const name of ['duplicates of accounts', 'list, choosing columns']) await hitsAll(page, me, name);
});

inBothLanguages('on the phone the bar at the bottom leads everywhere, and a note is written with the thumb', phone, async ({ page, me, say }) => {
  await open(page, '/');
  await page.locator('.bottom').getByRole('link', { name: say('การขาย', 'Sales') }).tap();
  await page.waitForURL('**/list/**');
  await page.locator('.bottom').getByRole('button').tap();
  await page.getByRole('menu').getByText(say('ปฏิทิน', 'Calendar'), { exact: true }).tap();
  await page.locator('.cal-body').waitFor();
  await screens.account.go(page, me);
  await page.locator('#tab-timeline').tap();
  const box = page.locator('.composer textarea').first();
  await box.tap();
  const text = `${say('จดจากโทรศัพท์', 'Written on the phone')} ${Date.now()}`;
  await box.fill(text);
  await page.locator('.composer button[type=submit]').tap();
  await page.locator('.timeline > li', { hasText: text }).first().waitFor();
});
