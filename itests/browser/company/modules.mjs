import assert from 'node:assert/strict';
import { button, dialog, open, press } from '../stage/hands.mjs';
import { inBothLanguages } from '../stage/scene.mjs';
import { administrator, salesperson } from './people.mjs';

/** How soon everybody sees what a module brings or takes. */
const SOON = 3000;

/** A colleague at work, whose page must not be loaded anew. */
async function colleague(say) {
  const person = await salesperson(say);
  await person.settle({ locale: say('th', 'en') });
  const page = await person.page();
  await open(page, '/list/lead');
  await page.evaluate(() => (window.stayed = true));
  return page;
}

const card = (page, say) => page.getByRole('region', { name: say('การขาย', 'Sales') });
const menu = (page, say) => page.getByRole('link', { name: say('ไปป์ไลน์การขาย', 'Pipeline') });
const stays = async (page) => assert.equal(await page.evaluate(() => window.stayed), true, 'the page was not loaded anew');

async function install(page, theirs, say) {
  await press(card(page, say), say('ติดตั้ง', 'Install'));
  await card(page, say).getByText(say('ติดตั้งแล้ว', 'Installed')).waitFor({ timeout: 30_000 });
  await menu(theirs, say).waitFor({ timeout: SOON });
  await stays(theirs);
}

inBothLanguages('sales comes and goes while others work, and everybody sees it within three seconds', { who: administrator }, async ({ page, say }) => {
  const theirs = await colleague(say);
  await open(page, '/modules');
  const there = card(page, say).getByText(say('ติดตั้งแล้ว', 'Installed'));
  await card(page, say).waitFor();
  if ((await there.count()) === 0) await install(page, theirs, say);
  else await menu(theirs, say).waitFor();
  await press(card(page, say), say('ถอดออก', 'Remove'));
  await press(dialog(page), say('ถอดออก', 'Remove'));
  await card(page, say).getByText(say('พร้อมติดตั้ง', 'Available')).waitFor({ timeout: 30_000 });
  await menu(theirs, say).waitFor({ state: 'detached', timeout: SOON });
  await stays(theirs);
  assert.equal(await button(theirs, say('คัดกรอง', 'Qualify')).count(), 0);
  await install(page, theirs, say);
  await menu(theirs, say).click();
  await theirs.locator('.lane').first().waitFor();
  await theirs.close();
});
