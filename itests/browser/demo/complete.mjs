import assert from 'node:assert/strict';
import { button, choose, control, dialog, edit, entry, fact, holdBack, open, pick, press, savedAnyway, settled, type, typeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const tab = (page, name) => page.getByRole('tab', { name }).first().click();
const customer = async (page, me, name, values = {}) => {
  const account = await me.make('account', { name: named(name), ...values });
  await open(page, `/record/account/${account.id}`);
  return account;
};
/** Writes a text where it stands. */
const write = async (page, field, text) => {
  const box = (await edit(page, field)).locator('textarea');
  await box.fill(text);
  await box.press('Control+Enter');
  await become(() => fact(page, field).innerText(), text);
};
const part = (page, field, nth) => page.locator(`.facts [data-field="${field}"] .part`).nth(nth);

inEitherLanguage('a lead is put down with a few fields and completed later (LCA-02)', sales, async ({ page, say }) => {
  await open(page, '/');
  const name = named(say('คุณเร่งรีบ', 'Khun Quick'));
  await press(page, say('สร้างใหม่', 'New'));
  await entry(page, say('ลูกค้าใหม่ (Lead)', 'Lead')).click();
  const form = dialog(page);
  assert.ok((await form.locator('.field').count()) <= 8, 'a quick form is short');
  await type(form, say('ชื่อ-นามสกุล', 'Full name'), name);
  await type(form, say('มือถือ', 'Mobile'), '081-777-0101');
  await press(form, say('บันทึก', 'Save'));
  await savedAnyway(page, say, page.getByRole('link', { name }).or(page.locator('.record-head h1', { hasText: name })));
  if ((await page.locator('.record-head').count()) === 0) await page.getByRole('link', { name }).first().click();
  const company = (await edit(page, 'company')).locator('input');
  await company.fill('บริษัท เติมทีหลัง จำกัด');
  await company.press('Enter');
  await become(() => fact(page, 'company').innerText(), 'บริษัท เติมทีหลัง จำกัด');
  await become(() => fact(page, 'mobile').innerText(), '081-777-0101');
});

inEitherLanguage('a customer has addresses for several ends, and each leads to its map (LCA-04)', sales, async ({ page, me, say }) => {
  const account = await customer(page, me, 'บริษัทหลายที่อยู่');
  const add = () => button(page, say('เพิ่ม: ที่อยู่', 'Add: addresses')).click();
  const kinds = [say('ที่อยู่หลัก', 'Main address'), say('ที่อยู่จัดส่ง', 'Shipping address')];
  await page.locator('[data-field="addresses"]').waitFor();
  await add();
  await type(dialog(page), say('ลิงก์แผนที่', 'Map link'), 'https://maps.example.com/?q=13.75,100.5');
  await press(dialog(page), say('ตกลง', 'OK'));
  await part(page, 'addresses', 0).waitFor();
  await add();
  await choose(dialog(page), say('ประเภทที่อยู่', 'Kind of address'), kinds[1]);
  await press(dialog(page), say('ตกลง', 'OK'));
  await part(page, 'addresses', 1).filter({ hasText: kinds[1] }).waitFor();
  await page.reload();
  await part(page, 'addresses', 0).filter({ hasText: kinds[0] }).getByRole('link').waitFor();
  const kept = await me.read('account', account.id);
  assert.deepEqual(kept.addresses.map(({ kind }) => kind), ['main', 'shipping']);
});

inEitherLanguage('any number of links on the web are kept with a customer, and lead there (LCA-06)', sales, async ({ page, me, say }) => {
  await customer(page, me, 'บริษัทหลายลิงก์');
  for (let n = 0; n < 3; n++) {
    await page.getByRole('button', { name: say('เพิ่ม: ลิงก์เว็บ', 'Add: web links') }).click();
    await control(dialog(page), say('ที่อยู่เว็บ', 'Address')).locator('input').fill(`https://www.example.co.th/${n}`);
    await press(dialog(page), say('ตกลง', 'OK'));
    await part(page, 'links', n).waitFor();
  }
  await page.reload();
  await become(
    () => page.locator('.facts [data-field="links"] a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    [0, 1, 2].map((n) => `https://www.example.co.th/${n}`),
  );
});

inEitherLanguage('how a customer likes to be reached is kept, and found in lists (LCA-07)', sales, async ({ page, me, say }) => {
  const { name } = await customer(page, me, 'บริษัทชอบไลน์');
  await pick(page, await edit(page, 'preferredContact'), 'LINE');
  await become(() => fact(page, 'preferredContact').innerText(), 'LINE');
  const filter = { all: [{ field: 'preferredContact', op: '=', value: 'line' }, { field: 'name', op: '=', value: name }] };
  assert.equal((await me.find('account', filter, ['name'])).length, 1);
});

inEitherLanguage('strengths, weaknesses, opportunities and threats of a customer are written down (LCA-08 LCA-09 LCA-10 LCA-11)', sales, async ({ page, me, say }) => {
  await customer(page, me, 'บริษัทวิเคราะห์');
  const words = say(['ทีมขายแข็ง', 'ต้นทุนสูง', 'ตลาดใหม่ในลาว', 'คู่แข่งรายใหญ่'], ['Strong sales', 'High costs', 'New market', 'Large rival']);
  const fields = ['strengths', 'weaknesses', 'opportunities', 'threats'];
  for (const [i, field] of fields.entries()) await write(page, field, words[i]);
  await page.reload();
  for (const [i, field] of fields.entries()) await become(() => fact(page, field).innerText(), words[i]);
});

inEitherLanguage('notes and files are kept on the customer (LCA-12 LCA-13)', sales, async ({ page, me, say }) => {
  const { id } = await customer(page, me, 'บริษัทมีบันทึก');
  const note = named(say('ชอบให้โทรตอนเช้า', 'Likes calls in the morning'));
  await page.locator('.composer textarea').first().fill(note);
  await page.locator('.composer textarea').first().press('Control+Enter');
  await page.locator('.timeline > li', { hasText: note }).waitFor();
  await tab(page, say('บันทึก', 'Notes'));
  await page.getByRole('tabpanel').getByText(note).waitFor();
  await tab(page, say('ไฟล์แนบ', 'Attachments'));
  const plan = { name: 'แผนที่.txt', mimeType: 'text/plain', buffer: Buffer.from('เลี้ยวซ้ายที่ศาลา') };
  await page.getByRole('tabpanel').locator('input[type=file]').first().setInputFiles(plan);
  await page.getByRole('tabpanel').getByText('แผนที่.txt').waitFor();
  const [file] = (await me.call('GET', `/api/records/account/${id}/files`)).items;
  assert.equal(file.name, 'แผนที่.txt');
});

inEitherLanguage('the details of a customer tell who changed what and when (LCA-03)', sales, async ({ page, me, say }) => {
  await customer(page, me, 'บริษัทเปลี่ยนเบอร์', { phone: '02-111-2222' });
  const phone = (await edit(page, 'phone')).locator('input');
  await phone.fill('02-333-4444');
  await phone.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-333-4444');
  await tab(page, say('ประวัติการแก้ไข', 'History'));
  await page.getByRole('tabpanel').locator('li', { hasText: '02-111-2222' }).filter({ hasText: '02-333-4444' }).filter({ hasText: salesperson(say) }).first().waitFor();
});

inEitherLanguage('companies of one group: which, how many and how they hang together (LCA-27)', sales, async ({ page, me, say }) => {
  const holding = await me.make('account', { name: named('บริษัท กลุ่มบัวหลวง') });
  const north = await customer(page, me, 'บริษัท บัวเหนือ', { parent: holding.id });
  await me.make('account', { name: named('บริษัท บัวใต้'), parent: holding.id });
  await page.locator('[id="tab-account.parent"]').click();
  const tree = page.locator('.tree');
  await tree.getByText(say('ลูกค้าทั้งกลุ่ม: 3', 'Accounts of the whole group: 3')).waitFor();
  await tree.locator('[aria-current]', { hasText: north.name }).waitFor();
  await tree.getByRole('link', { name: holding.name }).click();
  await page.locator('.record-head h1', { hasText: holding.name }).waitFor();
});

inEitherLanguage('an opportunity begins on the page of the customer, who stands in it (LCA-30)', sales, async ({ page, me, say }) => {
  const account = await customer(page, me, 'บริษัทอยากซื้อ');
  await page.locator('[id="tab-opportunity.account"]').click();
  await press(page.getByRole('tabpanel'), say('สร้างโอกาสทางการขาย', 'New Opportunity'));
  const form = dialog(page);
  const name = named(say('ขายเครื่องพิมพ์', 'Printers'));
  await type(form, say('ชื่อโอกาสทางการขาย', 'Opportunity name'), name);
  await typeDay(form, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '30/6/2641');
  await press(form, say('บันทึก', 'Save'));
  await page.getByRole('tabpanel').getByRole('link', { name }).click();
  await become(() => fact(page, 'account').innerText(), account.name);
});

inEitherLanguage('the customers who can buy most come first (OPP-02)', { who: persona('manager') }, async ({ page, me }) => {
  const { name } = await me.make('account', { name: named('บริษัท มั่งคั่ง'), potential: 'high', annualRevenue: 999_999_999_999 });
  await open(page, '/list/account?view=core.purchasing-power');
  await settled(page);
  await page.locator('.grid-row').filter({ hasText: name }).first().waitFor();
  await until(async () => {
    const revenues = await page.locator('.grid-row:not(:has(.sk)) [data-col="3"]').allInnerTexts();
    const numbers = revenues.map((words) => Number(words.replace(/[^\d.]/g, '')));
    assert.ok(numbers.length > 5 && numbers.every((n, i) => i === 0 || n <= numbers[i - 1]), String(revenues));
  });
});

inEitherLanguage('a box takes nothing that would be gone once what it holds is saved', sales, async ({ page, me, say }) => {
  const account = await customer(page, me, 'บริษัทสายช้ามาก');
  const saved = await holdBack(page, `**/api/records/account/${account.id}`, (request) => request.method() === 'PATCH');
  const phone = (await edit(page, 'phone')).locator('input');
  await phone.fill('02-222-2222');
  await phone.press('Enter');
  await phone.pressSequentially('99');
  assert.equal(await phone.inputValue(), '02-222-2222');
  saved();
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');

  await page.locator('.composer').getByText(say('งาน', 'Task'), { exact: true }).click();
  const made = await holdBack(page, '**/api/records/activity');
  const subject = page.locator('.composer form input').first();
  await subject.fill('โทรนัด');
  await subject.press('Enter');
  await subject.pressSequentially('วันศุกร์');
  assert.equal(await subject.inputValue(), 'โทรนัด');
  made();
  await become(() => subject.inputValue(), '');
  await subject.pressSequentially('ต่อไป');
  assert.equal(await subject.inputValue(), 'ต่อไป');
});
