import assert from 'node:assert/strict';
import { counting } from '../stage/clicks.mjs';
import { button, choose, dialog, drag, entry, open, pick, press, rows, settled, twoDays, writeDay } from '../stage/hands.mjs';
import { tabTo } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const accounts = '/list/account?view=core.all-accounts';
const all = (say) => say('ทุกคอลัมน์', 'All columns');
const searchBox = (page) => page.getByRole('searchbox');

/** The texts of one column of a list, found by its heading. */
async function column(page, heading) {
  const headings = await page.locator('.gh-label .tx').allInnerTexts();
  const at = headings.indexOf(heading);
  assert.notEqual(at, -1, `no column ${heading} among ${headings.join(', ')}`);
  return (await rows(page)).map((cells) => cells[at]);
}

inEitherLanguage('what is typed narrows the list, in all columns or in one (GEN-10 GEN-11)', sales, async ({ page, say }) => {
  await open(page, accounts);
  await settled(page);
  const names = () => column(page, say('ชื่อลูกค้า', 'Account name'));
  await searchBox(page).fill('พัฒนา');
  await until(async () => {
    const found = await names();
    assert.ok(found.length > 0 && found.every((name) => name.includes('พัฒนา')), found.join());
  });
  await searchBox(page).fill('union');
  await until(async () => assert.ok((await names()).some((name) => name.includes('ยูเนี่ยน'))));
  const phone = say('โทรศัพท์', 'Phone');
  await press(page, all(say));
  await entry(page, phone).click();
  await page.getByText(say('ไม่พบรายการที่ตรงกัน', 'Nothing matches')).waitFor();
  await searchBox(page).fill('02-8');
  await until(async () => {
    const found = await column(page, phone);
    assert.ok(found.length > 0 && found.every((text) => text.includes('02-8')), found.join());
  });
});

inEitherLanguage('a letter jumps to the names that stand under it: leading vowels, titles and forms of companies do not count (GEN-10)', sales, async ({ page, me, say }) => {
  const latin = await me.find('lead', { field: 'name', op: '=', value: 'Anna Berg' });
  if (latin.length === 0) await me.make('lead', { name: 'Anna Berg' });
  await open(page, '/list/lead?view=core.all-leads');
  const names = () => column(page, say('ชื่อ-นามสกุล', 'Full name'));
  const jump = async (letter) => {
    await page.getByRole('button', { name: say('ตัวอักษรแรก', 'First letter') }).click();
    await press(page, letter);
    await page.getByText(say(`ขึ้นต้นด้วย ${letter}`, `Starts with ${letter}`), { exact: true }).waitFor();
    await settled(page);
  };
  await jump('อ');
  await until(async () => {
    const found = await names();
    assert.ok(found.every((name) => /^(คุณ|นาย|นาง|นางสาว)? ?[เแโใไ]?อ/.test(name)), found.join());
    assert.ok(found.some((name) => name.startsWith('เอ')) && found.some((name) => name.startsWith('อ')));
  });
  await press(page, say('ล้างตัวกรอง', 'Clear filters'));
  await jump('A');
  await become(names, ['Anna Berg']);
  await open(page, accounts);
  await jump('ก');
  await until(async () => {
    const found = await column(page, say('ชื่อลูกค้า', 'Account name'));
    assert.ok(found.length > 1 && found.every((name) => /^(บริษัท|บจก\.|บมจ\.|หจก\.|ห้างหุ้นส่วนจำกัด)? ?[เแโใไ]?ก/.test(name)), found.join());
  });
});

const headings = (page) => page.locator('.gh-label .tx').allInnerTexts();

