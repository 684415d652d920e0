import assert from 'node:assert/strict';
import fs from 'node:fs';
import { button, dialog, entry, holdBack, open, press, rows, settled, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const manager = { who: persona('manager') };
const deals = '/list/opportunity?view=sfa.open-opportunities';
const counts = (page) => page.locator('.group-row .count').allInnerTexts();

inEitherLanguage('a list is grouped by keys, its groups add up, and one opens to its rows', manager, async ({ page, me, say }) => {
  await open(page, deals);
  await settled(page);
  await button(page, say('ขั้นตอนการขาย', 'Stage')).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await entry(page, say('จัดกลุ่มตามคอลัมน์นี้', 'Group by this')).click();
  const { fields } = await me.call('GET', '/api/types/opportunity');
  const wanted = [];
  for (const { code, label } of fields.find(({ name }) => name === 'stage').options) {
    const filter = { all: [{ field: 'open', op: '=', value: true }, { field: 'stage', op: '=', value: code }] };
    const question = { filter, fields: [], limit: 1, sums: ['expectedRevenue'], count: 'exact' };
    const { total, sums } = await me.call('POST', '/api/records/opportunity/query', question);
    if (total.value > 0) wanted.push([say(label.th, label.en), String(total.value), sums.expectedRevenue.toFixed(2).replace(/\D/g, '')]);
  }
  const seen = (groups) =>
    groups.map((group) => [...group.querySelectorAll('.tx, .count')].map((one, i) => (i < 2 ? one.innerText : one.innerText.replace(/\D/g, ''))));
  await become(() => page.locator('.group-row').evaluateAll(seen), wanted);
  await page.locator('.group-toggle').first().focus();
  await page.keyboard.press('ArrowRight');
  await until(async () => assert.ok((await rows(page)).filter((cells) => cells.length > 1).length >= Math.min(10, Number(wanted[0][1]))));
});

inEitherLanguage('what stands together in a grouped list stands together in its file, stages in their order', manager, async ({ page, me, say }) => {
  const mark = named('ส่งออกเป็นกลุ่ม');
  const [one, other] = [await me.make('account', { name: `ก ${mark}` }), await me.make('account', { name: `ฮ ${mark}` })];
  const deals = [['considering', other], ['contacted', one], ['considering', one], ['contacted', other], ['contacted', other]];
  for (const [i, [stage, account]] of deals.entries())
    await me.make('opportunity', { name: `${mark} ${i + 1}`, stage, account: account.id, expectedCloseOn: '2099-12-31' });
  const sort = JSON.stringify([{ path: 'name', desc: true }]);
  /** Which of them stand in some lines, one after the other. */
  const inOrder = (lines) => lines.flatMap((line) => line.match(new RegExp(`${mark} (\\d)`))?.[1] ?? []).join('');
  const unfold = button(page, say('กางทั้งหมด', 'Unfold all'));
  // Customers stand in a list by how many deals they have, in a file by their names.
  for (const [group, orders] of [['stage', ['54231']], ['account', ['54132', '32541']]]) {
    const are = (seen) => assert.ok(orders.includes(seen), `by ${group}: ${seen}`);
    const answer = await holdBack(page, '**/api/query');
    await open(page, `/list/opportunity?${new URLSearchParams({ view: 'sfa.open-opportunities', q: mark, group, sort })}`);
    await page.locator('.chips .chip').waitFor();
    assert.equal(await unfold.count(), 0, 'there is nothing to unfold yet');
    answer();
    await unfold.click();
    await until(async () => are(inOrder((await rows(page)).map((cells) => cells.join(' ')))));
    await press(page, say('ส่งออก', 'Export'));
    const downloading = page.waitForEvent('download');
    await entry(page, say('ไฟล์ CSV', 'CSV')).click();
    are(inOrder(fs.readFileSync(await (await downloading).path(), 'utf8').split(/\r?\n/)));
  }
});

inEitherLanguage('what is arranged is kept with its groups and pins, and each part of its filter can be taken away', manager, async ({ page, me, say }) => {
  const filters = encodeURIComponent(JSON.stringify([{ field: 'probability', op: '>=', value: 20 }]));
  await open(page, `${deals}&group=stage&filters=${filters}`);
  await page.locator('.group-row').first().waitFor();
  const grouped = await counts(page);
  await press(page, say('บันทึกมุมมอง', 'Save view'));
  const name = named(say('จัดกลุ่มไว้', 'Kept groups'));
  await dialog(page).locator('input').first().fill(name);
  await page.keyboard.press('Enter');
  await become(() => button(page, name).getAttribute('aria-pressed'), 'true');
  await become(() => counts(page), grouped);
  const kept = (await me.call('GET', '/api/types/opportunity')).views.find((view) => view.label.th === name);
  assert.equal(kept.group, 'stage');
  assert.deepEqual(kept.pinned, ['name']);
  const chips = page.locator('.chips .chip');
  await until(async () => assert.equal(await chips.count(), 3));
  await chips.filter({ hasText: '20' }).getByRole('button').last().click();
  await until(async () => assert.notDeepEqual(await counts(page), grouped));
  assert.equal(await chips.count(), 2);
  await me.call('DELETE', `/api/views/${kept.saved.id}`);
});

inEitherLanguage('a view is pinned in the menu, leads there from anywhere, and is taken out again', manager, async ({ page, say }) => {
  const view = say('ลูกค้าศักยภาพสูง', 'High potential');
  const pins = page.getByRole('navigation', { name: say('ปักหมุด', 'Pinned') });
  const arrange = async (how) => {
    await press(page, say('เพิ่มเติมเกี่ยวกับมุมมองนี้', 'More about this view'));
    await entry(page, how).click();
  };
  await open(page, '/list/account?view=core.high-potential-accounts');
  await settled(page);
  await arrange(say('ปักหมุดในเมนู', 'Pin in the menu'));
  await pins.getByRole('link', { name: view }).waitFor();
  await open(page, '/');
  await pins.getByRole('link', { name: view }).click();
  await page.waitForURL('**/list/account?view=core.high-potential-accounts');
  await become(() => button(page, view).getAttribute('aria-pressed'), 'true');
  await arrange(say('เลิกปักหมุด', 'Unpin from the menu'));
  await pins.waitFor({ state: 'detached' });
});

inEitherLanguage('the foot of a list adds up every column of numbers, over all that was found', manager, async ({ page, me, say }) => {
  const mark = named('บริษัทเครดิต');
  await me.make('account', { name: `${mark} 1`, creditDays: 30 });
  await me.make('account', { name: `${mark} 2`, creditDays: 45 });
  await me.call('PUT', '/api/preferences/list.account.core.all-accounts', { columns: ['name', 'creditDays'] });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(mark)}`);
  const sum = page.locator('.list-foot .num', { hasText: say('เครดิต', 'Credit') });
  await become(() => sum.locator('b').innerText(), '75');
  await me.call('PUT', '/api/preferences/list.account.core.all-accounts', {});
});

const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' });

inEitherLanguage('what is to be done next stands in the list: late in red, today in yellow, later in green', manager, async ({ page, me, say }) => {
  const mark = named('มีนัดถัดไป');
  const days = { danger: '2020-01-01T09:00:00+07:00', warning: `${today()}T23:59:00+07:00`, success: '2031-01-01T09:00:00+07:00' };
  for (const [tone, dueAt] of Object.entries(days)) {
    const lead = await me.make('lead', { name: `${mark} ${tone}` });
    await me.make('activity', { type: 'task', subject: mark, dueAt, regarding: { id: lead.id, entity: 'lead' } });
  }
  await open(page, `/list/lead?view=core.open-leads&q=${encodeURIComponent(mark)}`);
  await until(async () => assert.equal((await rows(page)).length, 3));
  const column = (await page.locator('.gh-label .tx').allInnerTexts()).indexOf(say('กิจกรรมถัดไป', 'Next activity')) + 1;
  for (const tone of Object.keys(days)) {
    await page.locator('.grid-row', { hasText: `${mark} ${tone}` }).locator(`[data-col="${column}"] .pill.t-${tone}`).waitFor();
  }
});

inEitherLanguage('the menu of a row does what the page of its record does', manager, async ({ page, me, say }) => {
  const name = named(say('แถวที่จะลบ', 'Row to delete'));
  await me.make('lead', { name });
  await open(page, `/list/lead?view=core.open-leads&q=${encodeURIComponent(name)}`);
  await until(async () => assert.equal((await rows(page)).length, 1));
  await page.locator('.row-menu').click();
  await entry(page, say('มอบหมาย', 'Assign')).waitFor();
  await entry(page, say('ลบ', 'Delete')).click();
  await press(dialog(page), say('ลบ', 'Delete'));
  await page.getByText(say('ไม่พบรายการที่ตรงกัน', 'Nothing matches')).waitFor();
});

inEitherLanguage('a call is logged from the menu of a row, and is with the customer of that row', { who: persona('sales') }, async ({ page, me, say }) => {
  const mark = named('บริษัทโทรจากแถว');
  await me.make('account', { name: `${mark} 1` });
  const { id, name } = await me.make('account', { name: `${mark} 2` });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(mark)}`);
  await become(async () => (await rows(page)).length, 2);
  await page.getByRole('button', { name: say(`เพิ่มเติมของ ${name}`, `More about ${name}`) }).click();
  await entry(page, say('บันทึกการโทร', 'Log a call')).click();
  await dialog(page).getByText(name).waitFor();
  const said = named('ขอใบเสนอราคา');
  await type(dialog(page), say('ผลของกิจกรรม', 'Result'), said);
  await press(dialog(page), say('บันทึก', 'Save'));
  await become(() => page.getByRole('dialog').count(), 0);
  const [call] = await me.find('activity', { field: 'subject', op: '=', value: said }, ['account', 'type', 'status', 'result']);
  assert.deepEqual([call.account.id, call.type, call.status, call.result], [id, 'phone', 'completed', said]);
});

