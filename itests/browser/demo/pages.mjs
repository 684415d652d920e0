import assert from 'node:assert/strict';
import { accessible, contrasting } from '../stage/axe.mjs';
import { laidOut, unclipped } from '../stage/laid-out.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { scene } from '../stage/scene.mjs';
import { outside, screens } from '../stage/screens.mjs';

/** Where no mark of a letter is cut. */
const whole = ['account', 'calendar: month', 'calendar: week', 'calendar: day', 'calendar: agenda'];
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

for (const [name, { who, go, widths = [1440, 360], refused, covers = false }] of Object.entries(screens)) {
  scene(`Everybody can use it in every look and search from it: ${name} (GEN-08)`, { who: persona(who), refused }, async ({ page, me }) => {
    for (const width of widths) {
      await page.unrouteAll();
      await me.settle({ locale: 'th', skin: 'lagoon' });
      await page.setViewportSize({ width, height: 900 });
      await go(page, me);
      // Every screen has the search, but where a dialog is in front of it.
      const alone = (await page.getByRole('dialog').count()) === 0;
      assert.ok(!alone || (await page.locator('header.top .command').isVisible()), `no search at ${width} px`);
      for (const [locale, skin, other] of [['th', 'lagoon', 'night'], ['en', 'night', 'lagoon']]) {
        const where = `in ${locale}, ${skin}, ${width} px`;
        await look(page, me, locale, skin);
        await accessible(page, where);
        if (whole.includes(name)) await unclipped(page, where);
        // Beside a preview the column that stays lies over those that are scrolled below it, an open list over the rows.
        if (!covers) await laidOut(page, where);
        await look(page, me, locale, other);
        await contrasting(page, `in ${locale}, ${other}, ${width} px`);
      }
    }
  });
}

for (const [name, go] of Object.entries(outside)) {
  scene(`Everybody can use it in every look: ${name}`, { who: () => Person.at(DEMO), refused: [401, 403, 'ERR_FAILED'] }, async ({ page }) => {
    for (const [locale, skin] of [['th', 'lagoon'], ['th', 'night'], ['en', 'lagoon'], ['en', 'night']]) {
      await page.unrouteAll();
      await page.addInitScript(([locale, skin]) => {
        localStorage.setItem('sala.locale', locale);
        localStorage.setItem('sala.look', JSON.stringify({ skin }));
      }, [locale, skin]);
      await go(page);
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await accessible(page, `in ${locale}, ${skin}, ${width} px`);
        await laidOut(page, `in ${locale}, ${skin}, ${width} px`);
      }
    }
  });
}
