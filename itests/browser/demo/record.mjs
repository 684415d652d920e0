import assert from 'node:assert/strict';
import { counting, tasks } from '../stage/clicks.mjs';
import { become, until } from '../stage/until.mjs';
import { button, dialog, edit, fact, open, press, ready, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { picture } from '../stage/picture.mjs';
import { onPhone, persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';

const sales = { who: persona('sales') };

const tab = (page, name) => page.getByRole('tab', { name });
const entry = (page, text) => page.locator('.timeline > li', { hasText: text }).first();
const recent = (page, name) => page.locator('#main').getByRole('link', { name, exact: true }).first();

/** The first minute of the day: what is due then stands on top of the page of the day. */
const thisMorning = () => `${new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' })}T00:01:00+07:00`;

/** Looks at a record once, so that it stands among the last ones at home. */
async function lookAt(page, entity, id) {
  const isKept = (request) => request.method() === 'PUT' && request.url().endsWith('/preferences/recent');
  const remembered = page.waitForRequest(isKept);
  await open(page, `/record/${entity}/${id}`);
  await (await remembered).response();
  await open(page, '/');
}

inEitherLanguage('a note with author and time stands on a customer, a lead and a deal (GEN-25 OPP-23)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีบันทึก') });
  const lead = await me.make('lead', { name: named('ลีดมีบันทึก') });
  const deal = await me.make('opportunity', { name: named('โอกาสมีบันทึก'), account: account.id, expectedCloseOn: '2030-01-01' });
  for (const [entity, id] of Object.entries({ account: account.id, lead: lead.id, opportunity: deal.id })) {
    const text = named('ขอส่วนลด 5%');
    await open(page, `/record/${entity}/${id}`);
    await page.locator('.composer').getByRole('textbox').first().fill(text);
    await page.keyboard.press('Control+Enter');
    const note = entry(page, text);
    await note.getByText(salesperson(say)).waitFor();
    assert.match(await note.locator('small').first().innerText(), /\d{1,2} .+ \d{4} \d\d:\d\d/);
    await note.hover();
    await button(note, say('แก้ไขบันทึก', 'Edit note')).click();
    const box = page.locator('.timeline textarea');
    await box.fill(`${text} แก้แล้ว`);
    await box.press('Control+Enter');
    const changed = page.locator('.timeline > li.note', { hasText: `${text} แก้แล้ว` });
    await changed.getByText(say('แก้ไขเมื่อ', 'edited')).waitFor();
    await changed.hover();
    await button(changed, say('ลบบันทึก', 'Delete note')).click();
    await press(dialog(page), say('ลบ', 'Delete'));
    await entry(page, say('ลบบันทึก', 'Note removed')).waitFor();
    await changed.waitFor({ state: 'detached' });
  }
});

inEitherLanguage('a colleague is named in a note, and the name stays with it', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีคนช่วย') });
  const [other] = await me.find('user', { field: 'id', op: '!=', value: me.id }, ['name']);
  await open(page, `/record/account/${account.id}`);
  const box = page.locator('.composer').getByRole('textbox').first();
  await box.pressSequentially('@');
  await page.locator('.mentions li').first().waitFor();
  assert.equal(await page.locator('.mentions li', { hasText: salesperson(say) }).count(), 0, 'nobody names himself');
  await box.fill('');
  await box.pressSequentially(`ฝาก @${other.name.split(' ')[0].slice(0, 4)}`);
  await page.locator('.mentions li', { hasText: other.name }).waitFor();
  await page.locator('.mentions li', { hasText: other.name }).click();
  await box.press('Control+Enter');
  await entry(page, 'ฝาก').locator('.mention', { hasText: other.name }).waitFor();
  const { items } = await me.call('GET', `/api/records/account/${account.id}/notes`);
  assert.deepEqual(items[0].mentions.map((one) => one.id), [other.id]);
});

