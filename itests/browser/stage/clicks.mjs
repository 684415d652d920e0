import assert from 'node:assert/strict';
import { become } from './until.mjs';

/** The commonest tasks, and how many clicks from Home each may take at most (GEN-01): one scene counts each. */
export const tasks = {
  findByPhone: 1,
  lastPromise: 2,
  logCall: 3,
  overdueActivities: 1,
  newCustomer: 2,
  newContact: 3,
  nextStage: 2,
  photoOfVisit: 3,
  inviteColleague: 3,
  switchSkin: 2,
  teamToday: 2,
};

/**
 * Counts what a person clicks or taps on a page from now on, also after it went to another address; what a key does is
 * told as a click too, but has no count of its own.
 */
export async function counting(page) {
  let clicks = 0;
  await page.exposeFunction('clicked', () => (clicks += 1));
  const watch = () => addEventListener('click', (event) => event.isTrusted && event.detail > 0 && window.clicked(), true);
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return {
    /** A counter that is dead counts nothing, and proves nothing. */
    atMost: (most) => assert.ok(clicks >= 1 && clicks <= most, `${clicks} clicks, 1 to ${most} are allowed`),
    async none() {
      assert.equal(clicks, 0);
      await page.locator('h1').first().click();
      await become(() => clicks, 1);
    },
  };
}
