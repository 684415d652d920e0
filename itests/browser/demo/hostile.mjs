import assert from 'node:assert/strict';
import { open, pick, ready, settled } from '../stage/hands.mjs';
import { hostile, hostileRecord, sign, takes, turned } from '../stage/hostile.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const administrator = { who: persona('administrator'), language: languages[0], timeout: 180_000 };
/** What the company's texts are made of: all who come later read them. */
const harmless = ['company', 'role'];
const records = [];

/** Asserts that nothing of a text came to life and that it made nothing wider than the screen. */
async function harmlessAt(page, where) {
  const found = await page.evaluate(() => ({
    ran: window.owned === 1,
    made: document.querySelectorAll('img[src="x"], svg[onload]').length,
    wider: [document.documentElement, document.querySelector('main')]
      .filter((one) => one && one.scrollWidth > one.clientWidth)
      .map((one) => `${one.tagName} ${one.scrollWidth}`),
  }));
  assert.deepEqual({ ...found, turned: await turned(page) }, { ran: false, made: 0, wider: [], turned: [] }, where);
}
/** Asserts that a part of the page ends within the screen. */
const within = async (page, part) => {
  const { x, width } = await page.locator(part).last().boundingBox();
  assert.ok(x >= 0 && x + width <= page.viewportSize().width, `${part} from ${x} to ${x + width}`);
};
const shown = (page, where) =>
  until(async () => assert.ok((await page.locator('body').innerText()).includes(sign), `shown as text ${where}`));

scene('A hostile text fits into every field of every kind of record', administrator, async ({ me }) => {
  const label = { th: hostile(80), en: hostile(80) };
  for (const list of ['leadSource', 'activityType']) {
    const rows = await me.call('GET', `/api/pick-lists/${list}`).catch(() => []);
    if (rows.length > 0) await me.call('PUT', `/api/pick-lists/${list}`, rows.map((row, i) => (i === 0 ? { ...row, label } : row)));
  }
  const field = named('hostile').replace(/\W/g, '');
  await me.call('POST', '/api/types/account/fields', { name: field, kind: 'text', label, required: false, maxLength: 2000 });
  const { entities } = await me.call('GET', '/api/bootstrap');
  for (const { name } of entities.filter((one) => one.create && !harmless.includes(one.name))) {
    const type = await me.call('GET', `/api/types/${name}`);
    if (!type.fields.some(takes)) continue;
    const { id, left } = await hostileRecord(me, type);
    records.push({ type, id });
    assert.ok(left.length <= 2, `${name} refused ${left}`);
  }
  const [account] = records.filter(({ type }) => type.name === 'account');
  const at = `/api/records/account/${account.id}`;
  const [person] = await me.find('user', undefined, ['name'], { limit: 1, sort: [{ path: 'createdAt', desc: true }] });
  await me.call('POST', `${at}/notes`, { text: `@${person.name} ${hostile(3000)}`, mentions: [person.id] });
  for (const [name, type] of [[`${sign}${'W'.repeat(120)}.html`, 'text/html'], ['owned.svg', 'image/svg+xml']]) {
    const body = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.owned=1"><script>window.owned=1;fetch('/api/session')</script></svg>`;
    const file = { name, mimeType: type, buffer: Buffer.from(body) };
    await me.upload(`${at}/files`, file);
  }
  const view = { entity: 'account', name: hostile(60), audience: 'private', columns: ['name', 'phone'] };
  await me.call('POST', '/api/views', view);
});

