import assert from 'node:assert/strict';
import fs from 'node:fs';
import { button, dialog, entry, open, pick, press, rows, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const manager = { who: persona('manager') };
const headings = (page) => page.locator('.gh-label .tx').allInnerTexts();
const found = (entity, view, mark) => `/list/${entity}?view=${view}&q=${encodeURIComponent(mark)}`;
/** A list as everybody has it who has arranged nothing. */
async function fresh(page, me, entity, view) {
  await me.call('PUT', `/api/preferences/list.${entity}.${view}`, {});
  await open(page, `/list/${entity}?view=${view}`);
  await until(async () => assert.ok((await rows(page)).length > 1));
}

inEitherLanguage('what is exported is exactly what is seen: its columns in their order, its rows in theirs (GEN-10 GEN-12 GEN-13)', manager, async ({ page, me, say }) => {
  await fresh(page, me, 'product', 'core.all-products');
  const before = await headings(page);
  await button(page, before[2]).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await entry(page, say('ซ่อน', 'Hide')).click();
  await become(() => headings(page), before.toSpliced(2, 1));
  await button(page, before[0]).focus();
  const over = (other) =>
    page.getByText(say(`${before[0]} อยู่เหนือ ${other}`, `${before[0]} is over ${other}`)).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await over(before[0]);
  await page.keyboard.press('ArrowRight');
  await over(before[1]);
  await page.keyboard.press('Space');
  const seen = [before[1], before[0], ...before.slice(3)];
  await become(() => headings(page), seen);
  await press(page, say('ส่งออก', 'Export'));
  const downloading = page.waitForEvent('download');
  await entry(page, say('ไฟล์ CSV', 'CSV')).click();
  const text = fs.readFileSync(await (await downloading).path(), 'utf8').replace(/^\uFEFF/, '');
  const [head, ...lines] = text.trimEnd().split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
  assert.deepEqual(head, seen);
  assert.equal(lines.length, await me.count('product'));
  const shown = (await rows(page)).slice(0, 5);
  assert.deepEqual(lines.slice(0, 5).map((cells) => cells.slice(0, 2)), shown.map((cells) => cells.slice(0, 2)));
  await me.call('PUT', '/api/preferences/list.product.core.all-products', {});
});

inEitherLanguage('all fields that one may read are exported behind the columns seen, when that is wished', manager, async ({ page, me, say }) => {
  await fresh(page, me, 'product', 'core.all-products');
  const seen = await headings(page);
  await press(page, say('ส่งออก', 'Export'));
  await page.getByRole('menuitemradio', { name: say('ทุกฟิลด์', 'All fields') }).click();
  const downloading = page.waitForEvent('download');
  await entry(page, say('ไฟล์ CSV', 'CSV')).click();
  const text = fs.readFileSync(await (await downloading).path(), 'utf8').replace(/^\uFEFF/, '');
  const head = text.slice(0, text.search(/\r?\n/)).split(',');
  assert.deepEqual(head.slice(0, seen.length), seen);
  const { fields } = await me.call('GET', '/api/types/product');
  const labels = fields.filter((field) => field.kind !== 'parts').map((field) => say(field.label.th, field.label.en));
  assert.ok(labels.length > seen.length, 'there are others');
  assert.equal(new Set(head).size, labels.length, head.join());
});

inEitherLanguage('people are handed on as cards, and what is no person is not', manager, async ({ page, me, say }) => {
  const name = named('คนบนนามบัตร');
  await me.make('lead', { name, mobile: '081-234-5678', remark: 'หมายเหตุที่ไม่อยู่ในคอลัมน์' });
  await open(page, found('lead', 'core.open-leads', name));
  await become(async () => (await rows(page)).length, 1);
  await press(page, say('ส่งออก', 'Export'));
  const downloading = page.waitForEvent('download');
  await entry(page, say('นามบัตร (vCard)', 'Contact cards (vCard)')).click();
  const download = await downloading;
  assert.match(download.suggestedFilename(), /\.vcf$/);
  const card = fs.readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
  assert.match(card, /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
  for (const line of [`FN:${name}`, 'TEL;TYPE=CELL:', 'NOTE:หมายเหตุที่ไม่อยู่ในคอลัมน์']) assert.ok(card.includes(line), card);
  await open(page, '/list/account?view=core.all-accounts');
  await press(page, say('ส่งออก', 'Export'));
  await entry(page, say('ไฟล์ CSV', 'CSV')).waitFor();
  assert.equal(await entry(page, say('นามบัตร (vCard)', 'Contact cards (vCard)')).count(), 0);
});

inEitherLanguage('those that were chosen are a file of their own', manager, async ({ page, me, say }) => {
  const mark = named('เลือกส่งออก');
  for (const name of ['1', '2', '3']) await me.make('lead', { name: `${mark} ${name}` });
  await open(page, found('lead', 'core.open-leads', mark));
  await become(async () => (await rows(page)).length, 3);
  for (const name of ['1', '3']) await page.locator('.grid-row', { hasText: `${mark} ${name}` }).locator('.check').click();
  await press(page, say('คำสั่ง', 'Actions'));
  const [request] = await Promise.all([
    page.waitForRequest('**/api/records/lead/export'),
    page.waitForEvent('download'),
    entry(page, say('ส่งออกรายการที่เลือก (XLSX)', 'Export those chosen (XLSX)')).click(),
  ]);
  const answer = await me.fetch('POST', '/api/records/lead/export', { ...request.postDataJSON(), format: 'txt' });
  const lines = (await answer.text()).trim().split(/\r?\n/).slice(1);
  assert.deepEqual(lines.map((line) => line.includes(`${mark} 2`)), [false, false]);
});

inEitherLanguage('a filter takes one or the other', sales, async ({ page, me, say }) => {
  const [one, other] = [named('หนึ่ง'), named('สอง')];
  const made = [await me.make('lead', { name: one }), await me.make('lead', { name: named('ชื่ออื่น'), company: other })];
  await open(page, '/list/lead?view=core.all-leads');
  await settled(page);
  await press(page, say('ตัวกรอง', 'Filter'));
  const part = async (nth, field, text) => {
    const place = dialog(page).locator('fieldset').nth(nth);
    const which = place.locator('.select').first();
    await which.click();
    await pick(page, which, field, field);
    await place.locator('input.ctl, input:not([role=combobox])').first().fill(text);
  };
  await part(0, say('ชื่อ-นามสกุล', 'Full name'), one);
  await press(dialog(page), say('หรือ', 'Or'));
  await part(1, say('บริษัท', 'Company'), other);
  await press(dialog(page), say('เพิ่มตัวกรอง', 'Add filter'));
  const names = async () => (await rows(page)).map((cells) => cells.find((words) => made.some(({ name }) => name === words)));
  await become(async () => (await names()).toSorted(), made.map(({ name }) => name).toSorted());
  await page.locator('.chips .chip', { hasText: say('หรือ', 'or') }).waitFor();
});

inEitherLanguage('with Shift a list is sorted by a further column, the other way with the next click', sales, async ({ page, me, say }) => {
  const mark = named('เรียงหลายชั้น');
  for (const [name, company] of [['1', 'B'], ['2', 'A'], ['3', 'B']]) await me.make('lead', { name: `${mark} ${name}`, company });
  await open(page, found('lead', 'core.all-leads', mark));
  await become(async () => (await rows(page)).length, 3);
  const order = async () => (await rows(page)).map((cells) => cells.find((words) => words.startsWith(mark)).at(-1)).join('');
  const head = (label) => page.locator('.gh-label', { has: page.getByText(label, { exact: true }) });
  const [company, name] = [head(say('บริษัท', 'Company')), head(say('ชื่อ-นามสกุล', 'Full name'))];
  await company.click();
  await become(() => company.locator('..').getAttribute('aria-sort'), 'ascending');
  await name.click({ modifiers: ['Shift'] });
  await become(order, '213');
  await name.click({ modifiers: ['Shift'] });
  await become(order, '231');
  assert.deepEqual([await company.locator('small').innerText(), await name.locator('small').innerText()], ['1', '2']);
});

inEitherLanguage('a column is made wider with the mouse and kept in sight, and stays so in this view and for this person alone (GEN-12)', sales, async ({ page, me, say }) => {
  const colleague = await manager.who();
  await colleague.settle({ locale: say('th', 'en') });
  await colleague.call('PUT', '/api/preferences/list.contact.core.all-contacts', {});
  await fresh(page, me, 'contact', 'core.all-contacts');
  const second = page.locator('.grid-head .gh').nth(2);
  const widthOf = async (head) => Math.round((await head.boundingBox()).width);
  const width = () => widthOf(second);
  const before = await width();
  // The heads stand still when the first rows have come and the words are drawn in their own letters.
  const edge = await until(async () => {
    const box = await second.locator('.gh-edge').boundingBox();
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => {}));
    assert.deepEqual(await second.locator('.gh-edge').boundingBox(), box);
    return box;
  });
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + edge.height / 2, { steps: 4 });
  await page.mouse.up();
  await become(width, before + 60);
  await second.locator('.gh-label').click({ button: 'right' });
  await entry(page, say('ตรึงไว้', 'Keep in sight')).click();
  const pinned = () => page.locator('.grid-head .gh.pin').evaluateAll((all) => all.length);
  const pins = await until(async () => {
    const { pinned: kept = [], widths = {} } = await me.call('GET', '/api/preferences/list.contact.core.all-contacts');
    assert.ok(kept.length > 0 && Object.values(widths).includes(before + 60), 'it is kept');
    return kept.length;
  });
  await become(pinned, pins);
  await page.reload();
  await settled(page);
  await become(width, before + 60);
  await become(pinned, pins);
  await press(page, say('ผู้มีอำนาจตัดสินใจ', 'Decision makers'));
  await become(width, before);
  const other = await colleague.page();
  await open(other, '/list/contact?view=core.all-contacts');
  await settled(other);
  await become(() => widthOf(other.locator('.grid-head .gh').nth(2)), before);
  await other.close();
  await press(page, say('ผู้ติดต่อทั้งหมด', 'All contacts'));
  await become(width, before + 60);
  await me.call('PUT', '/api/preferences/list.contact.core.all-contacts', {});
});