inEitherLanguage('a picture of a deal has versions, is looked at within the page and arrives after a break (GEN-26 OPP-24)', { ...sales, refused: ['ERR_FAILED'] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีรูป') });
  const deal = await me.make('opportunity', { name: named('โอกาสมีรูป'), account: account.id, expectedCloseOn: '2030-01-01' });
  await open(page, `/record/opportunity/${deal.id}`);
  await tab(page, say('ไฟล์แนบ', 'Attachments')).click();
  const input = page.locator('.drop input');
  await input.setInputFiles(picture('หน้าร้าน.png'));
  const file = page.locator('li.versioned', { hasText: 'หน้าร้าน.png' });
  await file.waitFor();
  await input.setInputFiles(picture('หน้าร้าน.png'));
  await file.getByText(say('รุ่นก่อนหน้า 1 รุ่น', '1 earlier version')).waitFor();
  await file.getByRole('button', { name: 'หน้าร้าน.png', exact: true }).first().click();
  await until(async () => assert.ok(await dialog(page).locator('img').evaluate((img) => img.naturalWidth > 0)));
  await page.keyboard.press('Escape');
  await page.route('**/files', (call) => (call.request().method() === 'POST' ? call.abort() : call.continue()));
  await input.setInputFiles([picture('หลังร้าน.png'), picture('ข้างร้าน.png')]);
  const waiting = page.locator('.uploads li');
  await until(async () => assert.equal(await waiting.getByRole('alert').count(), 2));
  await page.unroute('**/files');
  await button(waiting.first(), say('ลองอีกครั้ง', 'Try again')).click();
  await until(async () => assert.equal(await waiting.count(), 1));
  await button(waiting.first(), say('ลองอีกครั้ง', 'Try again')).click();
  for (const name of ['หลังร้าน.png', 'ข้างร้าน.png']) await page.locator('li.versioned', { hasText: name }).waitFor();
});

/** Lets go of a file over a place, or pastes it there, as the desktop does. */
const hand = (place, kind, name) =>
  place.evaluate((element, [kind, name]) => {
    const data = new DataTransfer();
    data.items.add(new File(['hello'], name, { type: 'text/plain' }));
    const how = { bubbles: true, cancelable: true };
    const event = kind === 'drop' ? new DragEvent('drop', { ...how, dataTransfer: data }) : new ClipboardEvent('paste', { ...how, clipboardData: data });
    return element.dispatchEvent(event);
  }, [kind, name]);

inEitherLanguage('a file is dropped, one is pasted, and a PDF is looked at within the page, or by itself on a device that cannot (GEN-26)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีเอกสาร') });
  await open(page, `/record/account/${account.id}`);
  const viewer = (there) =>
    page.evaluate((there) => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => there, configurable: true }) && undefined, there);
  await viewer(true);
  await tab(page, say('ไฟล์แนบ', 'Attachments')).click();
  const file = (name) => page.locator('li.versioned', { hasText: name });
  await hand(page.locator('.drop'), 'drop', 'ลากมา.txt');
  await file('ลากมา.txt').waitFor();
  await hand(page.locator('.record-page'), 'paste', 'วางมา.txt');
  await file('วางมา.txt').waitFor();
  const pdf = { name: 'ใบเสนอราคา.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await page.locator('.drop input').setInputFiles(pdf);
  const shown = page.waitForResponse(/\/api\/files\/[^/]+\?show=true$/);
  await file(pdf.name).getByRole('button', { name: pdf.name, exact: true }).first().click();
  await dialog(page).locator('iframe').waitFor();
  const { 'content-type': type, 'content-disposition': how } = (await shown).headers();
  assert.equal(type, 'application/pdf');
  assert.match(how, /^inline/);
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);
  await viewer(false);
  await file(pdf.name).getByRole('button', { name: pdf.name, exact: true }).first().click();
  const alone = dialog(page).getByRole('link', { name: say('เปิด', 'Open'), exact: true });
  assert.match(await alone.getAttribute('href'), /\/api\/files\/\d+\?show=true$/);
  assert.equal(await dialog(page).locator('iframe').count(), 0);
  const { items } = await me.call('GET', `/api/records/account/${account.id}/files`);
  assert.equal(items.length, 3);
});

inEitherLanguage('a file may be let go anywhere on a record, and where nothing takes it one does not leave the page', sales, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทวางไฟล์ที่ไหนก็ได้') });
  await open(page, `/record/account/${account.id}`);
  await hand(page.locator('.facts').first(), 'drop', 'ใบสั่งซื้อ.txt');
  const { items } = await until(async () => {
    const answer = await me.call('GET', `/api/records/account/${account.id}/files`);
    return answer.items.length === 1 ? answer : assert.fail('not there yet');
  });
  assert.equal(items[0].name, 'ใบสั่งซื้อ.txt');
  await open(page, '/alerts');
  // The heading is drawn once more when the page stands: a file let go of the one before reaches nobody.
  const opened = () => hand(page.locator('h1'), 'drop', 'หลงมา.txt');
  await become(opened, false);
});

