import assert from 'node:assert/strict';
import { choose, control, dialog, edit, entry, fact, open, pick, press, type, typeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { deal, openDeal, sales, stage, step, wordsOf } from './deal.mjs';
import { administrator } from './people.mjs';

inEitherLanguage(
  'the company has types of deals of its own, as many as it likes (OPP-01)',
  sales,
  async ({ page, me, say }) => {
    const [th, en] = [named('เช่าใช้'), named('Rental')];
    const boss = await administrator();
    await boss.settle({ locale: say('th', 'en') });
    const lists = await boss.page();
    await open(lists, '/pick-lists');
    await choose(lists, say('รายการ', 'List'), say('ประเภทโอกาสทางการขาย', 'Opportunity type'), say('โอกาส', 'Opp'));
    await lists.getByText('renewal', { exact: true }).waitFor();
    await press(lists, say('เพิ่มตัวเลือก', 'Add value'));
    const line = lists.locator('.picks tbody tr').last();
    await line.locator('td:nth-child(2) input').fill(named('rent').replace(/ /g, ''));
    await line.locator('td:nth-child(3) input').fill(th);
    await line.locator('td:nth-child(4) input').fill(en);
    await press(lists, say('บันทึก', 'Save'));
    await lists.getByText(say('บันทึกรายการแล้ว', 'The list was saved')).waitFor();
    await lists.close();
    const made = await deal(me);
    await openDeal(page, made);
    await pick(page, await edit(page, 'type'), say(th, en), say(th, en));
    await become(() => wordsOf(page, 'type'), say(th, en));
  },
);

inEitherLanguage(
  'a deal is put down with products, closing date, revenue and source (OPP-03 OPP-07 OPP-08 OPP-25)',
  sales,
  async ({ page, me, say }) => {
    const account = await me.make('account', { name: `บริษัท ${named('สินค้า')} จำกัด` });
    const product = (await (await administrator()).make('product', { name: named('เครื่องพิมพ์ฉลาก') })).name;
    await open(page, '/new/opportunity');
    await type(page, say('ชื่อโอกาสทางการขาย', 'Opportunity name'), named('เครื่องพิมพ์'));
    await choose(page, say('ลูกค้า', 'Account'), account.name, account.name.slice(7, -6));
    await choose(page, say('แหล่งที่มา', 'Lead source'), say('งานสัมมนา', 'Seminar'), say('สัมมนา', 'Semi'));
    await typeDay(page, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '31/12/2641');
    await press(page, say('เพิ่ม: สินค้าที่สนใจ', 'Add: products of interest'));
    const line = dialog(page);
    await choose(line, say('สินค้า', 'Product'), product, product);
    await type(line, say('จำนวน', 'Quantity'), '3');
    await type(line, say('ราคาต่อหน่วย', 'Unit price'), '1,500.50');
    await press(line, say('ตกลง', 'OK'));
    await page.locator('form .part', { hasText: product }).waitFor();
    await line.waitFor({ state: 'hidden' });
    assert.match(page.url(), /\/new\//, 'a product put in is not yet a deal saved');
    await press(page, say('บันทึก', 'Save'));
    await stage(page).waitFor();
    await become(() => wordsOf(page, 'expectedRevenue'), '4,501.50');
    await become(() => wordsOf(page, 'expectedCloseOn'), say('31 ธ.ค. 2641', '31 Dec 2641'));
    await become(() => wordsOf(page, 'source'), say('งานสัมมนา', 'Seminar'));
    await page
      .locator('[data-field="products"] .part', { hasText: product })
      .filter({ hasText: /3 .*1,500.5/ })
      .waitFor();
  },
);

inEitherLanguage(
  'partner, competitors and several contacts with their roles stand on the deal (OPP-09 OPP-10 OPP-13 OPP-14)',
  sales,
  async ({ page, me, say }) => {
    const made = await deal(me);
    const [first, second] = [named('วันดี'), named('มานะ')];
    for (const name of [first, second]) await me.make('contact', { name, account: made.account.id });
    const partner = await me.make('account', { name: named('คู่ค้า'), relations: ['partner'] });
    const rival = await me.make('competitor', { name: named('คู่แข่ง') });
    await openDeal(page, made);
    await pick(page, await edit(page, 'partner'), partner.name, partner.name);
    await become(() => wordsOf(page, 'partner'), partner.name);
    await press(page, say('เพิ่ม: คู่แข่ง', 'Add: competitors'));
    await choose(dialog(page), say('คู่แข่ง', 'Competitor'), rival.name, rival.name);
    await type(dialog(page), say('ราคาที่เสนอ', 'Price offered'), '99000');
    await press(dialog(page), say('ตกลง', 'OK'));
    await fact(page, 'competitors').locator('.part', { hasText: rival.name }).waitFor();
    const roles = [say('ผู้มีอำนาจตัดสินใจ', 'Decision maker'), say('ผู้แนะนำ', 'Recommender')];
    for (const [i, name] of [first, second].entries()) {
      await press(page, say('เพิ่ม: ผู้ติดต่อและบทบาท', 'Add: contacts and roles'));
      await choose(dialog(page), say('ผู้ติดต่อ', 'Contact'), name, name);
      await choose(dialog(page), say('บทบาทผู้ติดต่อ', 'Contact role'), roles[i], roles[i]);
      await press(dialog(page), say('ตกลง', 'OK'));
      await fact(page, 'contacts').locator('.part', { hasText: name }).waitFor();
    }
    await page.reload();
    const people = fact(page, 'contacts').locator('.part');
    await become(() => people.count(), 2);
    await people.filter({ hasText: first }).filter({ hasText: roles[0] }).waitFor();
    await people.filter({ hasText: second }).filter({ hasText: roles[1] }).waitFor();
    await become(() => wordsOf(page, 'partner'), partner.name);
  },
);

inEitherLanguage(
  'a deal is won with reason and amount, and found among the won ones (OPP-11 OPP-27 LCA-40)',
  sales,
  async ({ page, me, say }) => {
    const made = await deal(me);
    await openDeal(page, made);
    await press(page, say('ปิดการขายได้', 'Close won'));
    const asked = dialog(page);
    await press(asked, say('ปิดการขายได้', 'Close won'));
    await control(asked, say('เหตุผลที่ปิดการขายได้', 'Reason won')).getByText(say('ต้องระบุ', 'Required')).waitFor();
    await choose(asked, say('เหตุผลที่ปิดการขายได้', 'Reason won'), say('ส่งมอบได้ทันเวลา', 'Delivery in time'));
    const amount = control(asked, say('ยอดขายที่ปิดได้', 'Amount won')).locator('input');
    await become(() => amount.inputValue(), '120,000');
    await amount.fill('118,500.75');
    await press(asked, say('ปิดการขายได้', 'Close won'));
    await stage(page)
      .filter({ hasText: say('ปิดการขายได้', 'Close won') })
      .waitFor();
    await become(() => wordsOf(page, 'wonAmount'), '118,500.75');
    await become(() => wordsOf(page, 'wonReason'), say('ส่งมอบได้ทันเวลา', 'Delivery in time'));
    await open(page, `/list/opportunity?view=sfa.won-opportunities&q=${encodeURIComponent(made.name)}`);
    const row = page.locator('.grid-row', { hasText: made.name });
    await row
      .filter({ hasText: '118,500.75' })
      .filter({ hasText: say('ส่งมอบได้ทันเวลา', 'Delivery in time') })
      .waitFor();
  },
);

inEitherLanguage(
  'a deal is lost with reason, competitor and value, which are kept (OPP-12 OPP-27 OPP-28 OPP-29 LCA-40)',
  { ...sales, refused: [422] },
  async ({ page, me, say }) => {
    const rival = await me.make('competitor', { name: named('คู่แข่งชนะ') });
    const made = await deal(me);
    await openDeal(page, made);
    await step(page, say('ปิดการขายไม่ได้', 'Close lost')).click();
    const asked = dialog(page);
    await choose(asked, say('เหตุผลที่ปิดการขายไม่ได้', 'Reason lost'), say('ราคาสู้คู่แข่งไม่ได้', 'Competitor was cheaper'));
    await press(asked, say('ปิดการขายไม่ได้', 'Close lost'));
    await control(asked, say('เสียให้คู่แข่ง', 'Lost to competitor'))
      .getByText(say('กรุณาระบุคู่แข่งที่ได้งานไป', 'Say which competitor won the deal'))
      .waitFor();
    await choose(asked, say('เสียให้คู่แข่ง', 'Lost to competitor'), rival.name, rival.name);
    await type(asked, say('มูลค่าที่เสียไป', 'Value lost'), '95000');
    await press(asked, say('ปิดการขายไม่ได้', 'Close lost'));
    await stage(page)
      .filter({ hasText: say('ปิดการขายไม่ได้', 'Close lost') })
      .waitFor();
    await open(page, `/list/opportunity?view=sfa.lost-opportunities&q=${encodeURIComponent(made.name)}`);
    const row = page.locator('.grid-row', { hasText: made.name });
    await row
      .filter({ hasText: '95,000.00' })
      .filter({ hasText: say('ราคาสู้คู่แข่งไม่ได้', 'Competitor was cheaper') })
      .filter({ hasText: rival.name })
      .waitFor();
  },
);

inEitherLanguage(
  'a closed deal comes back into the race by whoever may do that (OPP-22)',
  sales,
  async ({ page, me, say }) => {
    const made = await deal(me);
    await me.call('POST', `/api/records/opportunity/${made.id}/actions/close-won`, { input: { wonReason: 'price' } });
    const reopen = say('เปิดใหม่', 'Reopen');
    await openDeal(page, made);
    await stage(page)
      .filter({ hasText: say('ปิดการขายได้', 'Close won') })
      .waitFor();
    await press(page, say('เพิ่มเติม', 'More'));
    await entry(page, say('คัดลอก', 'Copy')).waitFor();
    assert.equal(await entry(page, reopen).count(), 0, 'a salesperson does not open it again');
    await page.keyboard.press('Escape');
    const boss = await administrator();
    await boss.settle({ locale: say('th', 'en') });
    const theirs = await boss.page();
    await openDeal(theirs, made);
    await press(theirs, say('เพิ่มเติม', 'More'));
    await entry(theirs, reopen).click();
    await choose(dialog(theirs), say('ขั้นตอนการขาย', 'Stage'), say('ต่อรองเงื่อนไข', 'Negotiating'));
    await press(dialog(theirs), reopen);
    await stage(theirs)
      .filter({ hasText: say('ต่อรองเงื่อนไข', 'Negotiating') })
      .waitFor();
    await fact(theirs, 'wonAmount').waitFor({ state: 'detached' });
    await theirs.close();
    await stage(page)
      .filter({ hasText: say('ต่อรองเงื่อนไข', 'Negotiating') })
      .waitFor();
  },
);
