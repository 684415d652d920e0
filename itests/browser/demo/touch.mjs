import { open } from '../stage/hands.mjs';
import { onPhone } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { screens } from '../stage/screens.mjs';

const phone = { who: onPhone('sales') };

inEitherLanguage('on the phone the bar at the bottom leads everywhere, and a note is written with the thumb', phone, async ({ page, me, say }) => {
  await open(page, '/');
  const bar = page.locator('.bottom');
  await bar.getByRole('button', { name: say('การขาย', 'Sales') }).tap();
  await page.getByRole('menu').getByText(say('ลูกค้า', 'Accounts'), { exact: true }).tap();
  await page.waitForURL('**/list/account');
  await bar.getByRole('button', { name: say('เพิ่มเติม', 'More') }).tap();
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
