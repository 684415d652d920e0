import assert from 'node:assert/strict';
import {
  button, choose, control, dialog, edit, entry, fact, open, pick, press, rows, savedAnyway, toast, type, typeDay,
} from '../stage/hands.mjs';
import { accessible } from '../stage/axe.mjs';
import { named } from '../stage/names.mjs';
import { picture } from '../stage/picture.mjs';
import { persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const wordsOf = (page, name) => fact(page, name).innerText();
const tab = (page, name) => page.getByRole('tab', { name }).click();

inEitherLanguage('a customer has several contact persons with details and roles (LCA-25 LCA-26 LCA-35)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีหลายคน') });
  await open(page, `/record/account/${account.id}`);
  await tab(page, say('ผู้ติดต่อ', 'Contacts'));
  const people = [named('วราภรณ์ ใจงาม'), named('ธนพล มั่นคง')];
  for (const [i, name] of people.entries()) {
    await press(page, say('สร้างผู้ติดต่อ', 'New Contact'));
    const form = dialog(page);
    await type(form, say('ชื่อ-นามสกุล', 'Full name'), name);
    await type(form, say('ตำแหน่ง', 'Position'), say('ผู้จัดการ', 'Manager'));
    await type(form, say('มือถือ', 'Mobile'), `081-555-000${i}`);
    await press(form, say('บันทึก', 'Save'));
    await savedAnyway(page, say, page.getByRole('tabpanel').getByRole('link', { name }));
  }
  await page.getByRole('tab', { name: say('ผู้ติดต่อ', 'Contacts') }).filter({ hasText: '2' }).waitFor();
  await page.getByRole('link', { name: people[0] }).click();
  await become(() => wordsOf(page, 'account'), account.name);
  await become(() => wordsOf(page, 'mobile'), '081-555-0000');
  const role = say('ผู้มีอำนาจตัดสินใจ', 'Decision maker');
  await pick(page, await edit(page, 'role'), role, role);
  await become(() => wordsOf(page, 'role'), role);
  const nickname = (await edit(page, 'nickname')).locator('input');
  await nickname.fill('นุ่น');
  await nickname.press('Enter');
  await become(() => wordsOf(page, 'nickname'), 'นุ่น');
});

inEitherLanguage('the way to an address is a picture beside it, seen at once and over the page (LCA-04 LCA-05)', sales, async ({ page, me, say }) => {
  const addresses = ['ถนนสุขุมวิท', 'ถนนนิมมานเหมินท์'].map((street) => ({ street, province: 'กรุงเทพมหานคร' }));
  const account = await me.make('account', { name: named('บริษัทมีแผนที่'), addresses });
  await open(page, `/record/account/${account.id}`);
  const place = page.locator('.part').nth(1);
  const map = place.getByRole('button', { name: say('รูปแผนที่', 'Map picture'), exact: true });
  const files = async () => (await me.call('GET', `/api/records/account/${account.id}/files`)).items.map(({ id }) => id);
  const kept = async () => (await me.read('account', account.id)).addresses.map((one) => one.mapPicture ?? null);
  const input = place.getByLabel(say('เลือกรูปแผนที่ 2', 'Choose Map picture 2'));
  await input.setInputFiles(picture('แผนที่.png'));
  await map.waitFor();
  await until(async () => assert.ok((await map.locator('img').evaluate((image) => image.naturalWidth)) > 0));
  const [first] = await files();
  assert.deepEqual(await kept(), [null, first]);
  await map.click();
  await dialog(page).locator('img').waitFor();
  await page.keyboard.press('Escape');
  await input.setInputFiles(picture('แผนที่ใหม่.png'));
  await until(async () => assert.deepEqual(await kept(), [null, (await files()).find((id) => id !== first)]));
  await place.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await press(place, say('เอาออก: รูปแผนที่ 2', 'Take away Map picture 2'));
  await map.waitFor({ state: 'detached' });
  assert.deepEqual(await kept(), [null, null]);
});

inEitherLanguage('credit days, payment terms and territory are kept with the customer (LCA-36 LCA-37 LCA-38)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทเงื่อนไข') });
  const [{ name: territory, nameEn }] = await me.find('territory', { field: 'nameEn', op: 'notEmpty' }, ['name', 'nameEn'], { limit: 1 });
  await open(page, `/record/account/${account.id}`);
  const days = (await edit(page, 'creditDays')).locator('input');
  await days.fill('45');
  await days.press('Enter');
  await become(() => wordsOf(page, 'creditDays'), '45');
  const transfer = say('โอนเงิน', 'Bank transfer');
  await pick(page, await edit(page, 'paymentTerms'), transfer);
  await become(() => wordsOf(page, 'paymentTerms'), transfer);
  await pick(page, await edit(page, 'territory'), say(territory, nameEn), say(territory, nameEn));
  await become(() => wordsOf(page, 'territory'), say(territory, nameEn));
  await page.reload();
  await become(() => wordsOf(page, 'creditDays'), '45');
  const kept = await me.read('account', account.id);
  assert.equal(kept.paymentTerms, 'transfer');
  assert.equal(kept.territory.label, territory);
});