inEitherLanguage('a view is kept for a team that is found by typing, however many there are', { who: persona('administrator') }, async ({ page, me, say }) => {
  const teams = [];
  for (let i = 0; i < 21; i++) teams.push(await me.make('team', { name: named('ฮฮ ทีม') }));
  const team = teams.at(-1);
  await open(page, '/list/account?view=core.all-accounts');
  await settled(page);
  await press(page, say('ช่วงเวลา', 'Period'));
  await press(dialog(page), say('เดือนก่อน', 'Last month'));
  await press(page, say('บันทึกมุมมอง', 'Save view'));
  const name = named(say('มุมมองของทีม', 'View of a team'));
  await dialog(page).locator('input').first().fill(name);
  const whom = dialog(page).locator('.select');
  const its = `${say('ทีม', 'Team')} ${team.name}`;
  await whom.click();
  await pick(page, whom, its, team.name);
  await press(dialog(page), say('บันทึก', 'Save'));
  await button(page, name).waitFor();
  const view = (await me.call('GET', '/api/types/account')).views.find((one) => one.label.th === name);
  assert.equal(view.saved.team, team.id);
  await press(page, say('เปลี่ยนชื่อและแบ่งปัน', 'Rename and share'));
  await whom.getByText(its).waitFor();
  await me.call('DELETE', `/api/views/${view.saved.id}`);
  for (const one of teams) await me.call('DELETE', `/api/records/team/${one.id}`, undefined, { 'If-Match': `"${one.version}"` });
});