inEitherLanguage('what was typed is offered again after the tab was closed, and goes when it is saved', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีร่าง') });
  const address = `/record/account/${account.id}`;
  await open(page, address);
  await page.locator('.composer').getByRole('textbox').first().fill('ยังเขียนไม่จบ');
  await (await edit(page, 'phone')).locator('input').fill('02-777-7777');
  await page.close({ runBeforeUnload: false });
  const again = await me.page();
  await open(again, address);
  await again.locator('.composer').getByText(say('ร่างที่พิมพ์ค้างไว้', 'Restored draft')).waitFor();
  assert.equal(await again.locator('.composer').getByRole('textbox').first().inputValue(), 'ยังเขียนไม่จบ');
  await press(again.locator('.composer'), say('ทิ้งร่าง', 'discard'));
  const phone = again.locator('[data-field="phone"] input');
  assert.equal(await phone.inputValue(), '02-777-7777');
  await phone.press('Enter');
  await become(() => fact(again, 'phone').innerText(), '02-777-7777');
  await open(again, address);
  await fact(again, 'phone').waitFor();
  assert.equal(await again.locator('.restored').count(), 0);
  await again.close();
});

inEitherLanguage('the records of a list are gone through one by one, also after a reload', sales, async ({ page, say }) => {
  await open(page, '/list/account');
  await page.locator('.grid-row a').first().click();
  const trail = page.locator('.trail');
  await trail.getByText(/^1\//).waitFor();
  const first = await page.locator('h1').innerText();
  await page.keyboard.press('Alt+ArrowDown');
  await trail.getByText(/^2\//).waitFor();
  await until(async () => assert.notEqual(await page.locator('h1').innerText(), first));
  await page.reload();
  await trail.getByText(/^2\//).waitFor();
  await trail.getByRole('button', { name: say('รายการก่อนหน้า', 'Previous') }).click();
  await become(() => page.locator('h1').innerText(), first);
});

inEitherLanguage('what was promised to a customer last is seen in two clicks (GEN-01)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทรับปาก') });
  const result = say('จะส่งตัวอย่างวันศุกร์', 'Samples will be sent on Friday');
  const about = { regarding: { id: account.id, entity: 'account' } };
  await me.make('activity', { type: 'phone', subject: 'โทร', status: 'completed', result, ...about });
  await lookAt(page, 'account', account.id);
  const clicks = await counting(page);
  await recent(page, account.name).click();
  await entry(page, result).waitFor();
  clicks.atMost(tasks.lastPromise);
});

inEitherLanguage('a contact is added to a customer in three clicks (GEN-01)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีคนใหม่') });
  await lookAt(page, 'account', account.id);
  const clicks = await counting(page);
  await recent(page, account.name).click();
  await tab(page, say('ผู้ติดต่อ', 'Contacts')).click();
  await page.getByRole('tabpanel').getByRole('button', { name: say('ผู้ติดต่อ', 'Contact') }).first().click();
  await dialog(page).locator('input:focus').waitFor();
  const name = say('มาลี', 'Malee');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await toast(page, say('สร้างรายการแล้ว', 'The record was created')).waitFor();
  clicks.atMost(tasks.newContact);
  const [made] = await me.find('contact', { field: 'account', op: '=', value: account.id }, ['name']);
  assert.match(made.name, new RegExp(name));
});

const fingers = { who: onPhone('sales') };
inEitherLanguage('a photo is attached to a visit in three taps on the phone (GEN-01 GEN-26)', fingers, async ({ page, me }) => {
  const subject = named('เยี่ยมลูกค้า');
  const { id } = await me.make('activity', { type: 'appointment', subject, dueAt: thisMorning() });
  await open(page, '/');
  const taps = await counting(page);
  await page.locator('.day-lines li', { hasText: subject }).getByRole('link').first().tap();
  const camera = page.locator('.file-button input');
  assert.deepEqual([await camera.getAttribute('accept'), await camera.getAttribute('capture')], ['image/*', 'environment']);
  const choosing = page.waitForEvent('filechooser');
  await page.locator('.file-button').tap();
  await (await choosing).setFiles(picture('photo.png'));
  await until(async () => {
    const { items } = await me.call('GET', `/api/records/activity/${id}/files`);
    assert.equal(items.length, 1);
  });
  taps.atMost(tasks.photoOfVisit);
});

