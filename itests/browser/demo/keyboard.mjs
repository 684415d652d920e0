import assert from 'node:assert/strict';
import { counting } from '../stage/clicks.mjs';
import { button, dialog, open, rows, toast } from '../stage/hands.mjs';
import { enter, tabTo } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { languages, scene } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales'), language: languages[0], timeout: 120_000 };
const today = (time) => `${new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })}T${time}:00+07:00`;
const link = (page, name) => page.getByRole('link', { name, exact: true });

scene('A whole day is worked with the keyboard alone', sales, async ({ page, me, say }) => {
  const { keyboard } = page;
  const manager = await (await Person.at(DEMO)).asPersona('manager');
  const [customer, subject, invitation] = [named('บริษัทแป้นพิมพ์'), named('โทรทั้งวัน'), named('ประชุมทั้งวัน')];
  const account = await manager.make('account', { name: customer, owner: me.id });
  const deal = await me.make('opportunity', { name: named('โอกาสทั้งวัน'), account: account.id, expectedCloseOn: '2099-12-31' });
  const call = await me.make('activity', { type: 'phone', subject, priority: 'normal', dueAt: today('00:01') });
  const participants = [{ user: me.id }];
  const meeting = await manager.make('activity', { type: 'appointment', subject: invitation, startAt: today('07:45'), minutes: 60, participants });
  // What was looked at before is remembered.
  await me.call('PUT', '/api/preferences/calendar', {});
  await open(page, '/');
  const clicks = await counting(page);

  // Home: the call is done, and what came of it is written down.
  await enter(page, page.locator('.day-lines li', { hasText: subject }).getByRole('button'));
  await dialog(page).locator('textarea:focus').waitFor();
  await keyboard.type(say('จะซื้อ', 'Will buy'));
  await enter(page, button(dialog(page), say('บันทึก', 'Save')));
  await toast(page, say('บันทึกแล้ว', 'Written down')).waitFor();
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
