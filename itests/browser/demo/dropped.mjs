import assert from 'node:assert/strict';
import { choose, control, dialog, open, press } from '../stage/hands.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';

/** What the desktop does with a file that is held over a place or let go there; whether anybody took it. */
const hand = (place, kind, name, text = '') =>
  place.evaluate(
    (element, [kind, name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      return !element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [kind, name, text],
  );

inEitherLanguage(
  'a table dropped anywhere on the window is brought in, once it was said what it holds',
  { who: persona('administrator') },
  async ({ page, say }) => {
    await open(page, '/');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const main = page.locator('#main');
    await hand(main, 'dragover', 'fair.csv');
    await page.getByText(say('วางไฟล์ตารางเพื่อนำเข้า', 'Drop a table to import it')).waitFor();
    assert.ok(await hand(main, 'drop', 'picture.png'), 'the browser stays on the page');
    await page.getByText(say('picture.png ไม่ใช่ตาราง', 'picture.png is no table')).first().waitFor();
    await hand(main, 'drop', 'fair.csv', 'ชื่อ,บริษัท\nมาลี ใจดี,บริษัท ลมหวน จำกัด\n');
    await control(page, say('fair.csv เก็บข้อมูลอะไร', 'What fair.csv holds')).waitFor();
    await choose(page, say('fair.csv เก็บข้อมูลอะไร', 'What fair.csv holds'), say('ลูกค้าใหม่', 'Leads'));
    await press(page, say('เริ่มจากไฟล์นี้', 'Take up the file'));
    await page.locator('.mapping').waitFor();
    assert.match(await page.locator('.mapping').innerText(), /ลมหวน/);
    assert.match(page.url(), /entity=lead/);
  },
);

inEitherLanguage(
  'a file dropped beside a dialog, or by somebody who may import nothing, is left alone',
  { who: persona('service') },
  async ({ page, say }) => {
    await open(page, '/');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await hand(page.locator('#main'), 'drop', 'fair.csv', 'ชื่อ\nมาลี\n');
    await page.keyboard.press('?');
    await dialog(page).waitFor();
    assert.equal(await page.getByText(say('วางไฟล์ตารางเพื่อนำเข้า', 'Drop a table to import it')).count(), 0);
    assert.match(page.url(), /\/(home)?$/);
  },
);
