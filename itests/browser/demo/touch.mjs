import assert from 'node:assert/strict';
import { control, dialog, open, pick, settled, tap } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { screens } from '../stage/screens.mjs';
import { become } from '../stage/until.mjs';

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

inEitherLanguage('on the phone, which has no headings, a list is sorted and grouped all the same, and a group says what it comes to', phone, async ({ page, me, say }) => {
  const mark = named('เรียงด้วยนิ้ว');
  for (const [name, value, rating] of [['1', 300, 'hot'], ['2', 100, 'cold'], ['3', 200, 'hot']]) {
    await me.make('lead', { name: `${mark} ${name}`, expectedValue: value, rating });
  }
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}`);
  await settled(page);
  const order = async () => (await page.locator('.card-row a .strong').allInnerTexts()).map((name) => name.at(-1)).join('');
  await become(async () => (await order()).length, 3);
  await tap(page, say('เรียงและจัดกลุ่ม', 'Sort and group'));
  const choose = async (label, option) => {
    const field = control(dialog(page), label);
    await field.locator('.select').tap();
    await pick(page, field, option);
  };
  await choose(say('เรียงตาม', 'Sort by'), say('มูลค่าที่คาดหวัง', 'Expected value'));
  await become(order, '231');
  await tap(dialog(page), say('เรียงจากมากไปน้อย', 'Sort descending'));
  await become(order, '132');
  await choose(say('จัดกลุ่มตาม', 'Group by'), say('ระดับความสนใจ', 'Rating'));
  await page.keyboard.press('Escape');
  const heads = page.locator('.group-line');
  await become(() => heads.count(), 2);
  const hot = heads.filter({ hasText: say('สนใจมาก', 'Hot') });
  assert.equal(await hot.locator('.group-sum b').innerText(), '500.00');
  await hot.getByRole('button').tap();
  await become(order, '13');
  // The table of a wide screen stands in the same order: it is one and the same address.
  assert.match(decodeURIComponent(page.url()), /sort=.*expectedValue.*group=rating|group=rating.*sort=.*expectedValue/);
});

inEitherLanguage('on the phone the days of the small month beside the calendar are as high as a finger, and all in sight', phone, async ({ page, say }) => {
  await open(page, '/calendar?view=agenda');
  await tap(page, say('ตัวกรอง', 'Filters'));
  const days = page.locator('.cal-side .mini-month td button');
  await days.first().waitFor();
  const boxes = await days.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right, width, height }) => ({ left, right, width, height })));
  for (const box of boxes) {
    assert.ok(box.height >= 44 && box.width >= 44, `${box.width}×${box.height}`);
    assert.ok(box.left >= 0 && box.right <= 360, `from ${box.left} to ${box.right}`);
  }
});
