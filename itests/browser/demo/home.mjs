import assert from 'node:assert/strict';
import { dialog, open, press, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const block = (page, name) => page.getByRole('region', { name, exact: true });
const calls = (line) => line.locator('a[href^="tel:"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));

/** A customer whom somebody else handed over. */
async function handedOver(me, phone) {
  await me.call('POST', '/api/alerts/read', { all: true });
  const giver = await persona('administrator')();
  return giver.make('account', { name: named('บริษัทส่งต่อ'), phone, owner: me.id });
}

inEitherLanguage('whom an alert is about one calls from Home on the phone, and writes down what was said', { who: onPhone('sales') }, async ({ page, me, say }) => {
  const account = await handedOver(me, '02-555-0188');
  await open(page, '/');
  const line = page.locator('.home-blocks .alert-lines > li', { hasText: account.name });
  await become(() => calls(line), ['tel:025550188']);
  const [words, whole] = await Promise.all([line.locator('.tx').boundingBox(), line.boundingBox()]);
  assert.ok(words.width > whole.width - 60, `the words keep the width: ${words.width} of ${whole.width}`);
  await line.getByRole('button', { name: say('บันทึกการโทร:', 'Log a call:') }).first().tap();
  const said = named('คุยเรื่องที่แจ้งเตือน');
  await dialog(page).locator('textarea').first().fill(said);
  await press(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say(`บันทึกแล้ว: ${said}`, `Logged: ${said}`)).waitFor();
  const [call] = await me.find('activity', { field: 'subject', op: '=', value: said }, ['account']);
  assert.equal(call.account.id, account.id);
});

inEitherLanguage('whom one looked at last is called at the number he has now', { who: persona('sales') }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทเปลี่ยนเบอร์'), phone: '02-555-0111' });
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/preferences/recent') && answer.request().method() === 'PUT');
  await open(page, `/record/account/${account.id}`);
  await kept;
  await me.call('PATCH', `/api/records/account/${account.id}`, { phone: '02-555-0222' }, { 'If-Match': `"${account.version}"` });
  await open(page, '/');
  const line = block(page, say('รายการที่เปิดล่าสุด', 'Records opened last')).locator('li', { hasText: account.name });
  await become(() => calls(line), ['tel:025550222']);
});

inEitherLanguage("a manager who looks at his team's day is still told what is his own, and reads that it is", { who: persona('manager') }, async ({ page, me, say }) => {
  const account = await handedOver(me, '02-555-0199');
  await open(page, '/');
  const told = page.locator('.home-blocks .alert-lines > li', { hasText: account.name });
  await told.waitFor();
  assert.equal(await page.locator('.of-team').count(), 0);
  await press(page, say('ของทีม', "My team's"));
  await block(page, say('กิจกรรมของทีมที่เกินกำหนด', 'Our overdue activities')).waitFor();
  await told.waitFor();
  await until(async () => assert.match(await page.locator('.of-team').innerText(), new RegExp(say('ของคุณเอง', 'your own'))));
});

/** The home page as the server answers it with nothing in its blocks. */
const nothingToDo = (page) =>
  page.route('**/api/home?*', async (call) => {
    const day = await (await call.fetch()).json();
    await call.fulfill({ json: { ...day, alerts: [], blocks: day.blocks.map((one) => ({ ...one, rows: [], total: { value: 0, exact: true } })) } });
  });

for (const [where, who] of [['on the screen', persona('sales')], ['on the phone', onPhone('sales')]]) {
  inEitherLanguage(`a block of Home that holds nothing is a line, ${where}`, { who }, async ({ page, say }) => {
    await nothingToDo(page);
    await page.route('**/api/preferences/recent', (call) => call.fulfill({ json: [] }));
    await open(page, '/');
    await page.locator('.home-blocks').getByText(say('ไม่มีรายการ', 'None'), { exact: true }).first().waitFor();
    await page.locator('.home-blocks').getByText(say('รายการที่คุณเปิดจะอยู่ที่นี่', 'Records you open will be here')).waitFor();
    for (const one of await page.locator('.home-blocks > section').all()) {
      const { height } = await one.boundingBox();
      assert.ok(height <= 84, `${await one.innerText()} is ${height} px high`);
    }
  });
}

inEitherLanguage('the first steps of a company stand before the rest of the page does, and push nothing away', { who: persona('administrator') }, async ({ page, me, say }) => {
  await nothingToDo(page);
  await me.call('PUT', '/api/preferences/firstSteps', false);
  let come;
  const asked = new Promise((then) => (come = then));
  await page.route('**/api/records/account/query', async (call) => {
    await asked;
    await call.fulfill({ json: { items: [], total: { value: 0, exact: true } } });
  });
  const answered = page.waitForResponse('**/api/home?*');
  await open(page, '/');
  await answered;
  await page.locator('.sk').first().waitFor();
  assert.equal(await page.locator('.home-blocks section').count(), 0, 'nothing that would move');
  come();
  const first = page.locator('.home-blocks > section').first();
  await first.getByRole('heading', { name: say('เริ่มต้นใช้งาน', 'First steps') }).waitFor();
  await me.call('PUT', '/api/preferences/firstSteps', true);
});
