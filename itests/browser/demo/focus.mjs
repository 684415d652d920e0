import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { button, dialog, fact, open, press, rows, toast } from '../stage/hands.mjs';
import { enter, focused, tabTo } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const today = (time) => `${new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })}T${time}:00+07:00`;

inEitherLanguage('whoever edits a field by keyboard is back at its pencil, saved or not', sales, async ({ page, me }) => {
  const { id } = await me.make('account', { name: named('บริษัทดินสอ'), phone: '02-555-0101' });
  await open(page, `/record/account/${id}`);
  const field = page.locator('[data-field="phone"]');
  const begin = async () => {
    await field.locator('.pencil').focus();
    await page.keyboard.press('Enter');
    await field.locator('input:focus').waitFor();
  };
  const back = () => become(async () => (await field.locator('.pencil').count()) === 1 && focused(field.locator('.pencil')), true);
  await begin();
  await page.keyboard.press('Escape');
  await back();
  await begin();
  await page.keyboard.press('Enter');
  await back();
  await begin();
  await field.locator('input').fill('02-555-0102');
  await page.keyboard.press('Enter');
  await fact(page, 'phone').getByText('02-555-0102').waitFor();
  await back();
});

inEitherLanguage('whoever ends what is due on Home by keyboard goes on at the next line, and at last at the whole list', sales, async ({ page, me, say }) => {
  const subjects = [named('โทรแรก'), named('โทรหลัง')];
  for (const subject of subjects) await me.make('activity', { type: 'phone', subject, priority: 'normal', dueAt: today('00:01') });
  // Only these two are due.
  await page.route('**/api/home?*', async (call) => {
    const day = await (await call.fetch()).json();
    const blocks = day.blocks.map((one) => ({ ...one, rows: one.rows.filter((row) => subjects.includes(row.subject)) }));
    await call.fulfill({ json: { ...day, blocks } });
  });
  await open(page, '/');
  const line = (subject) => page.locator('.day-lines li', { hasText: subject });
  const done = (subject) => line(subject).locator('> button');
  const block = page.locator('section', { has: done(subjects[0]) });
  const name = await block.getAttribute('aria-label');
  const shown = await block.locator('.day-lines .strong').allInnerTexts();
  await done(shown[0]).focus();
  const end = async (subject) => {
    await page.keyboard.press('Enter');
    await dialog(page).locator('textarea:focus').waitFor();
    await page.keyboard.type(say('จะซื้อ', 'Will buy'));
    await enter(page, button(dialog(page), say('บันทึก', 'Save')));
    await toast(page, subject).waitFor();
    await line(subject).waitFor({ state: 'detached' });
  };
  await end(shown[0]);
  await become(() => focused(done(shown[1])), true);
  await end(shown[1]);
  const whole = page.getByRole('region', { name, exact: true }).getByRole('link', { name: say('ดูทั้งหมด', 'See all'), exact: true });
  await become(() => focused(whole), true);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

/** Answers as a server does that is about to start; tells how often it has. */
async function away(page, address) {
  let refused = 0;
  await page.route(address, async (call) => {
    await call.fulfill({ status: 503, body: '' });
    refused++;
  });
  // It is asked three times before the page gives up.
  return () => become(() => refused >= 3, true, 20_000);
}

/** What could not be shown is asked for again. */
async function tryAgain(page, say, address) {
  const again = button(page, say('ลองอีกครั้ง', 'Try again'));
  await again.first().waitFor({ timeout: 20_000 });
  await page.unroute(address);
  await again.first().click();
  await become(() => again.count(), 0);
}

inEitherLanguage('a server that is away for a moment takes nothing from the page, and what is not there is asked for again', { ...sales, refused: [503] }, async ({ page, me, say }) => {
  const { id } = await me.make('account', { name: named('บริษัทเซิร์ฟเวอร์หยุด') });
  const notes = `/api/records/account/${id}/notes`;
  await me.call('POST', notes, { text: 'ส่งของวันจันทร์' });
  await open(page, `/record/account/${id}`);
  const note = page.locator('.timeline > li.note', { hasText: 'ส่งของวันจันทร์' }).first();
  await note.hover();
  await button(note, say('แก้ไขบันทึก', 'Edit note')).click();
  const box = page.locator('.timeline textarea');
  await box.fill('ส่งของวันพุธ');
  const timeline = /\/timeline/;
  const refused = await away(page, timeline);
  await me.call('POST', notes, { text: 'เขียนจากอีกหน้าต่าง' });
  await refused();
  assert.equal(await box.inputValue(), 'ส่งของวันพุธ');
  await page.reload();
  await tryAgain(page, say, timeline);
  await page.locator('.timeline > li.note', { hasText: 'เขียนจากอีกหน้าต่าง' }).first().waitFor();
});

inEitherLanguage('the calendar and the history of a record stay as well while the server is away', { ...sales, refused: [503] }, async ({ page, me, say }) => {
  const subject = named('นัดระหว่างหยุด');
  const { id } = await me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt: '2031-06-11T02:00:00Z', minutes: 60 });
  const entries = /api\/calendar\?/;
  await open(page, '/calendar?date="2031-06-11"&view="agenda"');
  const entry = page.locator('.cal-body').getByText(subject).first();
  await entry.waitFor();
  const refused = await away(page, entries);
  await me.call('PATCH', `/api/records/activity/${id}`, { description: 'ใหม่' }, { 'If-Match': '*' });
  await refused();
  await become(() => page.locator('.cal-body').getAttribute('aria-busy'), 'false');
  await entry.waitFor();
  await page.reload();
  await tryAgain(page, say, entries);
  await entry.waitFor();

  const history = /\/history/;
  await away(page, history);
  await open(page, `/record/activity/${id}`);
  await page.locator('#tab-history').click();
  await tryAgain(page, say, history);
  await page.locator('.record-main .timeline li').first().waitFor();
});

