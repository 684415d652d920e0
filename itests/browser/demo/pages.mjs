import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { laidOut, unclipped } from '../stage/laid-out.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, onPhone, persona, phone } from '../stage/places.mjs';
import { both, scene } from '../stage/scene.mjs';
import { outside, screens } from '../stage/screens.mjs';
import { hit } from '../stage/touch.mjs';

const brands = { lagoon: '#0f766e', night: '#2dd4bf' };

/** Chooses as in another window: the page follows without being loaded anew. */
async function look(page, me, locale, skin) {
  await me.settle({ locale, skin });
  await page.waitForFunction(
    ([locale, brand]) =>
      document.documentElement.lang === locale &&
      document.documentElement.style.getPropertyValue('--crm-brand') === brand,
    [locale, brands[skin]],
  );
}

/** Lines of what can be chosen, which the page scrolls to what is. */
const lines = '.views, [role=tablist]';

/** How things lie: in each language, as words are longer in one and higher in the other. */
async function fits(page, where, { finger, covers }) {
  const before = await page.locator(lines).evaluateAll((all) => all.map(({ scrollLeft }) => scrollLeft));
  await unclipped(page, where);
  // Beside a preview the column that stays lies over those that are scrolled below it, an open list over the rows.
  if (!covers) await laidOut(page, where);
  if (finger) await hit(page, where);
  // Each control was scrolled to; the next look finds the lines as the page had them.
  await page.locator(lines).evaluateAll((all, before) => all.forEach((line, i) => line.scrollTo({ left: before[i], behavior: 'instant' })), before);
}

const places = [
  { width: 1440, place: 'on a large screen', as: persona, finger: false },
  { width: 360, place: 'on the phone', as: onPhone, finger: true },
];

const everyLook = [['th', 'lagoon'], ['th', 'night'], ['en', 'night'], ['en', 'lagoon']];
/** Two in which everything differs; another one has no words, places or colours of its own. */
const unlike = [everyLook[0], everyLook[2]];

for (const [nth, [name, { who, go, widths = [1440, 360], refused, covers = false }]] of Object.entries(screens).entries()) {
  for (const { width, place, as, finger } of places.filter(({ width }) => widths.includes(width))) {
    const turned = (nth % 2 === 0) === finger;
    const looks = both ? everyLook : turned ? [...unlike].reverse() : unlike;
    scene(`Everybody can use it in every look and search from it, ${place}: ${name} (GEN-08)`, { who: as(who), refused }, async ({ page, me }) => {
      for (const [i, [locale, skin]] of looks.entries()) {
        if (i > 0) await look(page, me, locale, skin);
        else {
          await me.settle({ locale, skin });
          await page.setViewportSize({ width, height: 900 });
          await go(page, me);
          // Every screen has the search, but where a dialog is in front of it.
          const alone = (await page.getByRole('dialog').count()) === 0;
          assert.ok(!alone || (await page.locator('header.top .command').isVisible()), 'no search');
        }
        // What takes longest is done in the one look or the other by turns.
        if (both || i === looks.length - 1) await accessible(page, `in ${locale}, ${skin}`);
        await fits(page, `in ${locale}, ${skin}`, { finger, covers });
      }
    });
  }
}

for (const [name, go] of Object.entries(outside)) {
  for (const { place, with: size, finger } of [{ place: 'on a large screen' }, { place: 'on the phone', with: phone, finger: true }]) {
    scene(`Everybody can use it in every look, ${place}: ${name}`, { who: () => Person.at(DEMO, size), refused: [401, 403, 'ERR_FAILED'] }, async ({ page }) => {
      for (const [locale, skin] of everyLook) {
        await page.unrouteAll();
        await page.addInitScript(([locale, skin]) => {
          localStorage.setItem('sala.locale', locale);
          localStorage.setItem('sala.look', JSON.stringify({ skin }));
        }, [locale, skin]);
        await go(page);
        await accessible(page, `in ${locale}, ${skin}`);
        await fits(page, `in ${locale}, ${skin}`, { finger });
      }
    });
  }
}
