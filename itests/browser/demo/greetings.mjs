import assert from 'node:assert/strict';
import { button, dialog, edit, entry, open, pick, press, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { customer, letterTo } from '../stage/post.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };

inEitherLanguage('a customer is greeted from the calendar, once (ANV-03)', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const contact = await me.make('contact', { name: named('คุณวันเกิด'), account: account.id, email: `${named('born').replace(' ', '.')}@b.co.th` });
  await me.make('anniversary', { kind: 'birthday', day: '1990-05-14', contact: contact.id });
  const state = new URLSearchParams({ date: '"2031-05-14"', view: '"agenda"', off: '["core.activities"]' });
  await open(page, `/calendar?${state}`);
  const entry = page.locator('.cal-body').getByRole('button', { name: contact.name }).first();
  await entry.focus();
  await page.keyboard.press('Enter');
  await press(dialog(page), say('ส่งคำอวยพร', 'Send greeting'));
  await toast(page, contact.email).waitFor();
  await letterTo(contact.email);
  await become(() => button(dialog(page), say('ส่งคำอวยพร', 'Send greeting')).count(), 0);
});

inEitherLanguage("a greeting is stopped from the person's page, and is not sent by hand either (ANV-03)", sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const contact = await me.make('contact', { name: named('คุณงดอวยพร'), account: account.id, email: `${named('quiet').replace(' ', '.')}@b.co.th` });
  const day = await me.make('anniversary', { kind: 'birthday', day: '1990-05-14', contact: contact.id });
  await open(page, `/record/contact/${contact.id}`);
  await page.locator('#tab-anniversary\\.contact').click();
  await page.getByRole('tabpanel').getByRole('link', { name: contact.name }).click();
  const send = entry(page, say('ส่งคำอวยพร', 'Send greeting'));
  const verbs = page.locator('.record-head').getByRole('button', { name: say('เพิ่มเติม', 'More'), exact: true });
  await verbs.click();
  await send.waitFor();
  await page.keyboard.press('Escape');
  const place = await edit(page, 'greeting');
  await pick(page, place, say('งดอวยพร', 'No greetings'));
  await become(async () => (await me.read('anniversary', day.id)).greeting, 'stopped');
  await verbs.click();
  await page.getByRole('menu').getByRole('menuitem').first().waitFor();
  assert.equal(await send.count(), 0);
  const { version } = await me.read('anniversary', day.id);
  const answer = await me.fetch('POST', `/api/records/anniversary/${day.id}/actions/greet`, {}, { 'If-Match': `"${version}"` });
  assert.equal(answer.status(), 409, await answer.text());
});
