import assert from 'node:assert/strict';
import { choose, dialog, drag, edit, entry, fact, open, press, savedAnyway, type, typeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { administrator, salesperson } from './people.mjs';

const own = { who: salesperson };
const stage = (page) => page.locator('.stage-path [aria-current="step"]');

inEitherLanguage('from the first call to the won deal: lead, qualify, board, close (LCA-23 LCA-24 OPP-04 OPP-11 OPP-27)', own, async ({ page, say }) => {
  const company = named(say('บริษัท ทางไกล จำกัด', 'Long Way Co., Ltd.'));
  await open(page, '/');
  await press(page, say('สร้างใหม่', 'New'));
  await entry(page, say('ลูกค้าใหม่ (Lead)', 'Lead')).click();
  const form = dialog(page);
  await type(form, say('ชื่อ-นามสกุล', 'Full name'), say('คุณอารี', 'Khun Aree'));
  await type(form, say('บริษัท', 'Company'), company);
  await type(form, say('มือถือ', 'Mobile'), '081 234 5678');
  await press(form, say('บันทึก', 'Save'));
  const opening = page.locator('.toast').getByRole('button', { name: say('เปิด', 'Open'), exact: true });
  await savedAnyway(page, say, opening);
  await opening.click();
  await press(page, say('คัดกรอง', 'Qualify'));
  const asked = dialog(page);
  await type(asked, say('รายได้ที่คาดหวัง', 'Estimated revenue'), '750000');
  await typeDay(asked, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '31/12/2641');
  await press(asked, say('คัดกรอง', 'Qualify'));
  await page.waitForURL('**/record/opportunity/*');
  await page.getByRole('link', { name: say('ไปป์ไลน์การขาย', 'Pipeline') }).click();
  const card = page.locator('.kanban-card', { hasText: company });
  const lane = (code) => page.locator(`.lane[data-state="${code}"]`);
  await drag(page, card, lane('comparing').locator('header'));
  await lane('comparing').locator('.kanban-card', { hasText: company }).waitFor();
  await card.getByRole('link').click();
  await stage(page).filter({ hasText: say('เปรียบเทียบราคา', 'Comparing prices') }).waitFor();
  await press(page, say('ปิดการขายได้', 'Close won'));
  await choose(dialog(page), say('เหตุผลที่ปิดการขายได้', 'Reason won'), say('คุณภาพสินค้า', 'Quality'));
  await press(dialog(page), say('ปิดการขายได้', 'Close won'));
  await stage(page).filter({ hasText: say('ปิดการขายได้', 'Close won') }).waitFor();
  await become(() => fact(page, 'wonAmount').innerText(), '750,000.00');
});

inEitherLanguage('who was slower sees both values and keeps the one he chooses', { ...own, refused: [412] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสองคน'), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-222-2222');
  const boss = await administrator();
  await boss.call('PATCH', `/api/records/account/${account.id}`, { phone: '02-333-3333' }, { 'If-Match': '"1"' });
  await box.press('Enter');
  const conflict = dialog(page);
  await conflict.getByText(say('มีผู้แก้ไขรายการนี้ไปแล้ว', 'Somebody else changed this record')).waitFor();
  const line = conflict.locator('tbody tr').first();
  assert.match(await line.innerText(), /02-111-1111[^]*02-222-2222[^]*02-333-3333/);
  await line.getByText('02-222-2222').click();
  await press(conflict, say('บันทึกค่าที่เลือก', 'Save my choice'));
  await become(async () => (await me.read('account', account.id)).phone, '02-222-2222');
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');
});

inEitherLanguage('somebody who saves another field meanwhile is in nobody’s way', { ...own, refused: [412] }, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทคนละช่อง'), phone: '02-111-1111' });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-222-2222');
  const boss = await administrator();
  await boss.call('PATCH', `/api/records/account/${account.id}`, { fax: '02-999-9999' }, { 'If-Match': '"1"' });
  await become(() => fact(page, 'fax').innerText(), '02-999-9999');
  assert.equal(await box.inputValue(), '02-222-2222', 'what is being typed stays');
  await box.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-222-2222');
  const kept = await me.read('account', account.id);
  assert.deepEqual([kept.phone, kept.fax], ['02-222-2222', '02-999-9999']);
});