scene('Hostile texts are shown as texts on every page, and widen none (GEN-25 GEN-26)', administrator, async ({ page, me }) => {
  const alerts = [];
  page.on('dialog', (one) => alerts.push(one.message()) && one.dismiss());
  await page.setViewportSize({ width: 360, height: 740 });
  for (const { type, id } of records) {
    await open(page, `/record/${type.name}/${id}`);
    await page.locator('.facts').first().waitFor();
    const titled = takes(type.fields.find(({ name }) => name === type.titleField));
    if (titled) await shown(page, `on the record of ${type.name}`);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await until(async () => assert.equal(await page.locator('.record-page .skeleton').count(), 0));
      await harmlessAt(page, `${type.name}, ${await tab.innerText()}`);
    }
    const view = type.views.find((one) => !one.filter)?.id ?? '';
    await open(page, `/list/${type.name}?view=${view}&sort=[{"path":"id","desc":true}]`);
    await settled(page);
    if (titled) await shown(page, `in the list of ${type.name}`);
    await harmlessAt(page, `list of ${type.name}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('[data-row="0"] [data-col="1"]').focus();
    await page.keyboard.press('Space');
    await page.locator('.preview dd').first().waitFor();
    await harmlessAt(page, `preview of ${type.name}`);
    await page.setViewportSize({ width: 360, height: 740 });
    if (type.board) {
      await open(page, `/board/${type.name}`);
      await page.locator('.kanban-card').first().waitFor();
      await harmlessAt(page, `board of ${type.name}`);
    }
  }
  for (const view of ['agenda', 'day', 'month', 'people', 'week', 'year']) {
    await page.goto(`/calendar?view="${view}"`);
    await page.locator('.cal-body[aria-busy="false"]').waitFor();
    await harmlessAt(page, `calendar, ${view}`);
  }
  await open(page, '/');
  await page.locator('.home-blocks section').first().waitFor();
  await harmlessAt(page, 'home');
  await page.locator('.command').click();
  await page.getByRole('combobox').fill('onerror');
  await page.locator('.palette-hit mark').first().waitFor();
  await harmlessAt(page, 'search');
  const [role] = await me.find('role', undefined, [], { limit: 1 });
  for (const address of ['/fields', '/pick-lists', '/recycle-bin', '/new/lead', '/customer-data', `/rights/${role.id}`]) {
    await open(page, address);
    await harmlessAt(page, address);
  }
  assert.deepEqual(alerts, []);
});

scene('Hostile texts are shown as texts among the rights on fields and among what was found twice', administrator, async ({ page, me }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
  await open(page, `/rights/${role.id}`);
  await page.locator('#tab-fields').click();
  const ways = page.locator('#panel-fields .fields');
  const { entities } = await me.call('GET', '/api/bootstrap');
  const { label } = entities.find(({ name }) => name === 'account');
  await ways.locator('.select').first().click();
  await ready(page).getByText(label.th, { exact: true }).click();
  await ways.locator('.select').last().click();
  await pick(page, ways.locator('.select').last(), sign, 'onerror');
  await page.locator('#panel-fields .line', { hasText: sign }).first().waitFor();
  await shown(page, 'among the rights on fields');
  await harmlessAt(page, 'rights on fields');
  const name = hostile(150);
  for (const phone of ['02-666-0001', '02-666-0001']) await me.make('account', { name, phone });
  const search = await me.call('POST', '/api/duplicates/search', { entity: 'account' });
  await me.call('PUT', '/api/preferences/duplicates.account', search);
  await open(page, '/duplicates/account');
  await page.locator('.found-groups li', { hasText: sign }).first().waitFor({ timeout: 60_000 });
  await harmlessAt(page, 'duplicates');
});

scene('Hostile texts are shown as texts where one is told of them, in the bell and on its page', administrator, async ({ page, me }) => {
  const manager = await persona('manager')();
  const startAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const asked = { type: 'appointment', subject: hostile(200), startAt, participants: [{ user: me.id }] };
  await manager.make('activity', asked);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/alerts');
  await page.locator('.alert-lines li', { hasText: sign }).first().waitFor();
  await harmlessAt(page, 'alerts');
  await page.locator('.bell').click();
  await page.locator('.bell-panel li', { hasText: sign }).first().waitFor();
  await harmlessAt(page, 'the bell');
  await within(page, '.bell-panel');
});

scene('Hostile names and templates are texts in an e-mail that is written', administrator, async ({ page, me }) => {
  const { id } = records.find(({ type }) => type.name === 'account');
  const contact = () => ({ name: hostile(100), account: id, email: `${named('w').replace(' ', '.')}@${'w'.repeat(60)}.example` });
  for (const one of [contact(), contact()]) await me.make('contact', one);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `/record/account/${id}`);
  await page.locator('#tab-timeline').click();
  await page.locator('.composer .segments button').last().click();
  const form = page.locator('.composer form');
  await form.locator('.btn.quiet', { hasText: sign }).first().click();
  await become(async () => (await form.locator('input.ctl').first().inputValue()).split(', ').length, 2);
  await form.locator('.select').first().click();
  await page.locator('.ant-select-item-option', { hasText: sign }).first().waitFor();
  await harmlessAt(page, 'templates are offered');
  await within(page, '.ant-select-dropdown');
  await ready(page, { hasText: sign }).first().click();
  await until(async () => assert.ok((await form.locator('textarea').inputValue()).includes(sign)));
  await harmlessAt(page, 'an e-mail is written');
  await within(page, '.composer');
});

scene('Hostile texts are shown as texts in a file that is brought in and in records that are compared', administrator, async ({ page, me }) => {
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = [['Full name', 'Company', 'E-mail'], [hostile(150), hostile(150), hostile(60)], [hostile(100), hostile(200), 'a@b.co.th']];
  const buffer = Buffer.from(`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\n')}`);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '/import?entity=lead');
  await page.locator('.drop input').setInputFiles({ name: 'owned.csv', mimeType: 'text/csv', buffer });
  await page.locator('.mapping').waitFor();
  await shown(page, 'among the columns of a file');
  await harmlessAt(page, 'import: columns');
  await page.locator('.btn.solid').last().click();
  await page.locator('.counts').waitFor({ timeout: 30_000 });
  await shown(page, 'among the rows that are refused');
  await harmlessAt(page, 'import: check');
  const { id } = records.find(({ type }) => type.name === 'account');
  const [other] = await me.find('account', { field: 'id', op: '!=', value: id }, [], { limit: 1 });
  await open(page, `/merge/account?ids=${JSON.stringify([id, other.id])}`);
  await page.locator('.moves').waitFor();
  await shown(page, 'beside another record');
  await harmlessAt(page, 'merging');
});

scene('Hostile texts are shown as texts among groups, on the card of an entry and in whatever the menu of a record opens', administrator, async ({ page, me }) => {
  const account = records.find(({ type }) => type.name === 'account');
  const startAt = '2031-11-03T02:00:00Z';
  await me.make('activity', { type: 'appointment', subject: hostile(200), place: hostile(100), startAt, regarding: { entity: 'account', id: account.id } });
  await open(page, '/list/activity?view=core.all-activities&group=place');
  await shown(page, 'as the head of a group');
  await harmlessAt(page, 'a list in groups');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/calendar?view="agenda"&date="2031-11-03"');
  await page.locator('.cal-body').getByRole('button', { name: sign }).first().click();
  await page.locator('.cal-card dd').first().waitFor();
  await harmlessAt(page, 'the card of an entry');
  await within(page, '.cal-card');
  const at = `/record/account/${account.id}`;
  const menu = async () => {
    await open(page, at);
    await page.locator('.record-head').getByRole('button', { name: 'เพิ่มเติม', exact: true }).click();
    return page.getByRole('menuitem');
  };
  const verbs = await (await menu()).allInnerTexts();
  assert.ok(verbs.length > 5, `${verbs}`);
  const opened = [];
  for (const verb of verbs.filter((one) => one !== 'ลบ')) {
    await (await menu()).getByText(verb, { exact: true }).click();
    const led = async () => new URL(page.url()).pathname !== at || (await page.getByRole('dialog').count()) > 0;
    // What is done at once, as following, opens nothing.
    if (await until(async () => assert.ok(await led(), verb), 3000).then(() => true, () => false)) opened.push(verb);
    await until(async () => assert.equal(await page.locator('.skeleton').count(), 0));
    await harmlessAt(page, verb);
  }
  assert.ok(opened.length >= 5, `only ${opened} led anywhere`);
});

scene('What was uploaded or exported never runs', { ...administrator, refused: ['sandbox', 'Content Security Policy'] }, async ({ page, me }) => {
  const { id } = records.find(({ type }) => type.name === 'account');
  const { items } = await me.call('GET', `/api/records/account/${id}/files`);
  assert.equal(items.length, 2);
  for (const file of items) {
    for (const address of [`/api/files/${file.id}`, `/api/files/${file.id}?show=true`]) {
      const answer = await me.context.request.get(address);
      assert.match(answer.headers()['content-disposition'], /^attachment/, `${file.name} ${address}`);
      assert.equal(answer.headers()['x-content-type-options'], 'nosniff');
    }
    // As a frame or a picture of a page it does nothing either.
    await open(page, '/');
    await page.evaluate(
      (address) =>
        new Promise((answered) => {
          const frame = Object.assign(document.createElement('iframe'), { src: address });
          const picture = Object.assign(new Image(), { src: `${address}&picture`, onload: answered, onerror: answered });
          document.body.append(frame, picture);
        }),
      `/api/files/${file.id}?show=true`,
    );
    assert.equal(await page.evaluate(() => window.owned), undefined, file.name);
  }
  const asked = { fields: ['name', 'remark'], filter: { field: 'id', op: '=', value: id }, format: 'html', title: hostile(200) };
  const answer = await me.fetch('POST', '/api/records/account/export', asked);
  const html = await answer.text();
  assert.ok(html.includes('&lt;script&gt;'));
  await page.setContent(html);
  await page.waitForLoadState('load');
  assert.equal(await page.evaluate(() => window.owned), undefined, 'the exported page');
  assert.equal(await page.locator('img, svg, script').count(), 0);
});
