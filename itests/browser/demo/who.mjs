import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { control, dialog, entry, open, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { hit } from '../stage/touch.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const fingers = { who: onPhone('sales') };
/** A browser without a program for e-mail may say so. */
const lonely = { refused: ['registered handler'] };

const card = (page) => page.locator('.who');
/** The ways of the card: what each is called, and where it leads. */
const ways = (page) =>
  card(page).locator('a').evaluateAll((all) => all.map((way) => [way.querySelector('span').innerText, way.getAttribute('href')]));

const everything = () => ({
  phone: '02-123-4567 ต่อ 12',
  fax: '02-999-9999',
  email: `${named('office').replace(' ', '.')}@b.co.th`,
  lineId: 'somying.k',
});

/** Clicks on an address and waits until the program of the machine is asked to write to it. */
async function handedOut(page, address) {
  await page.evaluate(() => navigation.addEventListener('navigate', ({ destination }) => (window.left = destination.url)));
  await card(page).getByRole('link', { name: address }).click();
  await become(() => page.evaluate(() => window.left), `mailto:${address}`);
  assert.equal(await page.getByRole('dialog').count(), 0);
}

/** What is done while the company has a mail server, or none. */
async function withServer(host, work) {
  const chief = await persona('administrator')();
  const before = await chief.call('GET', '/api/mail/settings');
  const sender = host && { port: '9', security: 'none', senderAddress: 'sala@shop.co.th' };
  await chief.call('PUT', '/api/mail/settings', { host, ...sender });
  try {
    await work();
  } finally {
    const { port = '', security = '', senderAddress = '' } = before;
    await chief.call('PUT', '/api/mail/settings', { host: before.host ?? '', port, security, senderAddress });
  }
}

inEitherLanguage('whom a record is about is reached from the card beside it by each way its fields know, but by no fax', sales, async ({ page, me, say }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const all = everything();
  const call = [say('โทรศัพท์', 'Phone'), 'tel:021234567,12'];
  const write = [say('อีเมล', 'E-mail'), `mailto:${all.email}`];
  const chat = [say('LINE ID', 'LINE id'), 'https://line.me/ti/p/~somying.k'];
  const mobile = [say('มือถือ', 'Mobile'), 'tel:0812345678'];
  const site = [say('เว็บไซต์', 'Website'), 'https://b.co.th'];
  const account = await me.make('account', { ...all, name: named('บริษัทติดต่อได้'), website: 'b.co.th' });
  const contact = await me.make('contact', { ...all, name: named('คนติดต่อได้'), mobile: '081-234-5678' });
  const lead = await me.make('lead', { ...all, name: named('ลีดติดต่อได้'), mobile: '081-234-5678', website: 'b.co.th' });
  const expected = { account: [call, write, chat, site], contact: [mobile, call, write, chat], lead: [mobile, call, write, chat, site] };
  for (const [entity, { id, name }] of Object.entries({ account, contact, lead })) {
    await open(page, `/record/${entity}/${id}`);
    await page.locator('aside .who').getByText(name).waitFor();
    assert.deepEqual(await ways(page), expected[entity], entity);
  }
  await accessible(page, 'a record with its card');
  assert.deepEqual(asked.filter((url) => /\/(why|mail\/draft)/.test(url)), [], 'nothing is asked before it is needed');
});

inEitherLanguage('there is no card beside what cannot be reached', sales, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทเงียบ'), fax: '02-999-9999' });
  const deal = await me.make('opportunity', { name: named('โอกาสของบริษัท'), account: account.id, expectedCloseOn: '2030-01-01' });
  const [product] = await me.find('product', undefined, [], { limit: 1 });
  for (const [entity, { id }] of Object.entries({ account, opportunity: deal, product })) {
    await open(page, `/record/${entity}/${id}`);
    await page.locator('aside .timeline, aside .composer').first().waitFor();
    assert.equal(await card(page).count(), 0, entity);
  }
});

inEitherLanguage('an e-mail is begun from the card where the company sends it, else in the program of the machine', { ...sales, ...lonely }, async ({ page, me, say }) => {
  const { email } = everything();
  const account = await me.make('account', { name: named('บริษัทรอจดหมาย'), email });
  await open(page, `/record/account/${account.id}`);
  await withServer('', () => handedOut(page, email));
  await page.reload();
  await withServer('127.0.0.1', async () => {
    await card(page).getByRole('link', { name: email }).click();
    await become(() => control(dialog(page), say('ถึง', 'To')).locator('input').inputValue(), email);
    await control(dialog(page), say('แม่แบบ', 'Template')).waitFor();
  });
});

