import assert from 'node:assert/strict';
import { open, rows } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const headings = (page) => page.locator('.gh-label .tx').allInnerTexts();
const found = (entity, view, mark) => `/list/${entity}?view=${view}&q=${encodeURIComponent(mark)}`;

inEitherLanguage('a value is changed in the list itself: F2, what is typed, Enter or Tab', sales, async ({ page, me, say }) => {
  const { keyboard } = page;
  const { id, name } = await me.make('account', { name: named('ลูกค้าในตาราง'), phone: '02-111-0000' });
  const phone = async () => (await me.read('account', id)).phone;
  await open(page, found('account', 'core.all-accounts', name));
  await become(async () => (await rows(page)).length, 1);
  const column = (await headings(page)).indexOf(say('โทรศัพท์', 'Phone')) + 1;
  await page.locator('[data-row="0"] [data-col="1"]').focus();
  for (let at = 1; at < column; at++) await keyboard.press('ArrowRight');
  const write = async (text, leaveBy) => {
    await keyboard.press('F2');
    await page.locator('.in-place input:focus').waitFor();
    await keyboard.press('Control+A');
    await keyboard.type(text);
    await keyboard.press(leaveBy);
    await become(phone, text);
    await page.locator(`[data-row="0"] [data-col="${column}"]`, { hasText: text }).waitFor();
  };
  await write('02-222-0000', 'Enter');
  await page.locator(`[data-row="0"] [data-col="${column}"]:focus`).waitFor();
  await write('02-333-0000', 'Tab');
  await page.locator('.in-place :focus').waitFor();
  assert.notEqual(await page.locator('.in-place :focus').getAttribute('aria-label'), say('โทรศัพท์', 'Phone'));
  // Of a choice the first closes what can be chosen.
  await until(async () => {
    await keyboard.press('Escape');
    assert.equal(await page.locator('.in-place').count(), 0);
  });
});

inEitherLanguage('a day typed short in a list is taken by Tab, which leads on to the next cell', sales, async ({ page, me, say }) => {
  const { keyboard } = page;
  const account = await me.make('account', { name: named('บริษัทวันในตาราง') });
  const name = named('โอกาสวันในตาราง');
  const { id } = await me.make('opportunity', { name, account: account.id, expectedCloseOn: '2099-12-31', expectedRevenue: 5 });
  await open(page, found('opportunity', 'sfa.all-opportunities', name));
  await become(async () => (await rows(page)).length, 1);
  const column = (await headings(page)).indexOf(say('วันที่คาดว่าจะปิดการขาย', 'Expected close date')) + 1;
  assert.ok(column > 0, (await headings(page)).join());
  for (const typed of ['25/8/70', '26/08/2570']) {
    await page.locator(`[data-row="0"] [data-col="${column}"]`).focus();
    await keyboard.press('F2');
    await page.locator('.in-place input:focus').waitFor();
    await keyboard.press('Control+A');
    await keyboard.type(typed);
    await keyboard.press('Tab');
    const day = typed.slice(0, 2);
    await become(async () => (await me.read('opportunity', id)).expectedCloseOn, `2027-08-${day}`);
    await page.locator(`[data-row="0"] [data-col="${column}"]`, { hasText: say(`${day} ส.ค.`, `${day} Aug`) }).waitFor();
    const edited = page.locator('.gc.edited');
    await edited.locator(':focus').waitFor();
    assert.notEqual(await edited.getAttribute('data-col'), String(column));
    await until(async () => {
      await keyboard.press('Escape');
      assert.equal(await page.locator('.in-place').count(), 0);
    });
  }
});

inEitherLanguage('in a list nothing is offered for change that a state keeps shut, nor the state itself', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทปิดแล้ว') });
  const mark = named('ปิดแล้วในตาราง');
  const deal = (name) => me.make('opportunity', { name: `${name} ${mark}`, account: account.id, expectedCloseOn: '2099-12-31', expectedRevenue: 5 });
  await deal('A');
  const { id, version } = await deal('B');
  await me.call('POST', `/api/records/opportunity/${id}/actions/close-lost`, { input: { lostReason: 'budget' } }, { 'If-Match': `"${version}"` });
  await open(page, found('opportunity', 'sfa.all-opportunities', mark));
  await become(async () => (await rows(page)).length, 2);
  const revenue = (await headings(page)).indexOf(say('รายได้ที่คาดหวัง', 'Estimated revenue')) + 1;
  const row = (name) => page.locator('.grid-row', { hasText: `${name} ${mark}` });
  const edited = page.locator('.gc.edited');
  await row('A').locator(`[data-col="${revenue}"]`).dblclick();
  await edited.locator('.in-place input').waitFor();
  await page.keyboard.press('Escape');
  await become(() => edited.count(), 0);
  for (const cell of [row('B').locator(`[data-col="${revenue}"]`), row('A').locator('[role=gridcell]:has(.pill)').first()]) {
    await cell.dblclick();
    assert.equal(await edited.count(), 0, await cell.innerText());
  }
});