inEitherLanguage('hidden and moved columns stay so for this person and nobody else (GEN-09 GEN-12 GEN-13)', sales, async ({ page, me, say }) => {
  await me.call('PUT', '/api/preferences/list.account.core.all-accounts', {});
  await open(page, accounts);
  await settled(page);
  const before = await headings(page);
  await press(page, say('คอลัมน์', 'Columns'));
  const panel = page.locator('.columns-panel');
  await panel.getByText(before[2], { exact: true }).click();
  await become(() => headings(page), before.toSpliced(2, 1));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  const wanted = [before[1], before[0], ...before.slice(3)];
  await drag(page, button(page, before[0]), button(page, before[1]));
  await become(() => headings(page), wanted);
  await until(async () =>
    assert.equal((await me.call('GET', '/api/preferences/list.account.core.all-accounts'))?.columns?.length, wanted.length),
  );
  await page.reload();
  await settled(page);
  await become(() => headings(page), wanted);
  const manager = await persona('manager')();
  await manager.settle({ locale: say('th', 'en') });
  const other = await manager.page();
  await open(other, accounts);
  await settled(other);
  await become(() => headings(other), before);
  await other.close();
  await press(page, say('คอลัมน์', 'Columns'));
  await press(page, say('กลับเป็นค่าเริ่มต้น', 'Reset to default'));
  await become(() => headings(page), before);
});

/** The day in Bangkok that lies some days from today, YYYY-MM-DD. */
const day = (offset = 0) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const between = (from, to) => ({
  all: [
    { field: 'createdAt', op: '>=', value: `${from}T00:00:00+07:00` },
    { field: 'createdAt', op: '<', value: `${to}T00:00:00+07:00` },
  ],
});
const firstOfMonth = (months) => {
  const [year, month] = day().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};

/** Asks for a period and compares the number of the list with that of the days themselves. */
async function period({ page, me, say }, words, from, to) {
  await press(page, say('ช่วงเวลา', 'Period'));
  await press(dialog(page), say('สร้างเมื่อ', 'Created'));
  await press(dialog(page), words);
  await settled(page);
  const expected = await me.count('activity', between(from, to));
  await page.getByText(say(`${expected} รายการ`, `${expected} record${expected === 1 ? '' : 's'}`), { exact: true }).waitFor();
  return expected;
}

inEitherLanguage('a list shows today, the last seven days, this month (GEN-14 GEN-15 GEN-16)', sales, async (stage) => {
  const { page, say } = stage;
  await open(page, '/list/activity?view=core.all-activities');
  await settled(page);
  await stage.me.make('activity', { subject: say('ทดสอบวันนี้', 'Test of today'), type: 'task', priority: 'normal' });
  const today = await period(stage, say('วันนี้', 'Today'), day(), day(1));
  const week = await period(stage, say('7 วันล่าสุด', 'Last 7 days'), day(-6), day(1));
  const month = await period(stage, say('เดือนนี้', 'This month'), firstOfMonth(0), firstOfMonth(1));
  assert.ok(today >= 1 && week >= today && month >= 1, `${today} ${week} ${month}`);
});

