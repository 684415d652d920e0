import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import {
  button, choose, dialog, drag, edit, entry, fact, open, pick, press, settled, type, typeDay,
} from '../stage/hands.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, EXAMPLES, persona, staying, salesperson } from '../stage/places.mjs';
import { both, languages, scene } from '../stage/scene.mjs';
import { reading, told } from '../stage/tour.mjs';

import { become, until } from '../stage/until.mjs';
import { bringIn, comeIn, go, link, signOut, stage } from '../stage/visitor.mjs';

/** What a visitor does at each step; `seen` is what he keeps in mind from one to the next. */
const steps = {
  'Come in': async ({ page, say, word }) => {
    await open(page, '/');
    await press(page, say('ไทย', 'EN'));
    await page.getByText(word('Try it as')).waitFor();
    await comeIn(page, say, word('Wipa Chanpen'));
  },

  'Install sales while it runs': async ({ page, say, word }) => {
    const colleague = await persona('sales')();
    await colleague.settle({ locale: say('th', 'en') });
    await colleague.call('GET', '/api/bootstrap');
    const theirs = await colleague.page();
    await open(theirs, '/list/account');
    await open(page, '/');
    await go(page, word('Administrator'), word('Modules'));
    const card = page.getByRole('region', { name: word('Sales') });
    const [available, install, installed] = ['Available', 'Install', 'Installed'].map(word);
    await card.locator('.pill').waitFor();
    for (const each of [page, theirs]) await each.evaluate(() => (window.stayed = true));
    // Whoever takes the tour in the other language finds it installed.
    if ((await card.locator('.pill').innerText()) === available) await press(card, install);
    await card.getByText(installed, { exact: true }).waitFor({ timeout: 30_000 });
    await link(page, word('Sales')).click();
    for (const each of [page, theirs]) {
      for (const item of ['Opportunities', 'Pipeline']) await link(each, word(item)).waitFor();
      assert.equal(await each.evaluate(() => window.stayed), true, 'the page was not loaded anew');
    }
    await theirs.close();
  },

  'Bring customers in': async (tour) => {
    const { page, say, word } = tour;
    await open(page, '/');
    await go(page, word('Sales'), word('Import'));
    const files = [
      [word('Accounts'), 'customers-th.csv'],
      [word('Contacts'), 'contacts-th.xlsx'],
      [word('Leads'), 'leads-th.csv'],
    ];
    // Who takes the tour in the other language finds the customers there already.
    for (const [kind, file] of say(files.slice(2), files.slice(0, 2))) await bringIn(tour, kind, file);
  },

  'Drop a file, and take it back': async ({ page, me, say, word }) => {
    await open(page, '/');
    await go(page, word('Sales'), word('Leads'));
    await settled(page);
    await me.goOn();
    const before = await me.count('lead');
    const file = fs.readFileSync(`${EXAMPLES}fair-th.xlsx`).toString('base64');
    await page.locator('.list-page').evaluate((list, file) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], 'fair-th.xlsx'));
      list.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, file);
    await press(page, word('Check all rows'));
    await page.locator('.cell-edit').first().click({ timeout: 30_000 });
    await page.locator('.in-place input').fill('contact5@example.co.th');
    await page.locator('.in-place input').press('Enter');
    await page.getByRole('button', { name: say('นำเข้า 12 แถว', 'Import 12 rows') }).click();
    await button(page, word('Undo import')).waitFor({ timeout: 30_000 });
    assert.equal(await me.count('lead'), before + 12);
    await press(page, word('Undo import'));
    await press(dialog(page), word('Undo import'));
    await page.getByText(say('ย้อนคืนแล้ว', 'Was undone')).first().waitFor();
    await become(() => me.count('lead'), before);
  },

  'Be a salesperson': async ({ page, say, word }) => {
    await signOut(page, word('Sign out'));
    await comeIn(page, say, word('Somchai Jaidee'));
    await link(page, word('Home')).first().waitFor();
    for (const block of say(
      ['กิจกรรมของฉันวันนี้', 'กิจกรรมของฉันที่เกินกำหนด', 'โอกาสทางการขายของฉัน'],
      ['My activities today', 'My overdue activities', 'My open opportunities'],
    )) {
      await page.getByRole('region', { name: block }).locator('.day-lines li, .empty').first().waitFor();
    }
  },

  'Find something': async ({ page, say, word }) => {
    await open(page, '/');
    await go(page, word('Sales'), word('Accounts'));
    await settled(page);
    await page.getByRole('searchbox').fill('พัฒนา');
    await page.locator('.grid-row', { hasText: 'พัฒนา' }).first().waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: say('ตัวอักษรแรก', 'First letter') }).click();
    await press(page, 'ส');
    await page.getByText(say('ขึ้นต้นด้วย ส', 'Starts with ส')).waitFor();
    await press(page, say('ช่วงเวลา', 'Period'));
    await press(dialog(page), say('ปีนี้', 'This year'));
    await settled(page);
    await press(page, say('ล้างตัวกรอง', 'Clear filters'));
    const headings = () => page.locator('.gh-label .tx').allInnerTexts();
    const before = await headings();
    await drag(page, button(page, before[0]), button(page, before[1]));
    const after = [before[1], before[0], ...before.slice(2)];
    await become(headings, after);
    await page.reload();
    await become(headings, after);
    await press(page, say('คอลัมน์', 'Columns'));
    await press(page, say('กลับเป็นค่าเริ่มต้น', 'Reset to default'));
    await become(headings, before);
  },

  'Qualify a lead': async ({ page, say, word, seen }) => {
    await open(page, '/');
    await go(page, word('Sales'), word('Leads'));
    await press(page, word('My open leads'));
    await settled(page);
    await page.locator('.grid-row a').first().click();
    await press(page, word('Qualify'));
    const asked = dialog(page);
    const name = asked.locator('.field', { hasText: say('ชื่อลูกค้า', 'Account name') }).locator('input');
    seen.company = await until(async () => (await name.inputValue()) || assert.fail('no name yet'));
    await typeDay(asked, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '31/12/2641');
    await press(asked, word('Qualify'));
    await page.waitForURL('**/record/opportunity/*');
    seen.deal = new URL(page.url()).pathname;
    await become(() => fact(page, 'account').innerText(), seen.company);
  },

  'Work the deal': async ({ page, say, seen }) => {
    await open(page, seen.deal);
    const place = await edit(page, 'nextStep');
    await place.locator('input').fill(say('ส่งตัวอย่าง', 'Send samples'));
    await place.locator('input').press('Enter');
    await become(() => fact(page, 'nextStep').innerText(), say('ส่งตัวอย่าง', 'Send samples'));
    await press(page, say('เลื่อนเป็น เก็บความต้องการ', 'Move to Finding the need'));
    await stage(page).filter({ hasText: '20%' }).waitFor();
    await page.locator('.stage-path button', { hasText: say('กำลังพิจารณา', 'Considering') }).click();
    await stage(page)
      .filter({ hasText: say('กำลังพิจารณา', 'Considering') })
      .filter({ hasText: '40%' })
      .waitFor();
    const composer = page.locator('.composer');
    await composer.getByRole('textbox').fill('ลูกค้าขอส่วนลด');
    await press(composer, say('เพิ่มบันทึก', 'Add note'));
    await page.locator('aside .timeline li', { hasText: 'ลูกค้าขอส่วนลด' }).waitFor();
    await press(composer, say('กิจกรรม', 'Activity'));
    await choose(composer, say('ประเภทกิจกรรม', 'Activity type'), say('โทรศัพท์', 'Phone'));
    await type(composer, say('เรื่อง', 'Subject'), 'โทรติดตาม');
    await composer.locator('button[type=submit]').click();
    await page.locator('aside .timeline li', { hasText: 'โทรติดตาม' }).waitFor();
  },

  'Win it': async ({ page, say, word, seen }) => {
    await open(page, seen.deal);
    await press(page, word('Close won'));
    await choose(dialog(page), say('เหตุผลที่ปิดการขายได้', 'Reason won'), say('คุณภาพสินค้า', 'Quality'));
    await press(dialog(page), word('Close won'));
    await stage(page)
      .filter({ hasText: word('Close won') })
      .waitFor();
    await page.getByRole('tab', { name: word('History') }).click();
    const history = page.getByRole('tabpanel');
    await history.getByText(salesperson(say)).first().waitFor();
    await history
      .locator('li', { hasText: word('Close won') })
      .locator('summary')
      .first()
      .click();
    await history.getByText(say('เหตุผลที่ปิดการขายได้', 'Reason won')).waitFor();
  },

  'See it on the board': async ({ page, say, word, seen }) => {
    const me = await persona('sales')();
    const [account] = await me.find('account', { field: 'owner', op: '=', value: me.id }, ['name']);
    // Which of his deals are in which stage depends on the day the demonstration was made.
    const fresh = { name: account.name, account: account.id, expectedCloseOn: '2099-12-31', expectedRevenue: 90_000_000 };
    await me.make('opportunity', fresh);
    await open(page, '/');
    await go(page, word('Sales'), word('Pipeline'));
    const lane = (code) => page.locator(`.lane[data-state="${code}"]`);
    const won = lane('won').locator('.kanban-card', { hasText: seen.company });
    await won.scrollIntoViewIfNeeded();
    const number = async (code) => Number(await lane(code).locator('header .num').first().innerText());
    await until(async () => assert.ok((await number('contacted')) > 0 && (await number('won')) > 0));
    const [from, to] = [await number('contacted'), await number('needs')];
    const own = lane('contacted')
      .locator('.kanban-card')
      .filter({ has: page.getByTitle(salesperson(say)) });
    await drag(page, own.first(), lane('needs').locator('header'));
    await become(() => number('contacted'), from - 1);
    await become(() => number('needs'), to + 1);
  },

  'Be the manager': async ({ page, say, word, seen }) => {
    await signOut(page, say('ออกจากระบบ', 'Sign out'));
    await comeIn(page, say, word('Somying Wattanakul'));
    await open(page, seen.deal);
    await press(page, say('เพิ่มเติม', 'More'));
    await entry(page, word('Reopen')).click();
    await choose(dialog(page), say('ขั้นตอนการขาย', 'Stage'), say('ต่อรองเงื่อนไข', 'Negotiating'));
    await press(dialog(page), word('Reopen'));
    await stage(page)
      .filter({ hasText: say('ต่อรองเงื่อนไข', 'Negotiating') })
      .waitFor();
    await page.getByRole('tab', { name: say('ประวัติการแก้ไข', 'History') }).click();
    await page.getByRole('tabpanel').getByText(word('Reopen')).first().waitFor();
  },

  'Give customers away, and take them back': async ({ page, me, say, word }) => {
    await open(page, '/');
    await go(page, word('Sales'), word('Accounts'));
    await press(page, word('All accounts'));
    await settled(page);
    await page.locator('.grid-head .check, [role=columnheader] .check').first().click();
    await page.getByRole('button', { name: say(/^เลือกทั้งหมด/, /^Choose all/) }).click();
    await press(page, word('Assign'));
    await me.goOn();
    const [colleague] = await me.find('user', { field: 'name', op: '=', value: 'กัญญา พูลสวัสดิ์' }, ['name', 'nameEn']);
    const called = say(colleague.name, colleague.nameEn);
    const his = { field: 'owner', op: '=', value: colleague.id };
    const before = await me.count('account', his);
    await pick(page, dialog(page), called, called);
    await dialog(page).locator('button[type=submit]').press('Enter');
    await button(page, word('Undo')).first().waitFor({ timeout: 90_000 }); // a job of hundreds
    await press(page, word('Undo'));
    await become(() => me.count('account', his), before, 90_000);
  },
};

