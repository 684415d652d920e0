import assert from 'node:assert/strict';
import { dialog, open } from '../stage/hands.mjs';
import { onPhone } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';
import { own, part } from '../stage/ways.mjs';

const sales = { who: onPhone('sales') };

/** What is on the screen, between the bar at the top and the one at the bottom, where nothing lies over it. */
const inSight = (place) =>
  place.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const hit = (y) => element.contains(document.elementFromPoint((left + right) / 2, y));
    return left >= 0 && right <= innerWidth && hit(top + 4) && hit(bottom - 4);
  });

inEitherLanguage('on the phone the colleagues to mention stand in sight below what is written', sales, async ({ page, me }) => {
  await part('account', own, 'timeline', 'textarea')(page, me);
  const note = page.locator('.composer textarea').first();
  await note.tap();
  await note.pressSequentially('@');
  const list = page.locator('.mentions');
  await until(async () => assert.ok((await inSight(list)) && (await inSight(note)), 'the list and what is written are in sight'));
  const first = list.locator('li').first();
  const name = await first.innerText();
  assert.ok((await first.boundingBox()).height >= 44);
  await first.tap();
  await until(async () => assert.equal(await note.inputValue(), `@${name} `));
  await note.fill('');
});

inEitherLanguage('on the phone each kind of alert is read in one line above its ways', sales, async ({ page }) => {
  await open(page, '/alerts');
  await page.locator('.page-head .btn').nth(1).tap();
  await dialog(page).locator('.choice-table input').first().waitFor();
  const broken = await dialog(page).locator('.choice-table tbody th').evaluateAll((kinds) =>
    kinds.filter((kind) => {
      const words = document.createRange();
      words.selectNodeContents(kind);
      return words.getClientRects().length > 1;
    }).map((kind) => kind.innerText));
  assert.deepEqual(broken, [], 'kinds in several lines');
});
