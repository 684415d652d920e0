import assert from 'node:assert/strict';
import { counting } from '../stage/clicks.mjs';
import { button, control, dialog, drawn, edit, fact, holdBack, open, press, rows, savedAnyway, toast } from '../stage/hands.mjs';
import { enter, tabTo } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales'), language: languages[0], timeout: 120_000 };
const today = (time) => `${new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })}T${time}:00+07:00`;
/** An hour in which the calendar shows it, and not how many more there are: what was made just now stands at this one. */
const quiet = () => (today('12:00') > new Date(Date.now() + 7 * 3_600_000).toISOString() ? '19:15' : '07:45');
const link = (page, name) => page.getByRole('link', { name, exact: true });

scene('A whole day is worked with the keyboard alone', sales, async ({ page, me, say }) => {
  const { keyboard } = page;
  const manager = await (await Person.at(DEMO)).asPersona('manager');
  const [customer, subject, invitation] = [named('บริษัทแป้นพิมพ์'), named('โทรทั้งวัน'), named('ประชุมทั้งวัน')];
  const account = await manager.make('account', { name: customer, owner: me.id });
  const deal = await me.make('opportunity', { name: named('โอกาสทั้งวัน'), account: account.id, expectedCloseOn: '2099-12-31' });
  const call = await me.make('activity', { type: 'phone', subject, priority: 'normal', dueAt: today('00:01') });
  const participants = [{ user: me.id }];
  const meeting = await manager.make('activity', { type: 'appointment', subject: invitation, startAt: today(quiet()), minutes: 60, participants });
  // What was looked at before is remembered.
  await me.call('PUT', '/api/preferences/calendar', {});
  await open(page, '/');
  const clicks = await counting(page);

  // Home: the call is done, and what came of it is written down.
  await enter(page, page.locator('.day-lines li', { hasText: subject }).getByRole('button'));
  await dialog(page).locator('textarea:focus').waitFor();
  await keyboard.type(say('จะซื้อ', 'Will buy'));
  await enter(page, button(dialog(page), say('บันทึก', 'Save')));
  await toast(page, say('บันทึกแล้ว', 'Logged')).waitFor();
  assert.equal((await me.read('activity', call.id)).status, 'completed');

  // The search leads to the customer, where a note is left.
  await keyboard.press('Control+k');
  await page.locator('.palette input:focus').waitFor();
  await keyboard.type(customer);
  await page.locator('.palette-hit[aria-selected="true"] mark').first().waitFor();
  await keyboard.press('Enter');
  await page.waitForURL(`**/record/account/${account.id}`);
  await tabTo(page, page.locator('.composer textarea'));
  await keyboard.type(subject);
  await keyboard.press('Control+Enter');
  await page.locator('.timeline > li', { hasText: subject }).waitFor();

  // The list: found, looked at beside it, opened.
  await enter(page, link(page, say('ลูกค้า', 'Accounts')));
  await tabTo(page, page.getByRole('searchbox'));
  await keyboard.type(customer);
  await become(async () => (await rows(page)).length, 1);
  await tabTo(page, page.locator('.grid-row [data-col="1"]'));
  await keyboard.press('Space');
  await page.locator('.preview', { hasText: customer }).waitFor();
  await keyboard.press('Enter');
  await page.waitForURL('**/record/account/*');

  // The board: the deal goes a column on.
  await enter(page, link(page, say('ไปป์ไลน์การขาย', 'Pipeline')));
  await tabTo(page, page.getByRole('searchbox'));
  await keyboard.type(deal.name);
  const { stage } = await me.read('opportunity', deal.id);
  await tabTo(page, page.locator('.kanban-card', { hasText: deal.name }).locator('a').first());
  await keyboard.press('Control+ArrowRight');
  await become(async () => (await me.read('opportunity', deal.id)).stage === stage, false);

  // The calendar: a meeting one is asked to is accepted.
  await enter(page, link(page, say('หน้าแรก', 'Home')));
  await enter(page, link(page, say('ปฏิทิน', 'Calendar')));
  await enter(page, button(page, say('วัน', 'Day')));
  await enter(page, page.locator('.cal-sheet').getByRole('button', { name: invitation }));
  await enter(page, button(dialog(page), say('ตอบรับ', 'Accept')));
  await become(async () => (await me.read('activity', meeting.id)).participants[0].answer, 'accepted');
  await button(dialog(page), say('ตอบรับ', 'Accept')).waitFor({ state: 'detached' });
  await keyboard.press('Escape');

  // The bell: what was told leads to its record.
  await enter(page, page.locator('.bell'));
  await enter(page, page.locator('.bell-panel').getByRole('link', { name: customer }));
  await page.waitForURL(`**/record/account/${account.id}`);
  await clicks.none();
});

inEitherLanguage('Ctrl and S save a form and a field, also where Thai is typed', { who: persona('sales') }, async ({ page, me, say }) => {
  const name = named('บริษัทบันทึกเร็ว');
  await open(page, '/new/account');
  await control(page, say('ชื่อลูกค้า', 'Account name')).locator('input').fill(name);
  await page.keyboard.press('Control+s');
  await savedAnyway(page, say, page.locator('.facts'));
  const [{ id }] = await me.find('account', { field: 'name', op: '=', value: name });
  for (const [field, box, text] of [['phone', 'input', '02-666-6666'], ['remark', 'textarea', 'หลังบันทึก']]) {
    await (await edit(page, field)).locator(box).fill(text);
    await page.locator(`[data-field="${field}"] ${box}`).dispatchEvent('keydown', { key: 'ห', code: 'KeyS', ctrlKey: true, bubbles: true });
    await become(() => fact(page, field).innerText(), text);
  }
  assert.equal((await me.read('account', id)).remark, 'หลังบันทึก');
});