test('every step of docs/tour.md is walked, in its order', () =>
  assert.deepEqual(Object.keys(steps), [...told.keys()]));

for (const { name, say } of both ? [...languages].reverse() : [languages[1]]) {
  const visitor = staying(`visitor in ${name}`, () => Person.at(DEMO));
  const seen = {};
  for (const [heading, walk] of Object.entries(steps)) {
    scene(
      `In ${name}, on the tour: ${heading}`,
      { who: visitor, refused: [401], timeout: 300_000 },
      async ({ page, me }) => {
        const { word, left } = reading(heading, say);
        await walk({ page, me, say, word, seen });
        assert.deepEqual([...left], [], 'words of this step that the visitor did not need');
      },
    );
  }
}

scene(
  'Beside the tour: language, skin and era in the user menu, search and commands with Ctrl-K',
  { who: persona('manager') },
  async ({ page, me }) => {
    await me.settle({ locale: 'th', skin: 'lagoon', era: 'BE' });
    await open(page, '/');
    const set = async (words) => {
      await page.locator('.user-button').click();
      await page.getByRole('menuitemradio', { name: words }).click();
    };
    await set('English');
    await page.getByRole('heading', { name: /^Hello/ }).waitFor();
    await set('Night');
    const dark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await until(async () => assert.ok(Number(/\d+/.exec(await dark())[0]) < 60, await dark()));
    const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
    await page.locator('.page-head', { hasText: String(year + 543) }).waitFor();
    await set(/Common era/);
    await page.locator('.page-head', { hasText: String(year) }).waitFor();
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill('pipel');
    await page.locator('.palette-hit[aria-selected="true"]', { hasText: 'Pipeline' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/board/opportunity*');
    await me.settle({ skin: 'lagoon', era: 'BE' });
  },
);