inEitherLanguage('what is typed stays with its record when another comes in above it', sales, async ({ page, me, say }) => {
  const mark = named('แถวที่เลื่อน');
  const { id } = await me.make('account', { name: `B ${mark}`, phone: '02-111-0000' });
  await open(page, found('account', 'core.all-accounts', mark));
  await become(async () => (await rows(page)).length, 1);
  const column = (await headings(page)).indexOf(say('โทรศัพท์', 'Phone')) + 1;
  await page.locator(`[data-row="0"] [data-col="${column}"]`).dblclick();
  const typed = page.locator('.in-place input');
  await typed.fill('02-777-0000');
  const other = await me.make('account', { name: `A ${mark}`, phone: '02-222-0000' });
  await page.locator('[data-row="0"]', { hasText: `A ${mark}` }).waitFor();
  assert.equal(await typed.inputValue(), '02-777-0000');
  await page.keyboard.press('Enter');
  await become(async () => (await me.read('account', id)).phone, '02-777-0000');
  assert.equal((await me.read('account', other.id)).phone, '02-222-0000');
});

inEitherLanguage('in a list nothing is offered for change that its form keeps shut, and what is refused is said at the cell', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const mark = named('ส่งไปแล้ว');
  const account = await me.make('account', { name: mark, email: 'not.there@shop.example' });
  const sent = await me.call('POST', '/api/mail', { to: [account.email], subject: `A ${mark}`, body: 'x', about: { entity: 'account', id: account.id } });
  await me.make('activity', { type: 'task', subject: `B ${mark}` });
  assert.ok(sent);
  await open(page, found('activity', 'core.all-activities', mark));
  await become(async () => (await rows(page)).length, 2);
  const column = (await headings(page)).indexOf(say('เรื่อง', 'Subject')) + 1;
  const cell = (name) => page.locator('.grid-row', { hasText: `${name} ${mark}` }).locator(`[data-col="${column}"]`);
  const edited = page.locator('.gc.edited');
  const edit = async (name) => {
    await cell(name).focus();
    await page.keyboard.press('F2');
  };
  await edit('A');
  assert.equal(await edited.count(), 0, 'what went out stays as it was said');
  await edit('B');
  const words = edited.locator('input, textarea');
  await words.fill('');
  await page.keyboard.press('Enter');
  await edited.getByRole('alert').waitFor();
  await words.fill(`C ${mark}`);
  await page.keyboard.press('Enter');
  await cell('C').waitFor();
});

inEitherLanguage('what is typed in a cell goes nowhere else when another window moves the columns or takes one away', sales, async ({ page, me, say }) => {
  const { keyboard } = page;
  const { id, name } = await me.make('account', { name: named('ลูกค้าคอลัมน์ขยับ'), phone: '02-111-0000' });
  const body = { entity: 'account', name: named('มุมมองคอลัมน์'), audience: 'private', columns: ['name', 'phone', 'email'] };
  const view = await me.call('POST', '/api/views', body);
  const arranged = (columns) => me.call('PUT', `/api/views/${view.saved.id}`, { ...body, columns }, { 'If-Match': '*' });
  const phone = page.getByRole('textbox', { name: say('โทรศัพท์', 'Phone'), exact: true });
  await open(page, found('account', view.id, name));
  await become(async () => (await rows(page)).length, 1);
  const begin = async () => {
    await page.locator('[data-row="0"] [data-col="2"]').dblclick();
    await phone.waitFor();
    await keyboard.press('Control+A');
    await keyboard.type('02-999-');
  };
  await begin();
  await arranged(['email', 'code', 'name', 'phone']);
  await become(async () => (await headings(page)).length, 4);
  await keyboard.type('8888');
  await keyboard.press('Enter');
  await become(async () => (await me.read('account', id)).phone, '02-999-8888');

  await arranged(['name', 'phone', 'email']);
  await become(async () => (await headings(page)).length, 3);
  await begin();
  await arranged(['name', 'email']);
  await become(async () => (await headings(page)).length, 2);
  await keyboard.type('7777');
  await keyboard.press('Enter');
  await become(() => page.locator('.in-place').count(), 0);
  const after = await me.read('account', id);
  assert.deepEqual([after.name, after.phone, after.email ?? null], [name, '02-999-8888', null]);
  await me.call('DELETE', `/api/views/${view.saved.id}`);
});