inEitherLanguage('what is done with a customer is put down there and tells how, when and by whom (ACT-12 LCA-28 LCA-29)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทโทรหา') });
  await open(page, `/record/account/${account.id}`);
  const composer = page.locator('.composer');
  await press(composer, say('กิจกรรม', 'Activity'));
  await choose(composer, say('ประเภทกิจกรรม', 'Activity type'), say('โทรศัพท์', 'Phone'));
  const subject = named(say('โทรถามความต้องการ', 'Asked for the need'));
  await type(composer, say('เรื่อง', 'Subject'), subject);
  await typeDay(composer, say('เริ่ม', 'Start'), '15/1/2569 09:30');
  await composer.locator('button[type=submit]').click();
  const told = page.locator('aside .timeline li', { hasText: subject });
  await told.filter({ hasText: say('ยังไม่เริ่ม', 'Not started') }).waitFor();
  await told.filter({ hasText: say('15 ม.ค. 2569', '15 Jan 2569') }).filter({ hasText: salesperson(say) }).waitFor();
  await tab(page, say('กิจกรรม', 'Activities'));
  await page.getByRole('tabpanel').locator('tr', { hasText: subject }).filter({ hasText: say('โทรศัพท์', 'Phone') }).waitFor();
});

inEitherLanguage('no activity is lost when another salesperson takes over the customer (ACT-13)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทเปลี่ยนมือ') });
  const subject = named('นัดแรก');
  await me.make('activity', { subject, type: 'appointment', priority: 'normal', regarding: { id: account.id, entity: 'account' } });
  const colleague = say('กัญญา พูลสวัสดิ์', 'Kanya Poolsawat');
  await open(page, `/record/account/${account.id}`);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('มอบหมาย', 'Assign')).click();
  const asked = dialog(page);
  await control(asked, say('ผู้ดูแล', 'Owner')).locator('.select').click();
  await pick(page, control(asked, say('ผู้ดูแล', 'Owner')), colleague, colleague);
  await press(asked, say('มอบหมาย', 'Assign'));
  await become(() => wordsOf(page, 'owner'), colleague);
  await page.reload();
  await page.locator('aside .timeline li', { hasText: subject }).filter({ hasText: salesperson(say) }).waitFor();
});

inEitherLanguage('a lead tells where it came from, how keen it is and what on (LCA-15 LCA-16 LCA-17)', sales, async ({ page, say }) => {
  await open(page, '/new/lead');
  const name = named(say('คุณสุชาดา', 'Khun Suchada'));
  await type(page, say('ชื่อ-นามสกุล', 'Full name'), name);
  const hot = say('สนใจมาก', 'Hot');
  await choose(page, say('ระดับความสนใจ', 'Rating'), hot);
  await choose(page, say('แหล่งที่มา', 'Lead source'), say('หนังสือพิมพ์', 'Newspaper'), say('หนังสือ', 'News'));
  const interests = say('สินค้าและบริการที่สนใจ', 'Products of interest');
  await choose(page, interests, say('อบรม', 'Training'));
  await pick(page, control(page, interests), say('อะไหล่และวัสดุสิ้นเปลือง', 'Spare parts and supplies'));
  await page.keyboard.press('Escape');
  await press(page, say('บันทึก', 'Save'));
  await savedAnyway(page, say, page.locator('.facts'));
  await become(() => wordsOf(page, 'rating'), hot);
  await become(() => wordsOf(page, 'source'), say('หนังสือพิมพ์', 'Newspaper'));
  await until(async () => {
    const words = await wordsOf(page, 'interests');
    assert.ok(words.includes(say('อบรม', 'Training')) && words.includes(say('อะไหล่', 'Spare parts')), words);
  });
  await open(page, `/list/lead?view=core.hot-leads&q=${encodeURIComponent(name)}`);
  await page.locator('.grid-row', { hasText: name }).waitFor();
});