inEitherLanguage('a star in the search stands for what lies between, and the last searches are offered again', sales, async ({ page, me, say }) => {
  await me.call('PUT', '/api/preferences/searched.account', null);
  const name = named(say('บริษัท ดาวคั่นคำ', 'Stars Between'));
  await me.make('account', { name });
  const text = `${say('ดาว', 'stars')}*${name.split(' ').pop()}`;
  const box = page.getByRole('searchbox');
  await open(page, '/list/account?view=core.all-accounts');
  await settled(page);
  await box.fill(text);
  await become(async () => (await rows(page)).length, 1);
  await page.locator('.grid-row a').first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await open(page, '/list/account?view=core.all-accounts');
  await box.focus();
  await become(() => page.locator('datalist option').evaluateAll((all) => all.map((one) => one.value)), [text]);
});

/** In the page: by how much what stays in its place covers the cell that has the focus. */
const covered = () => {
  const row = document.activeElement.closest('.grid-row');
  const [cell, menu] = [document.activeElement, row.querySelector('.menu-cell')].map((one) => one.getBoundingClientRect());
  const staying = [...row.querySelectorAll('.select-cell, .pin')].map((one) => one.getBoundingClientRect().right);
  return document.activeElement.matches('.pin') ? 0 : Math.max(cell.right - menu.left, Math.max(...staying) - cell.left);
};
const columns = ['code', 'name', 'phone', 'status', 'owner', 'territory', 'modifiedAt'];
const wide = { view: 'core.all-accounts', widths: Object.fromEntries(columns.map((name) => [name, 260])) };