inEitherLanguage('a colleague is asked to join an appointment in three clicks (GEN-01 ACT-27)', sales, async ({ page, me, say }) => {
  const subject = named(say('นัดสาธิตสินค้า', 'Demonstration'));
  const { id } = await me.make('activity', { type: 'appointment', subject, dueAt: thisMorning() });
  const [other] = await me.find('user', { field: 'id', op: '!=', value: me.id }, ['name', 'nameEn']);
  const name = say(other.name, other.nameEn);
  await open(page, '/');
  const clicks = await counting(page);
  await page.locator('.day-lines li', { hasText: subject }).getByRole('link').first().click();
  await page.getByRole('button', { name: say('เพิ่ม: ผู้เข้าร่วม', 'Add: participants') }).click();
  await dialog(page).locator('input:focus').waitFor();
  await page.keyboard.type(name);
  await until(async () => assert.deepEqual((await ready(page).allInnerTexts()).map((text) => text.split('\n')[0]), [name]));
  await page.keyboard.press('Enter');
  await press(dialog(page), say('ตกลง', 'OK'));
  await page.locator('.part', { hasText: name }).waitFor();
  clicks.atMost(tasks.inviteColleague);
  const read = await me.read('activity', id);
  assert.equal(read.participants[0].user.id, other.id);
});

inEitherLanguage('the timeline is searched and shows one kind, and what was done is followed up (ACT-14)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไทม์ไลน์') });
  const about = { regarding: { id: account.id, entity: 'account' } };
  await me.make('activity', { type: 'phone', subject: 'โทรเสนอราคา', status: 'completed', ...about });
  await me.call('POST', `/api/records/account/${account.id}/notes`, { text: 'ลูกค้าชอบสีเขียว' });
  await open(page, `/record/account/${account.id}`);
  await entry(page, 'โทรเสนอราคา').waitFor();
  await press(page, say('ข้อความ', 'Messages'));
  await entry(page, 'โทรเสนอราคา').waitFor({ state: 'detached' });
  await entry(page, 'ลูกค้าชอบสีเขียว').waitFor();
  await press(page, say('ทั้งหมด', 'All'));
  await page.getByRole('searchbox', { name: say('ค้นในไทม์ไลน์', 'Search the timeline') }).fill('เสนอราคา');
  await entry(page, 'ลูกค้าชอบสีเขียว').waitFor({ state: 'detached' });
  await entry(page, 'โทรเสนอราคา').hover();
  assert.equal(await entry(page, 'โทรเสนอราคา').getByRole('button').count(), 1, 'all that can be done with it is in one menu');
  await press(entry(page, 'โทรเสนอราคา'), say('เพิ่มเติมของ โทรเสนอราคา', 'More about โทรเสนอราคา'));
  await page.getByRole('menu').getByText(say('ติดตามต่อ', 'Follow up'), { exact: true }).click();
  const form = dialog(page);
  assert.equal(await form.locator('.field', { hasText: say('เรื่อง', 'Subject') }).locator('input').first().inputValue(), 'โทรเสนอราคา');
});

inEitherLanguage('a deal is moved to the next stage in two clicks (GEN-01)', sales, async ({ page, me, say }) => {
  const [account] = await me.find('account', { field: 'owner', op: '=', value: '@me' }, ['name']);
  const name = named(say('งานที่เดินหน้า', 'Deal that goes on'));
  const { id } = await me.make('opportunity', { name, account: account.id, expectedCloseOn: '2020-01-01' });
  await open(page, '/');
  const clicks = await counting(page);
  await page.locator('.day-lines a', { hasText: name }).first().click();
  await page.getByRole('button', { name: say('กำลังพิจารณา', 'Considering') }).click();
  await until(async () => assert.equal((await me.read('opportunity', id)).stage, 'considering'));
  clicks.atMost(tasks.nextStage);
});