inEitherLanguage('on the phone a finger calls and writes from under the name of the customer', fingers, async ({ page, me }) => {
  const all = everything();
  const { id } = await me.make('contact', { ...all, name: named('คนในมือถือ'), mobile: '081-234-5678' });
  await open(page, `/record/contact/${id}`);
  await page.locator('#tab-overview').waitFor();
  assert.equal(await page.locator('aside').count(), 0);
  assert.deepEqual((await ways(page)).map(([, href]) => href), ['tel:0812345678', 'tel:021234567,12', `mailto:${all.email}`, 'https://line.me/ti/p/~somying.k']);
  const boxes = await Promise.all((await card(page).locator('a').all()).map((way) => way.boundingBox()));
  for (const { x, width, height } of boxes) assert.ok(width >= 44 && height >= 44 && x >= 0 && x + width <= 360, `${width}×${height} at ${x}`);
  assert.ok(boxes.every(({ y }) => y === boxes[0].y), 'in one row');
  await hit(page, 'on a contact');
});

/** Asks from the menu of the record, and reads the reasons. */
async function why(page, say) {
  const answered = page.waitForResponse(/\/why$/);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say('ทำไมฉันจึงเห็นรายการนี้', 'Why I see this')).click();
  await answered;
  await dialog(page).locator('li').first().waitFor();
  return (await dialog(page).locator('li').allInnerTexts()).map((text) => text.trim());
}

inEitherLanguage('a salesperson reads why he sees a customer of his own, and one that was shared with him', { ...sales, ...lonely }, async ({ page, me, say }) => {
  const chief = await persona('administrator')();
  const own = await me.make('account', { name: named('บริษัทของฉัน') });
  const { email } = everything();
  const other = await chief.make('account', { name: named('บริษัทของคนอื่น'), owner: chief.id, email });
  await chief.call('PUT', `/api/records/account/${other.id}/shares`, [{ principal: { kind: 'user', id: me.id }, read: true }]);
  await open(page, `/record/account/${own.id}`);
  assert.ok((await why(page, say)).includes(say('เป็นผู้รับผิดชอบรายการนี้', 'Owner of this record')));
  await accessible(page, 'why one sees a record');
  assert.equal(await dialog(page).getByRole('link').count(), 0, 'he administers no rights');
  await page.keyboard.press('Escape');
  await open(page, `/record/account/${other.id}`);
  const shared = say('แชร์สิทธิ์นี้ให้ สมชาย ใจดี', 'Shared with Somchai Jaidee for this');
  assert.deepEqual(await why(page, say), [shared]);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await press(page.locator('.shared-with'), say('ทำไมฉันจึงเห็นรายการนี้', 'Why I see this'));
  await dialog(page).getByText(shared).waitFor();
  await page.keyboard.press('Escape');
  // Who may only read adds no e-mail to the record.
  await withServer('127.0.0.1', () => handedOut(page, email));
});

inEitherLanguage('whoever administers rights goes from the reason to the role that gives it, and finds it where he shares', { who: persona('administrator') }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทของผู้ดูแล') });
  await open(page, `/record/account/${account.id}`);
  await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
  await entry(page, say('แบ่งปัน', 'Share')).click();
  await press(dialog(page), say('ทำไมฉันจึงเห็นรายการนี้', 'Why I see this'));
  await dialog(page).getByRole('link').first().click();
  await page.waitForURL('**/record/role/*');
});

inEitherLanguage('colleagues and territories are called by their English names by whoever reads English: in lists and their groups, in facts, in what they did', sales, async ({ page, me, say }) => {
  const [own] = await me.find('user', { field: 'id', op: '=', value: me.id }, ['name', 'nameEn']);
  const name = say(own.name, own.nameEn);
  const [place] = await me.find('territory', { field: 'nameEn', op: 'notEmpty' }, ['name', 'nameEn']);
  const account = await me.make('account', { name: named('บริษัทมีผู้ดูแล'), territory: place.id });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(account.name)}`);
  const row = page.locator('.grid-row', { hasText: account.name });
  for (const one of [name, say(place.name, place.nameEn)]) await row.getByText(one, { exact: true }).waitFor();
  await open(page, `/list/account?view=core.all-accounts&group=owner&q=${encodeURIComponent(account.name)}`);
  await page.locator('.group-row').getByText(name, { exact: true }).waitFor();
  await open(page, `/record/account/${account.id}`);
  await page.locator('.key-facts').getByText(name, { exact: true }).waitFor();
  await page.locator('.timeline').getByText(name).first().waitFor();
  const other = say(own.nameEn, own.name);
  assert.equal(await page.locator('main').getByText(other).count(), 0, 'nowhere by the other one');
});