scene('In Thai: on a phone the head of a list is one line and customers are called from it', { who: persona('sales'), language: languages[0] }, async ({ page, me }) => {
  const { name } = await me.make('account', { name: named('บริษัทโทรได้'), phone: '02-555-0188' });
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `/list/account?q=${encodeURIComponent(name)}`);
  const call = page.locator('.card-row a[href="tel:025550188"]');
  await call.waitFor();
  assert.match(await call.innerText(), /โทร/);
  const head = await page.locator('.page-head').boundingBox();
  assert.ok(head.height < 60, `the head is ${head.height} px high`);
});

/** Draws a line sideways with a finger. */
async function draw(page, line, by) {
  const finger = await page.context().newCDPSession(page);
  const box = await line.boundingBox();
  const y = box.y + box.height / 2;
  const at = (share) => [{ x: box.x + box.width / 2 + by * (share - 0.5), y }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.25, 0.5, 0.75, 1]) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

inEitherLanguage('on the phone a line of a list drawn to the right calls, drawn to the left logs', { who: onPhone('sales') }, async ({ page, me, say }) => {
  const { id, name } = await me.make('account', { name: named('บริษัทปัดโทร'), phone: '02-555-0177' });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  const line = page.locator('.card-row', { hasText: name });
  await line.locator('a[href^="tel:"]').waitFor();
  await page.evaluate(() => addEventListener('click', (event) => {
    window.called = event.target.closest('a[href^="tel:"]')?.href;
    event.preventDefault();
  }, { capture: true, once: true }));
  await draw(page, line, 60);
  assert.equal(await page.evaluate(() => window.called), undefined, 'a finger that only slipped');
  await draw(page, line, 200);
  await become(() => page.evaluate(() => window.called), 'tel:025550177');
  await draw(page, line, -200);
  await dialog(page).locator('textarea:focus').waitFor();
  const said = named('โทรจากรายการ');
  await page.keyboard.type(said);
  await press(dialog(page), say('บันทึก', 'Save'));
  await become(async () => (await me.find('activity', { field: 'subject', op: '=', value: said }, ['account']))[0]?.account.id, id);
});

