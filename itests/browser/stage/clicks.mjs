import assert from 'node:assert/strict';

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
  return { atMost: (most) => assert.ok(clicks <= most, `${clicks} clicks, at most ${most} are allowed`) };
}