/** Through all columns to the last one and back. */
async function walk(page, told) {
  const go = async (key, column) => {
    await page.keyboard.press(key);
    await page.locator(`[data-row="0"] [data-col="${column}"]:focus`).waitFor();
    const by = await page.evaluate(covered);
    assert.ok(by <= 1, `${by} px of column ${column} are covered, ${told}`);
  };
  await page.locator('[data-row="0"] [data-col="1"]').focus();
  for (let at = 2; at <= columns.length; at++) await go('ArrowRight', at);
  for (let at = columns.length - 1; at >= 1; at--) await go('ArrowLeft', at);
}

inEitherLanguage('whoever walks through a wide list sees all of each column, beside the row menu and what is pinned', { ...sales, timeout: 120_000 }, async ({ page, me }) => {
  for (const [density, pinned, width] of [['compact', ['code'], 1440], ['comfortable', ['code', 'name'], 1440], ['compact', [], 1440], ['compact', ['code'], 800], ['comfortable', [], 800]]) {
    await me.settle({ density });
    await me.call('PUT', `/api/preferences/list.account.${wide.view}`, { columns, widths: wide.widths, pinned });
    await page.setViewportSize({ width, height: 900 });
    await open(page, `/list/account?view=${wide.view}`);
    await page.locator('[data-row="0"] a').waitFor();
    await walk(page, `${density}, ${pinned.length} pinned, ${width} px`);
  }
  await me.settle({ density: 'compact' });
  await me.call('PUT', `/api/preferences/list.account.${wide.view}`, {});
});

inEitherLanguage('a column is made wider and narrower by keys, and stays so; the headings are one stop of the Tab key (GEN-12)', manager, async ({ page, me }) => {
  await fresh(page, me, 'product', 'core.all-products');
  const [first, second] = await headings(page);
  const heading = (name) => page.locator('.grid-head .gh', { has: page.getByRole('button', { name, exact: true }) });
  const drawn = async () => Math.round((await heading(second).boundingBox()).width);
  const before = await drawn();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await heading(first).locator('.gh-label').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), second);
  for (const [key, width] of [['ArrowRight', before + 10], ['ArrowRight', before + 20], ['ArrowLeft', before + 10]]) {
    await page.keyboard.press(`Control+${key}`);
    await become(drawn, width);
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), second);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('[data-row="0"]') !== null), 'in the first row');
  const kept = async () => Object.values((await me.call('GET', '/api/preferences/list.product.core.all-products')).widths ?? {});
  await become(kept, [before + 10]);
  await page.reload();
  await become(drawn, before + 10);
  await me.call('PUT', '/api/preferences/list.product.core.all-products', {});
});