inEitherLanguage('who saves again while the first answer is not there yet has made one record', { who: persona('sales') }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทกดซ้ำ') });
  const twice = async (address, how) => {
    const asked = [];
    page.on('request', (request) => request.method() === 'POST' && request.url().endsWith(address) && asked.push(request));
    const answer = await holdBack(page, `**${address}`, (request) => request.method() === 'POST');
    for (const keys of how) {
      await page.keyboard.press(keys);
      await drawn(page);
      await become(() => asked.length, 1);
    }
    await answer();
    await page.unrouteAll({ behavior: 'wait' });
  };
  const name = named('บริษัทสองครั้ง');
  await open(page, '/new/account');
  await control(page, say('ชื่อลูกค้า', 'Account name')).locator('input').fill(name);
  await twice('/api/records/account', ['Enter', 'Control+s', 'Control+s']);
  await page.locator('.facts').first().waitFor();
  assert.equal((await me.find('account', { field: 'name', op: '=', value: name })).length, 1);

  await open(page, `/record/account/${account.id}`);
  await press(page.locator('.composer'), say('งาน', 'Task'));
  const subject = page.locator('.composer form input').first();
  await subject.fill(named('งานสองครั้ง'));
  await twice('/api/records/activity', ['Control+s', 'Control+s']);
  await become(() => subject.inputValue(), '');
  await press(page, say('บันทึกการโทร', 'Log a call'));
  await dialog(page).locator('textarea').first().fill(named('คุยสองครั้ง'));
  await twice('/api/records/activity', ['Control+s', 'Control+s']);
  await dialog(page).waitFor({ state: 'detached' });
});

inEitherLanguage('the arrow keys lead from card to card on the board', { who: persona('sales') }, async ({ page, me }) => {
  const mark = named('การ์ดตามปุ่ม');
  const account = await me.make('account', { name: named('บริษัทการ์ด') });
  const deal = (name, stage) =>
    me.make('opportunity', { name: `${mark} ${name}`, account: account.id, stage, expectedCloseOn: '2099-12-31', expectedRevenue: 100 - name, revenueTyped: true });
  for (const [name, stage] of [[1, 'contacted'], [2, 'contacted'], [3, 'considering']]) await deal(name, stage);
  await open(page, `/board/opportunity?view=sfa.pipeline&q=${encodeURIComponent(mark)}`);
  await become(() => page.locator('.kanban-card').count(), 3);
  const at = () => page.evaluate(() => document.activeElement.innerText.at(-1));
  await page.locator('.kanban-card a', { hasText: `${mark} 1` }).focus();
  for (const [key, card] of [['ArrowDown', '2'], ['ArrowDown', '2'], ['ArrowRight', '3'], ['ArrowLeft', '1'], ['ArrowUp', '1']]) {
    await page.keyboard.press(key);
    assert.equal(await at(), card, key);
  }
});

inEitherLanguage('keys lead through the days of the calendar and its views', { who: persona('sales') }, async ({ page, say }) => {
  await open(page, '/calendar?view="day"&date="2031-05-14"');
  const heading = (words) => page.getByRole('heading', { level: 1, name: words }).waitFor();
  await page.keyboard.press('ArrowRight');
  await heading(say('15 พฤษภาคม 2574', '15 May 2574'));
  await page.keyboard.press('ArrowLeft');
  await heading(say('14 พฤษภาคม 2574', '14 May 2574'));
  await page.keyboard.press('3');
  await heading(say('14 พฤษภาคม 2574', '14 May 2574'));
  await button(page, say('วัน', 'Day')).focus();
  await page.keyboard.press('3');
  await become(() => button(page, say('เดือน', 'Month')).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Home');
  await become(() => new URL(page.url()).searchParams.get('date').includes(new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })), true);
});

scene('Keys without Ctrl can be turned off, as who talks to his computer may press them', { who: persona('sales'), language: languages[1] }, async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('?');
  await dialog(page).getByRole('checkbox', { name: 'Keys without Ctrl' }).click();
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await page.locator('.palette input:focus').waitFor();
  assert.equal(await page.getByRole('dialog').count(), 1, 'the search alone');
  assert.equal(await page.locator('.palette input').inputValue(), '');
});

scene('A list is sorted by several columns with the keyboard alone', { ...sales, language: languages[1] }, async ({ page, me, say }) => {
  const mark = named('เรียงด้วยแป้น');
  for (const [name, company] of [['1', 'B'], ['2', 'A'], ['3', 'B']]) await me.make('lead', { name: `${mark} ${name}`, company });
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}`);
  await become(async () => (await rows(page)).length, 3);
  const order = async () => (await rows(page)).map((cells) => cells.find((words) => words.startsWith(mark)).at(-1)).join('');
  const head = (label) => page.locator('.gh-label', { has: page.getByText(label, { exact: true }) });
  const [company, name] = [head(say('บริษัท', 'Company')), head(say('ชื่อ-นามสกุล', 'Full name'))];
  await tabTo(page, name);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await become(() => company.locator('..').getAttribute('aria-sort'), 'ascending');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Enter');
  await become(order, '213');
  await page.keyboard.press('Shift+Enter');
  await become(order, '231');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: say('เรียงต่อจากเดิม น้อยไปมาก', 'Then ascending') }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await become(() => name.locator('..').getAttribute('aria-sort'), 'none');
});
