import assert from 'node:assert/strict';
import { open, press, settled } from '../stage/hands.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales'), timeout: 120_000 };
const asked = (value) => encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));

/** What is drawn when the page an address leads to stands. */
const drawn = { list: '.grid-row', board: '.lane', calendar: '.cal-sheet, .cal-year, .cal-agenda, .cal-people' };

inEitherLanguage('an address that is old, cut or typed by hand opens its page with what is right in it', sales, async ({ page, say }) => {
  const wrong = [
    '/calendar?view=xx',
    '/calendar?view=month&date=9999-99-99',
    '/calendar?date=0000-00-00',
    '/calendar?view=month&date=9999-12-31',
    '/calendar?view=period&from=2026-13-01&to=2026-12-01',
    '/calendar?people=5',
    `/list/account?period=${asked('{"field":"x"')}`,
    `/list/account?period=${asked({ field: 'nope', preset: '@zz' })}`,
    `/list/account?period=${asked({ field: 'nope', preset: '@today' })}`,
    '/list/account?sort=nope',
    `/list/account?sort=${asked([{ path: 'nope' }])}`,
    '/list/account?filters=x',
    '/list/account?filters=[5]',
    '/board/opportunity?view=sfa.pipeline&period=x',
  ];
  for (const address of wrong) {
    await page.goto(address);
    const [, kind] = /^\/(\w+)/.exec(address);
    await page.locator(drawn[kind]).first().waitFor();
    assert.equal(await page.getByRole('alert').count(), 0, address);
    assert.equal(await page.locator('.chips .chip').count(), 0, address);
  }

  await open(page, `/list/account?q=a&filters=${asked([5, { field: 'name', op: 'contains', value: 'a' }])}&sort=x`);
  await settled(page);
  await become(() => page.locator('.chips .chip').count(), 1);
  await press(page, say('ล้างตัวกรอง', 'Clear filters'));
  await become(() => page.locator('.chips .chip').count(), 0);
  assert.deepEqual([...new URL(page.url()).searchParams.keys()], []);
});