inEitherLanguage('further periods and days from – to are chosen freely (GEN-17)', sales, async (stage) => {
  const { page, me, say } = stage;
  await open(page, '/list/activity?view=core.all-activities');
  await settled(page);
  await period(stage, say('เมื่อวาน', 'Yesterday'), day(-1), day());
  await period(stage, say('เดือนก่อน', 'Last month'), firstOfMonth(-1), firstOfMonth(0));
  await period(stage, say('ปีนี้', 'This year'), `${day().slice(0, 4)}-01-01`, `${Number(day().slice(0, 4)) + 1}-01-01`);
  await press(page, say('ช่วงเวลา', 'Period'));
  const inBuddhistYears = (iso) => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}/${Number(iso.slice(0, 4)) + 543}`;
  const [from, to] = [day(-40), day(-11)];
  const [first, last] = await twoDays(dialog(page));
  await writeDay(first, inBuddhistYears(from));
  await writeDay(last, inBuddhistYears(to));
  const expected = await me.count('activity', between(from, day(-10)));
  await page.getByText(say(`${expected} รายการ`, `${expected} records`), { exact: true }).waitFor();
});

inEitherLanguage('a click on a heading sorts, the next one the other way', sales, async ({ page, say }) => {
  await open(page, '/list/product?view=core.all-products');
  await settled(page);
  const code = say('รหัสสินค้า', 'Product code');
  const codes = () => column(page, code);
  await button(page, code).click();
  await until(async () => {
    const found = await codes();
    assert.deepEqual(found, [...found].sort());
    assert.ok(found.length > 10);
  });
  await button(page, code).click();
  await until(async () => {
    const found = await codes();
    assert.deepEqual(found, [...found].sort().reverse());
  });
});

inEitherLanguage('what is chosen in a list is assigned, changed and deleted at once', { who: persona('manager') }, async ({ page, me, say }) => {
  const mark = named('หลายราย');
  const made = [];
  for (const each of ['ก', 'ข', 'ค']) made.push(await me.make('lead', { name: `${mark} ${each}`, rating: 'cold' }));
  await open(page, `/list/lead?view=core.open-leads&q=${encodeURIComponent(mark)}`);
  const two = made.slice(0, 2);
  const ask = async (command) => {
    for (const { name } of two) await page.getByRole('checkbox', { name: say(`เลือก ${name}`, `Choose ${name}`), exact: true }).check();
    await page.getByText(say('เลือกแล้ว 2 รายการ', '2 chosen')).waitFor();
    await press(page, say('คำสั่ง', 'Actions'));
    await entry(page, command).click();
    return dialog(page);
  };
  const cells = async (heading) => (await column(page, heading)).toSorted();
  const owner = say('ผู้ดูแล', 'Owner');
  const before = await until(async () => {
    const [words] = await column(page, owner);
    return words ?? assert.fail('no row yet');
  });
  const seller = salesperson(say);
  const assigning = await ask(say('มอบหมาย', 'Assign'));
  await choose(assigning, owner, seller, seller);
  await press(assigning, say('มอบหมาย', 'Assign'));
  await become(() => cells(owner), [seller, seller, before].toSorted());
  const changing = await ask(say('แก้ไขค่าในฟิลด์', 'Edit a field'));
  const [rating, hot] = [say('ระดับความสนใจ', 'Rating'), say('สนใจมาก', 'Hot')];
  await changing.locator('.select').click();
  await pick(page, changing, rating, rating);
  await press(dialog(page), say('บันทึก', 'Save'));
  await dialog(page).getByText(say('ยังไม่ได้ใส่ค่า', 'There is no value')).waitFor();
  await press(dialog(page), say('ยกเลิก', 'Cancel'));
  await choose(dialog(page), rating, hot);
  await press(dialog(page), say('บันทึก', 'Save'));
  await become(async () => (await cells(rating)).filter((words) => words === hot).length, 2);
  await press(await ask(say('ลบ', 'Delete')), say('ลบ', 'Delete'));
  await become(() => page.locator('.grid-row a').allInnerTexts(), [made[2].name]);
});

const manager = { who: persona('manager') };
const leads = (page) => page.locator('a[href*="/list/lead"]').first();

inEitherLanguage("a manager filters last month's hot leads and keeps the view with five clicks", manager, async ({ page, me, say }) => {
  await open(page, '/');
  const clicks = await counting(page);
  await leads(page).click();
  await settled(page);
  await press(page, say('ลูกค้าใหม่ที่สนใจมาก', 'Hot leads'));
  await press(page, say('ช่วงเวลา', 'Period'));
  await press(dialog(page), say('เดือนก่อน', 'Last month'));
  await press(page, say('บันทึกมุมมอง', 'Save view'));
  const name = say('ร้อนเดือนก่อน', 'Hot of last month');
  await dialog(page).locator('input').first().fill(name);
  await page.keyboard.press('Enter');
  await button(page, name).waitFor();
  await become(() => button(page, name).getAttribute('aria-pressed'), 'true');
  clicks.atMost(5);
  const views = (await me.call('GET', '/api/types/lead')).views.filter((view) => view.label.th === name);
  assert.equal(views.length, 1);
  assert.match(JSON.stringify(views[0].filter), /@lastMonth/);
  await me.call('DELETE', `/api/views/${views[0].saved.id}`);
});

inEitherLanguage('a manager assigns ten leads to a colleague with five clicks, and takes it back', manager, async ({ page, me, say }) => {
  const mark = `Assign ${Date.now()}`;
  const leadsMade = [];
  for (let i = 0; i < 10; i++) leadsMade.push(await me.make('lead', { name: `${mark} ${i}` }));
  const colleague = (await me.find('user', { field: 'id', op: '!=', value: me.id }, ['name', 'nameEn'])).find((one) => one.nameEn);
  await open(page, '/');
  const clicks = await counting(page);
  await leads(page).click();
  await settled(page);
  await tabTo(page, searchBox(page));
  await page.keyboard.type(mark);
  await until(async () => assert.equal((await rows(page)).length, 10));
  const boxes = page.locator('.grid-row .check');
  await boxes.nth(0).click();
  await page.getByText(say('เลือกแล้ว 1 รายการ', '1 chosen')).waitFor();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  await page.getByText(say('เลือกแล้ว 10 รายการ', '10 chosen')).waitFor();
  await press(page, say('มอบหมาย', 'Assign'));
  await pick(page, dialog(page), say(colleague.name, colleague.nameEn), colleague.name);
  await dialog(page).locator('button[type=submit]').press('Enter');
  await until(async () => assert.equal(await me.count('lead', { all: [{ field: 'owner', op: '=', value: colleague.id }, { field: 'name', op: 'startsWith', value: mark }] }), 10));
  clicks.atMost(5);
  await press(page, say('ย้อนคืน', 'Undo'));
  await until(async () => assert.equal(await me.count('lead', { all: [{ field: 'owner', op: '=', value: me.id }, { field: 'name', op: 'startsWith', value: mark }] }), 10));
});

inEitherLanguage("the administrator's columns of a role reach its people (GEN-09)", { who: persona('administrator') }, async ({ page, say }) => {
  await open(page, '/list/contact?view=core.all-contacts');
  await settled(page);
  await press(page, say('คอลัมน์', 'Columns'));
  const panel = page.locator('.columns-panel');
  const hidden = (await headings(page))[2];
  await panel.getByText(hidden, { exact: true }).click();
  const wanted = await headings(page);
  assert.ok(!wanted.includes(hidden));
  await panel.locator('.select').click();
  await pick(page, panel, say('พนักงานขาย', 'Salesperson'));
  await press(page, say('บันทึกเป็นค่าเริ่มต้นของบทบาท', 'Save as default for the role'));
  await page.locator('.toast').first().waitFor();
  const person = await persona('sales')();
  await person.settle({ locale: say('th', 'en') });
  const other = await person.page();
  await open(other, '/list/contact?view=core.all-contacts');
  await settled(other);
  await become(() => headings(other), wanted);
  await other.close();
  await press(page, say('นำออก', 'Remove'));
  await press(page, say('กลับเป็นค่าเริ่มต้น', 'Reset to default'));
});

inEitherLanguage('the foot of a list tells how many there are and adds up their money (GEN-10)', sales, async ({ page, me, say }) => {
  await open(page, '/list/opportunity?view=sfa.all-opportunities');
  const question = { sums: ['expectedRevenue'], count: 'exact', limit: 1 };
  const { total, sums } = await me.call('POST', '/api/records/opportunity/query', question);
  const foot = page.locator('.list-foot');
  await foot.getByText(String(total.value)).waitFor();
  const digits = async () => (await foot.locator('.num b').first().innerText()).replace(/\D/g, '');
  await become(digits, sums.expectedRevenue.toFixed(2).replace(/\D/g, ''));
});
