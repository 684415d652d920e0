// What a visitor of the demonstration does again and again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { choose, entry, open, press } from './hands.mjs';
import { EXAMPLES } from './places.mjs';
import { until } from './until.mjs';

export const link = (page, name) => page.getByRole('link', { name, exact: true });
export const stage = (page) => page.locator('.stage-path [aria-current="step"]');

export async function go(page, group, item) {
  await link(page, group).first().click();
  await link(page.locator('.panel'), item).click();
  await page.locator('h1').waitFor();
}

/** Comes in by the sign-in page, which offers the people of the demonstration. */
export async function comeIn(page, say, name) {
  await press(page, say('ไทย', 'EN'));
  await page.locator('.persona', { hasText: name }).click();
  await page.locator('.home-blocks').waitFor();
}

export async function signOut(page, word) {
  await open(page, '/');
  await page.locator('.user-button').click();
  await entry(page, word).click();
  await page.locator('.persona').first().waitFor();
}

/** Checks a file, reads why rows are refused, brings the others in and takes the refused ones home. */
export async function bringIn({ page, say, word }, kind, file) {
  await choose(page, say('ข้อมูลที่จะนำเข้า', 'What to import'), kind, kind);
  await page.locator('.drop input').setInputFiles(EXAMPLES + file);
  await press(page, word('Check all rows'));
  await page.locator('.counts').waitFor({ timeout: 120_000 });
  await press(page, say('เฉพาะที่ใช้ไม่ได้', 'Refused only'));
  await until(async () => {
    const reasons = await page.locator('.table tbody tr td:last-child').allInnerTexts();
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason.length > 10), reasons.join());
  });
  await page.getByRole('button', { name: say(/^นำเข้า .* แถว$/, /^Import .* rows$/) }).click();
  const refused = page.getByRole('link', { name: word('Download refused rows') });
  await refused.waitFor({ timeout: 60_000 });
  const downloading = page.waitForEvent('download');
  await refused.click();
  assert.ok(fs.statSync(await (await downloading).path()).size > 500, 'the refused rows with their reasons');
  await link(page, say('นำเข้าไฟล์อื่น', 'Import another file')).click();
}