inEitherLanguage('a qualified lead becomes customer, contact and deal at once (LCA-23 LCA-24)', sales, async ({ page, me, say }) => {
  const company = named('บริษัท คัดกรองแล้ว');
  const person = named('ปรีชา');
  const lead = await me.make('lead', { name: person, company, mobile: '089-123-4567', expectedValue: 250000, source: 'seminar' });
  await open(page, `/record/lead/${lead.id}`);
  await press(page, say('คัดกรอง', 'Qualify'));
  const asked = dialog(page);
  const input = (label) => control(asked, label).locator('input').last();
  await become(() => input(say('ชื่อลูกค้า', 'Account name')).inputValue(), company);
  await become(() => input(say('ชื่อ-นามสกุล', 'Full name')).inputValue(), person);
  await become(() => input(say('รายได้ที่คาดหวัง', 'Estimated revenue')).inputValue(), '250,000');
  await typeDay(asked, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '30/6/2641');
  await press(asked, say('คัดกรอง', 'Qualify'));
  await page.waitForURL('**/record/opportunity/*');
  await become(() => wordsOf(page, 'account'), company);
  await become(() => wordsOf(page, 'contact'), person);
  await become(() => wordsOf(page, 'lead'), person);
  await become(() => wordsOf(page, 'source'), say('งานสัมมนา', 'Seminar'));
  await become(() => wordsOf(page, 'expectedRevenue'), '250,000.00');
  const cameFrom = page.locator('.chain-link', { hasText: person });
  await cameFrom.filter({ hasText: say('ผ่านการคัดกรอง', 'Qualified') }).waitFor();
  await cameFrom.click();
  const beside = page.locator('.beside-page');
  await beside.getByRole('heading', { name: person }).waitFor();
  await accessible(page, 'a lead beside its deal');
  assert.match(page.url(), /record\/opportunity/, 'the page stays');
  await page.keyboard.press('Escape');
  await become(() => beside.count(), 0);
  await open(page, `/record/lead/${lead.id}`);
  await page.locator('.stage-path [aria-current]').filter({ hasText: say('ผ่านการคัดกรอง', 'Qualified') }).waitFor();
  assert.equal(await page.getByRole('button', { name: say('คัดกรอง', 'Qualify'), exact: true }).count(), 0);
});

inEitherLanguage('who qualifies a lead and leaves something out is told its name', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const lead = await me.make('lead', { name: named('คุณไม่ครบ'), company: named('บริษัท ไม่ครบ') });
  await open(page, `/record/lead/${lead.id}`);
  await press(page, say('คัดกรอง', 'Qualify'));
  const asked = dialog(page);
  await control(asked, say('ชื่อลูกค้า', 'Account name')).locator('input').last().fill('');
  await press(asked, say('คัดกรอง', 'Qualify'));
  await asked.getByText(say('ต้องระบุชื่อลูกค้า', 'Account name is required')).waitFor();
  await control(asked, say('ชื่อลูกค้า', 'Account name')).locator('input').last().fill(named('บริษัท ไม่ครบ'));
  await page.setViewportSize({ width: 1440, height: 420 });
  await press(asked, say('คัดกรอง', 'Qualify'));
  const late = asked.getByText(say('ต้องระบุวันที่คาดว่าจะปิดการขาย', 'Expected close date is required'));
  await until(async () => assert.ok(await late.evaluate((words) => words.getBoundingClientRect().bottom < words.closest('.dialog-body').getBoundingClientRect().bottom + 1)));
});

inEitherLanguage('a lead that leads to nothing is put away with the reason, and taken up again', sales, async ({ page, me, say }) => {
  const lead = await me.make('lead', { name: named('คุณไม่ซื้อ') });
  const stage = page.locator('.stage-path [aria-current="step"]');
  const disqualify = say('คัดออก', 'Disqualify');
  await open(page, `/record/lead/${lead.id}`);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, disqualify).click();
  const reason = say('เหตุผลที่ไม่ผ่าน', 'Reason disqualified');
  await press(dialog(page), disqualify);
  await control(dialog(page), reason).getByText(say('ต้องระบุ', 'Required')).waitFor();
  await choose(dialog(page), reason, say('ไม่มีงบประมาณ', 'No budget'));
  await press(dialog(page), disqualify);
  await stage.filter({ hasText: say('ไม่ผ่านการคัดกรอง', 'Disqualified') }).waitFor();
  await become(() => wordsOf(page, 'disqualifyReason'), say('ไม่มีงบประมาณ', 'No budget'));
  assert.equal(await button(page, say('คัดกรอง', 'Qualify')).count(), 0);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('เปิดใหม่', 'Reopen')).click();
  await stage.filter({ hasText: say('กำลังติดตาม', 'Working') }).waitFor();
  await become(() => wordsOf(page, 'disqualifyReason'), '–');
});

inEitherLanguage('a customer is deleted beside the list as on his page: asked for by name, told, and offered no longer', { who: persona('manager') }, async ({ page, me, say }) => {
  const { id, name } = await me.make('account', { name: named('ลูกค้าที่เลิกกิจการ') });
  const isOffered = async () => JSON.stringify(await me.call('GET', '/api/preferences/recent')).includes(id);
  await open(page, `/record/account/${id}`);
  await become(isOffered, true);
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await become(async () => (await rows(page)).length, 1);
  await page.locator('[data-row="0"] [data-col="1"]').focus();
  await page.keyboard.press('Space');
  await press(page.locator('.preview'), say('ลบ', 'Delete'));
  await dialog(page).getByText(name).waitFor();
  await press(dialog(page), say('ลบ', 'Delete'));
  await toast(page, say('ลบลงถังขยะแล้ว', 'Moved to the recycle bin')).waitFor();
  await become(async () => (await rows(page)).length, 0);
  await become(isOffered, false);
});