inEitherLanguage('a page whose kind of record could not be asked for is asked for again', { ...sales, refused: [503] }, async ({ page, say }) => {
  const type = /\/api\/types\/product/;
  await page.route(type, (call) => call.fulfill({ status: 503, body: '' }));
  await page.goto('/list/product');
  await tryAgain(page, say, type);
  await page.locator('.grid-row').first().waitFor();
});

inEitherLanguage('a question that was asked is answered before one searches', sales, async ({ page, say }) => {
  await open(page, '/');
  await press(page, say('จัดหน้าแรก', 'Arrange the page'));
  await dialog(page).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);
  await become(() => focused(button(page, say('จัดหน้าแรก', 'Arrange the page'))), true);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input:focus').waitFor();
});

inEitherLanguage('a dialog that was opened from a menu, and the search, give the focus back to the button', sales, async ({ page, me, say }) => {
  const { id, name } = await me.make('account', { name: named('บริษัทกลับที่เดิม') });
  const gone = (what) => become(() => page.locator(what).count(), 0);
  const back = async (start, through) => {
    await start.focus();
    await through();
    await become(() => focused(start), true);
  };
  const closed = async (what, ready) => {
    await page.locator(ready).first().waitFor();
    await page.keyboard.press('Escape');
    await gone(what);
  };
  await open(page, `/record/account/${id}`);
  const search = page.locator('header.top .command');
  await back(search, async () => {
    await page.keyboard.press('Enter');
    await closed('.palette', '.palette input:focus');
  });
  const more = button(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await back(more, async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: say('แบ่งปัน', 'Share'), exact: true }).press('Enter');
    await closed('.ant-modal', '.ant-modal .two-controls');
  });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await become(async () => (await rows(page)).length, 1);
  const row = page.locator('.row-menu');
  await back(row, async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: say('แก้ไข', 'Edit'), exact: true }).press('Enter');
    await closed('[role=dialog]', '[role=dialog] form input');
  });
  await back(row, async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: say('คัดลอกลิงก์', 'Copy link'), exact: true }).press('Enter');
    await gone('[role=menu]');
  });
});

inEitherLanguage('the link that has the focus shows it, also after a choice was opened', sales, async ({ page }) => {
  await open(page, '/new/opportunity');
  await page.locator('.fields .select').first().click();
  await page.locator('.ant-select-dropdown').first().waitFor();
  await page.keyboard.press('Escape');
  await tabTo(page, page.locator('.panel-item').first());
  const { outlineStyle, outlineWidth } = await page.locator('.panel-item').first().evaluate((link) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(link);
    return { outlineStyle, outlineWidth };
  });
  assert.deepEqual([outlineStyle, outlineWidth], ['solid', '2px']);
});

inEitherLanguage('a choice says by name what it offers, also where that is nothing yet', { who: persona('manager') }, async ({ page, me, say }) => {
  await me.call('PUT', '/api/preferences/recent', []);
  await open(page, '/');
  await press(page, say('บันทึกการโทร', 'Log a call'));
  await page.locator('.ant-select-dropdown [role=option]').first().waitFor();
  await accessible(page, 'where whom it was with is asked');
  const { id } = await me.make('account', { name: named('บริษัทเลือกคน') });
  await open(page, `/record/account/${id}`);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await page.getByRole('menuitem', { name: say('มอบหมาย', 'Assign'), exact: true }).click();
  await dialog(page).locator('.select').first().click();
  await page.locator('.ant-select-dropdown [role=option]').first().waitFor();
  await accessible(page, 'where the new owner is chosen');
});

inEitherLanguage('what opens under a button takes the letters also while it is still being loaded', sales, async ({ page, say }) => {
  let load;
  const asked = new Promise((then) => (load = then));
  await page.route('**/KeepView-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await open(page, say('/list/lead', '/list/contact')); // what is begun is kept for both
  await press(page, say('บันทึกมุมมอง', 'Save view'));
  await page.locator('.pop:focus').waitFor();
  load();
  await page.locator('.pop input:focus').waitFor();
  await page.keyboard.type('ABC');
  assert.equal(await page.locator('.pop input').inputValue(), 'ABC');
});
