import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { counting, tasks } from '../stage/clicks.mjs';
import { dialog, open, type } from '../stage/hands.mjs';
import { laidOut } from '../stage/laid-out.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const service = { who: persona('service') };
const sales = { who: persona('sales') };
const box = (page) => dialog(page).getByRole('combobox');
const chosen = (page, text) => page.locator('.palette-hit[aria-selected="true"]', { hasText: text });

inEitherLanguage('a customer is found by a part of a phone number with one click and typing (GEN-01 GEN-08)', service, async ({ page, me, say }) => {
  const [person] = await me.find('contact', { field: 'mobile', op: 'startsWith', value: '08' }, ['name', 'mobile'], { limit: 1 });
  await open(page, '/');
  const clicks = await counting(page);
  await page.locator('header.top .command').click();
  await box(page).waitFor();
  await page.keyboard.type(person.mobile.replace(/\D/g, '').slice(2));
  const hit = page.locator('.palette-hit', { hasText: person.name });
  await hit.locator('mark').waitFor();
  await accessible(page, 'in the search box');
  await laidOut(page, 'in the search box');
  await chosen(page, person.name).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/record/contact/${person.id}`);
  clicks.atMost(tasks.findByPhone);
  await page.keyboard.press('Control+k');
  await chosen(page, person.name).filter({ hasText: say('ผู้ติดต่อ', 'Contact') }).waitFor();
});

inEitherLanguage('Ctrl+Enter opens what was found beside the page, and the search stays as it is (GEN-08)', sales, async ({ page, me }) => {
  const name = named('เปิดข้างหน้าเดิม');
  const { id } = await me.make('account', { name });
  await become(async () => (await me.call('GET', `/api/search?entities=account&q=${encodeURIComponent(name)}`)).groups[0]?.total, 1);
  await open(page, '/list/product');
  await page.keyboard.press('Control+k');
  await box(page).fill(name);
  await chosen(page, name).waitFor();
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const beside = await opened;
  await beside.waitForURL(`**/record/account/${id}`);
  await beside.getByRole('heading', { name }).first().waitFor();
  await beside.close();
  assert.ok(page.url().includes('/list/product'), page.url());
  assert.equal(await box(page).inputValue(), name);
});

inEitherLanguage('what was typed on the wrong keyboard is found, the list shows all of it, commands come after > (GEN-08)', sales, async ({ page, me, say }) => {
  const name = named('สวัสดีการค้า');
  for (let i = 0; i < 7; i++) await me.make('account', { name: `${name} ${i}` });
  const found = () => me.call('GET', `/api/search?entities=account&q=${encodeURIComponent(name)}`);
  await become(async () => (await found()).groups[0]?.total, 7);
  await open(page, '/list/product');
  await page.keyboard.press('/');
  await box(page).fill('l;ylfudki8hk');
  await page.locator('.palette-hit', { hasText: name }).nth(4).waitFor();
  const all = page.locator('.palette-hit', { hasText: say('ดูทั้งหมด', 'in the list') }).first();
  await all.click();
  await page.waitForURL('**/list/account?q=*');
  for (let i = 0; i < 7; i++) await page.getByRole('link', { name: `${name} ${i}`, exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  await box(page).fill(`>${say('ภาษา', 'language')}`);
  await page.locator('.palette-hit', { hasText: 'English' }).waitFor();
  await page.keyboard.press('Escape');
  await become(() => page.locator('.palette').count(), 0);
  assert.ok(page.url().includes('/list/account'));
});

inEitherLanguage('a command after > makes a record, leads to a page, changes the skin and tells the keys (GEN-02 GEN-08)', sales, async ({ page, me, say }) => {
  await open(page, '/list/product');
  const command = async (words) => {
    await page.keyboard.press('Control+k');
    await box(page).fill(`> ${words.toUpperCase()}`);
    await chosen(page, words).waitFor();
    await page.keyboard.press('Enter');
    await become(() => page.locator('.palette').count(), 0);
  };
  const brand = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--crm-brand'));
  await command(say('มัลเบอร์รี', 'Mulberry'));
  await become(brand, '#a21c5b');
  await become(async () => (await me.call('GET', '/api/settings')).skin, 'mulberry');
  await command(say('ปฏิทิน', 'Calendar'));
  await page.waitForURL('**/calendar*');
  await command(say('ปุ่มลัดบนแป้นพิมพ์', 'Keyboard shortcuts'));
  await dialog(page).getByRole('checkbox').first().waitFor();
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);
  await command(say('สร้างลูกค้าใหม่', 'New Lead'));
  const name = named('ลูกค้าจากคำสั่ง');
  await type(dialog(page), say('ชื่อ-นามสกุล', 'Full name'), name);
  await dialog(page).locator('button[type=submit]').click();
  await become(() => me.count('lead', { field: 'name', op: '=', value: name }), 1);
});

inEitherLanguage('a record found says where it stands, in the words and the colour of its list (GEN-08)', sales, async ({ page, me, say }) => {
  const name = named('อุ่นใจก่อสร้าง');
  const { id } = await me.make('lead', { name });
  await become(async () => (await me.call('GET', `/api/search?entities=lead&q=${encodeURIComponent(name)}`)).groups[0]?.total, 1);
  const { lifecycle, fields } = await me.call('GET', '/api/types/lead');
  const { status } = await me.read('lead', id);
  const state = fields.find((field) => field.name === lifecycle.field).options.find((one) => one.code === status);
  await open(page, '/');
  await page.keyboard.press('/');
  await box(page).fill(name);
  const pill = page.locator('.palette-hit', { hasText: name }).locator(`.pill.t-${state.tone}`);
  await become(() => pill.innerText(), say(state.label.th, state.label.en));
  await accessible(page, 'with a state in the search box');
  await laidOut(page, 'with a state in the search box');
});

inEitherLanguage('on the phone the search fills the screen and says what it waits for (GEN-08)', { ...service, refused: ['ERR_FAILED'] }, async ({ page, say }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/');
  await page.locator('header.top .command').click();
  await box(page).fill('s');
  await page.getByText(say('พิมพ์อีกหนึ่งตัวอักษร', 'Type one more letter')).waitFor();
  await page.route('**/api/search?*', (call) => call.abort());
  await box(page).fill('somchai zzz');
  await page.getByText(say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached'), { exact: false }).first().waitFor();
  await page.unroute('**/api/search?*');
  await box(page).fill('ฮฮ'.repeat(600));
  await page.getByText(say('ไม่พบข้อมูล', 'Nothing found')).waitFor();
  await box(page).fill('zzqqzz');
  await page.getByText(say('ไม่พบข้อมูล', 'Nothing found')).waitFor();
  const { width, height } = await page.locator('.palette').boundingBox();
  assert.deepEqual([width, height], [360, 740]);
  await laidOut(page, 'in the search box of the phone');
  await accessible(page, 'in the search box of the phone');
});
