import assert from 'node:assert/strict';
import { dialog, open, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, onPhone, persona, phone } from '../stage/places.mjs';
import { inEitherLanguage, scene } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';
import { own, part } from '../stage/ways.mjs';

const sales = { who: onPhone('sales') };

/** What is on the screen, between the bar at the top and the one at the bottom, where nothing lies over it. */
const inSight = (place) =>
  place.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const hit = (y) => element.contains(document.elementFromPoint((left + right) / 2, y));
    return left >= 0 && right <= innerWidth && hit(top + 4) && hit(bottom - 4);
  });

/** In how many lines words are written. */
const lines = (place) =>
  place.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return new Set([...words.getClientRects()].map((line) => Math.round(line.top / 8))).size;
  });

inEitherLanguage('on the phone the colleagues to mention stand in sight below what is written', sales, async ({ page, me }) => {
  await part('account', own, 'timeline', 'textarea')(page, me);
  const note = page.locator('.composer textarea').first();
  await note.tap();
  await note.pressSequentially('@');
  const list = page.locator('.mentions');
  await until(async () => assert.ok((await inSight(list)) && (await inSight(note)), 'the list and what is written are in sight'));
  const first = list.locator('li').first();
  const name = await first.innerText();
  assert.ok((await first.boundingBox()).height >= 44);
  await first.tap();
  await until(async () => assert.equal(await note.inputValue(), `@${name} `));
  await note.fill('');
});

inEitherLanguage('on the phone each kind of alert is read in one line above its ways', sales, async ({ page }) => {
  await open(page, '/alerts');
  await page.locator('.page-head .btn').nth(1).tap();
  await dialog(page).locator('.choice-table input').first().waitFor();
  for (const kind of await dialog(page).locator('.choice-table tbody th').all()) {
    assert.equal(await lines(kind), 1, await kind.innerText());
  }
});

inEitherLanguage('on the phone no mark without words stands on a card', sales, async ({ page, say }) => {
  for (const [address, card] of [['/list/opportunity?view=sfa.all-opportunities', '.card-row'], ['/board/opportunity?view=sfa.pipeline', '.kanban-card']]) {
    await open(page, address);
    await page.locator(`${card} a`).first().waitFor();
    const bare = await page.locator(`${card} .pill`).evaluateAll((marks) =>
      marks.filter((mark) => ![...mark.childNodes].some((part) => part.textContent.trim() && part.className !== 'unseen')).length);
    assert.equal(bare, 0, address);
  }
  const readOut = page.locator('.kanban-card').getByText(say('ยังไม่มีนัด', 'Nothing planned'), { exact: true });
  assert.ok((await readOut.count()) > 0, 'it is read out all the same');
});

inEitherLanguage('on the phone a long alert leaves the page in sight, in a corner and below the bell', sales, async ({ page, me }) => {
  const manager = await persona('manager')();
  const choice = await me.call('GET', '/api/alerts/choice');
  await me.call('PUT', '/api/alerts/choice', { ...choice, quietFrom: '', quietTo: '' });
  await open(page, '/');
  const name = `บริษัท ${'กรุงเทพเครื่องจักรอุตสาหกรรม '.repeat(6)}`.trim();
  const told = page.locator('.toast', { hasText: 'กรุงเทพเครื่องจักร' }).first();
  // A page that has just come may not listen yet.
  await until(async () => {
    await manager.make('account', { name: `${name} ${named('')}`, owner: me.id });
    await told.waitFor({ timeout: 2000 });
  }, 20_000);
  assert.ok((await told.boundingBox()).height <= 120, `${(await told.boundingBox()).height} px high`);
  await page.locator('.bell').tap();
  const line = page.locator('.bell-panel li', { hasText: 'กรุงเทพเครื่องจักร' }).first();
  await line.waitFor();
  assert.ok((await line.boundingBox()).height <= 110, `${(await line.boundingBox()).height} px high`);
  await me.call('PUT', '/api/alerts/choice', {});
});

inEitherLanguage('on the phone the words of a title stay whole, also those of a company that no dictionary has', sales, async ({ page, me }) => {
  const { id } = await me.make('account', { name: named('หจก. ยูเนี่ยนบางกอกเทรดดิ้ง') });
  await open(page, `/record/account/${id}`);
  const word = page.locator('h1 span', { hasText: 'ยูเนี่ยนบางกอกเทรดดิ้ง' });
  assert.equal(await lines(word), 1);
});

scene('On the phone the name of a kind of record has one line beside the buttons of its list', { who: onPhone('administrator') }, async ({ page, me }) => {
  await me.settle({ locale: 'th' });
  await open(page, '/list/opportunity');
  await settled(page);
  await until(async () => assert.equal(await page.locator('.page-head .btn').count(), 4));
  assert.equal(await lines(page.locator('h1')), 1);
});

scene('The name of a company leaves the form to sign in where it is, however long', { who: () => Person.at(DEMO, phone), refused: [401] }, async ({ page }) => {
  const high = async () => (await page.locator('.gate-card > header').boundingBox()).height;
  await open(page, '/');
  const before = await high();
  await page.route('**/api/session', async (call) => {
    const answer = await call.fetch();
    const long = 'บริษัท กรุงเทพเครื่องจักรอุตสาหกรรมและการก่อสร้างแห่งประเทศไทย '.repeat(2).slice(0, 100);
    await call.fulfill({ response: answer, json: { ...(await answer.json()), company: { name: { th: long, en: long } } } });
  });
  await open(page, '/');
  await page.getByText('กรุงเทพเครื่องจักร').waitFor();
  assert.ok((await high()) <= before + 24, `${await high()} px high, before ${before}`);
});

inEitherLanguage('on the phone the name of a record is read before its state and before what it came from', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทชื่อยาว') });
  const name = named(say('โครงการระบบคลังสินค้าอัตโนมัติ', 'Automatic warehouse system'));
  const deal = await me.make('opportunity', { name, account: account.id, expectedCloseOn: '2099-12-31' });
  for (const verb of ['needs', 'considering', 'comparing']) {
    const { version } = await me.read('opportunity', deal.id);
    await me.call('POST', `/api/records/opportunity/${deal.id}/actions/move`, { input: { stage: verb } }, { 'If-Match': `"${version}"` });
  }
  await open(page, `/list/opportunity?view=sfa.all-opportunities&q=${encodeURIComponent(name)}`);
  const card = page.locator('.card-row', { hasText: name });
  await card.waitFor();
  const share = await card.evaluate((row) => {
    const line = row.querySelector('.row-gap').getBoundingClientRect();
    return row.querySelector('.strong').getBoundingClientRect().width / line.width;
  });
  assert.ok(share > 0.6, `the name has ${share} of its line`);
  const [{ id }] = await me.find('opportunity', { field: 'lead', op: 'notEmpty' }, ['lead'], { limit: 1 });
  await open(page, `/record/opportunity/${id}`);
  const tie = page.locator('.chain-link').first();
  await tie.locator('.pill').waitFor();
  const { height } = await tie.boundingBox();
  assert.ok(height <= 44, `one line: ${height} px`);
  const cut = await tie.locator('> .tx').evaluate((words) => words.scrollWidth - words.clientWidth);
  assert.ok(cut <= 0, `${cut} px of the name of what it came from are cut`);
});