inEitherLanguage('a row is edited beside its list, and whoever was slower chooses between the two values', { ...manager, refused: [412] }, async ({ page, me, say }) => {
  const { id, name } = await me.make('account', { name: named('บริษัทแก้ไข') });
  const phone = async () => (await me.read('account', id)).phone;
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await become(async () => (await rows(page)).length, 1);
  const change = async (to) => {
    await page.locator('.row-menu').click();
    await entry(page, say('แก้ไข', 'Edit')).click();
    await type(dialog(page), say('โทรศัพท์', 'Phone'), to);
    if (to.endsWith('2')) {
      const { version } = await me.read('account', id);
      await me.call('PATCH', `/api/records/account/${id}`, { phone: '02-999-9999' }, { 'If-Match': `"${version}"` });
    }
    await press(dialog(page), say('บันทึก', 'Save'));
  };
  await change('02-111-1111');
  await page.locator('.grid-row', { hasText: '02-111-1111' }).waitFor();
  await change('02-222-2222');
  const line = dialog(page).locator('tbody tr');
  await line.getByText('02-999-9999').waitFor();
  assert.equal(await line.count(), 1, 'only what was changed is asked about');
  await press(dialog(page), say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(phone, '02-222-2222');
  await page.locator('.ant-drawer').waitFor({ state: 'detached' });
});
