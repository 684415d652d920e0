import assert from 'node:assert/strict';
import { button, choose, control, dialog, entry, open, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { gone } from '../stage/staged.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const places = { 'on the screen': sales, 'on the phone': { who: onPhone('sales') } };

/** The one solid button of a record's head. */
const main = (page) => page.locator('.record-head .btn.solid');

const deal = async (me, name) => {
  const account = await me.make('account', { name: named('บริษัทเดินหน้า') });
  return me.make('opportunity', { name: named(name), account: account.id, expectedCloseOn: '2030-01-01' });
};

for (const [where, person] of Object.entries(places)) {
  inEitherLanguage(`the main button of a deal leads from stage to stage, and only at the last one to its end, ${where}`, person, async ({ page, me, say }) => {
    const { id } = await deal(me, 'งานทีละขั้น');
    const stage = async () => (await me.read('opportunity', id)).stage;
    await open(page, `/record/opportunity/${id}`);
    const steps = [
      ['needs', say('เลื่อนเป็น เก็บความต้องการ', 'Move to Finding the need')],
      ['considering', say('เลื่อนเป็น กำลังพิจารณา', 'Move to Considering')],
      ['comparing', say('เลื่อนเป็น เปรียบเทียบราคา', 'Move to Comparing prices')],
      ['negotiating', say('เลื่อนเป็น ต่อรองเงื่อนไข', 'Move to Negotiating')],
      ['ordered', say('เลื่อนเป็น ได้รับใบสั่งซื้อ', 'Move to Purchase order received')],
    ];
    for (const [code, words] of steps) {
      await become(() => main(page).allInnerTexts(), [words]);
      const ends = async (part) => Math.floor(await part.evaluate((element) => element.getBoundingClientRect().right));
      const [facts, last] = [page.locator('.key-facts'), button(page, say('เพิ่มเติม', 'More')).first()];
      assert.ok((await ends(last)) <= (await ends(facts)), `beside ${words} all buttons are in their place`);
      await main(page).click();
      await become(stage, code);
    }
    // Without the last word of the steps before, which on the phone lies over what is asked.
    await page.reload();
    const won = say('ปิดการขายได้', 'Close won');
    await become(() => main(page).allInnerTexts(), [won]);
    await main(page).click();
    await press(dialog(page), won);
    await control(dialog(page), say('เหตุผลที่ปิดการขายได้', 'Reason won')).getByText(say('ต้องระบุ', 'Required')).waitFor();
    await choose(dialog(page), say('เหตุผลที่ปิดการขายได้', 'Reason won'), say('คุณภาพสินค้า', 'Quality'));
    await press(dialog(page), won);
    await become(stage, 'won');
    await main(page).waitFor({ state: 'detached' });
  });

  inEitherLanguage(`the main button of a customer and of who works there logs a call, ${where}`, person, async ({ page, me, say }) => {
    const account = await me.make('account', { name: named('บริษัทโทรบ่อย') });
    const contact = await me.make('contact', { name: named('คุณโทรบ่อย'), account: account.id });
    for (const [entity, { id }] of Object.entries({ account, contact })) {
      await open(page, `/record/${entity}/${id}`);
      await become(() => main(page).allInnerTexts(), [say('บันทึกการโทร', 'Log a call')]);
      await main(page).click();
      await press(dialog(page), say('บันทึก', 'Save'));
      await become(() => me.count('activity', { field: entity, op: '=', value: id }), 1);
    }
  });
}

inEitherLanguage('a lead is qualified and what was done is followed up by the main button, and nobody is led to what is not his', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทตามต่อ') });
  const lead = await me.make('lead', { name: named('ลีดพร้อม'), company: named('บริษัทพร้อม') });
  const done = await me.make('activity', { type: 'phone', subject: named('โทรแล้ว'), status: 'completed', regarding: { id: account.id, entity: 'account' } });
  const words = { lead: [lead.id, say('คัดกรอง', 'Qualify')], activity: [done.id, say('ติดตามต่อ', 'Follow up')] };
  for (const [entity, [id, name]] of Object.entries(words)) {
    await open(page, `/record/${entity}/${id}`);
    await become(() => main(page).allInnerTexts(), [name]);
  }
  const [own] = await me.find('account', { field: 'owner', op: '=', value: me.id }, ['team']);
  const mates = { all: [{ field: 'team', op: '=', value: own.team.id }, { field: 'owner', op: '!=', value: me.id }, { field: 'open', op: '=', value: true }] };
  const [other] = await me.find('opportunity', mates, ['name'], { limit: 1 });
  await open(page, `/record/opportunity/${other.id}`);
  await button(page, say('เพิ่มเติม', 'More')).waitFor();
  assert.equal(await main(page).count(), 0);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('บันทึกการโทร', 'Log a call')).waitFor();
});

inEitherLanguage('the column beside a record is as wide as one drags it or moves it with the arrow keys, until it is put back', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทกว้างขึ้น') });
  await me.call('PUT', '/api/preferences/record.side', null);
  await open(page, `/record/account/${account.id}`);
  const edge = page.getByRole('separator', { name: say('ความกว้างของคอลัมน์ข้าง', 'Width of the side column') });
  const side = async () => Math.round((await page.locator('.record-body > aside').boundingBox()).width);
  const kept = () => me.call('GET', '/api/preferences/record.side');
  await become(side, 340);
  const { x, y, width } = await edge.boundingBox();
  await page.mouse.move(x + width / 2, y + 80);
  await page.mouse.down();
  await page.mouse.move(x - 40, y + 90, { steps: 3 });
  await page.mouse.move(x - 80, y + 90, { steps: 3 });
  await page.mouse.up();
  await become(async () => (await kept()) > 400 && (await kept()) === (await side()), true);
  const dragged = await side();
  await page.reload();
  await become(side, dragged);
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await become(side, dragged - 20);
  await become(kept, dragged - 20);
  await page.keyboard.press('ArrowLeft');
  await become(kept, dragged);
  await become(() => edge.getAttribute('aria-valuenow'), String(dragged));
  await edge.dblclick({ position: { x: 4, y: 80 } });
  await become(side, 340);
  await become(kept, null);
});

/** Without the favourites of a scene before that broke off. */
const unloved = (me) => me.call('PUT', '/api/preferences/menu.favourites', []);

inEitherLanguage('a record with a star stands at the top of the menu by its present name, and what is deleted vanishes there', sales, async ({ page, me, say }) => {
  await unloved(me);
  const [kept, gone] = [named('บริษัทคู่ใจ'), named('งานลาก่อน')];
  const account = await me.make('account', { name: kept });
  const task = await me.make('activity', { type: 'task', subject: gone });
  const menu = page.getByRole('navigation', { name: say('รายการโปรด', 'Favourites') });
  const [add, remove] = [say('เพิ่มในรายการโปรด', 'Add to favourites'), say('นำออกจากรายการโปรด', 'Remove from favourites')];
  await open(page, `/record/account/${account.id}`);
  await press(page, add);
  await menu.getByRole('link', { name: kept }).waitFor();
  assert.equal(await page.locator('.panel nav').first().getAttribute('aria-label'), say('รายการโปรด', 'Favourites'));
  await open(page, `/record/activity/${task.id}`);
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, add).click();
  await menu.getByRole('link', { name: gone }).waitFor();
  await become(() => button(page, remove).getAttribute('aria-pressed'), 'true');
  await me.call('PATCH', `/api/records/account/${account.id}`, { name: `${kept} ใหม่` }, { 'If-Match': '*' });
  await me.call('DELETE', `/api/records/activity/${task.id}`, undefined, { 'If-Match': '*' });
  await open(page, '/');
  await become(() => menu.getByRole('link').allInnerTexts(), [`${kept} ใหม่`]);
  await menu.getByRole('link', { name: `${kept} ใหม่` }).click();
  await page.waitForURL(`**/record/account/${account.id}`);
  await press(page, remove);
  await menu.waitFor({ state: 'detached' });
});

inEitherLanguage('favourites are reached on the phone', { who: onPhone('sales') }, async ({ page, me, say }) => {
  await unloved(me);
  const name = named('บริษัทในมือ');
  const account = await me.make('account', { name });
  await open(page, `/record/account/${account.id}`);
  await press(page, say('เพิ่มในรายการโปรด', 'Add to favourites'));
  await button(page, say('นำออกจากรายการโปรด', 'Remove from favourites')).waitFor();
  await open(page, '/');
  await press(page.locator('.bottom'), say('เพิ่มเติม', 'More'));
  await page.getByRole('menu').getByRole('group', { name: say('รายการโปรด', 'Favourites') }).getByText(name).click();
  await page.waitForURL(`**/record/account/${account.id}`);
  await unloved(me);
});

inEitherLanguage('what was typed is spoken of only where something was, when the module of a record is taken away', { who: persona('sales'), refused: [404] }, async ({ page, me, say }) => {
  await page.route('**/api/bootstrap', async (call) => {
    const answer = await (await call.fetch()).json();
    await call.fulfill({ json: { ...answer, entities: answer.entities.filter((one) => one.name !== 'opportunity') } });
  });
  await gone(page, me);
  const crumbs = page.locator('.crumbs');
  await crumbs.getByText(say('โอกาสทางการขาย', 'Opportunities'), { exact: true }).waitFor();
  assert.equal(await crumbs.getByRole('link').count(), 0, 'there is no list to go to');
  const kept = page.getByRole('alert').getByText(say('สิ่งที่พิมพ์ค้างไว้', 'What you typed is kept'));
  assert.equal(await kept.count(), 0);
  await page.locator('.composer textarea').first().fill(named('โน้ตค้างไว้'));
  const id = page.url().split('/').pop();
  await until(async () => {
    await me.call('PATCH', `/api/records/opportunity/${id}`, { nextStep: named('ขั้นต่อไป') }, { 'If-Match': '*' });
    await kept.waitFor({ timeout: 1000 });
  });
  await page.locator('.composer textarea').first().fill('');
});

inEitherLanguage('a section that holds nothing but lines has one heading, and its button one word', sales, async ({ page, me, say }) => {
  const { id } = await deal(me, 'งานหัวข้อเดียว');
  const head = say('สินค้าที่สนใจ', 'Products of interest');
  const seen = (place) =>
    place.locator('h2, dt, .field > label').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width > 1).map((one) => one.innerText.trim()));
  for (const address of [`/record/opportunity/${id}`, '/new/contact']) {
    await open(page, address);
    const [label, add] = address.startsWith('/new') ? [say('ที่อยู่', 'Address'), say('เพิ่ม: ที่อยู่', 'Add: addresses')] : [say('สินค้า', 'Products'), say(`เพิ่ม: ${head}`, 'Add: products of interest')];
    const section = page.getByRole('region', { name: label, exact: true });
    await button(section, add).waitFor();
    assert.deepEqual(await seen(section), [label]);
    assert.equal((await button(section, add).innerText()).trim(), say('เพิ่ม', 'Add'));
  }
});

inEitherLanguage('the history tells in a sentence who did what', sales, async ({ page, me, say }) => {
  const { id, version } = await deal(me, 'งานมีประวัติ');
  await me.call('POST', `/api/records/opportunity/${id}/actions/move`, { input: { stage: 'needs' } }, { 'If-Match': `"${version}"` });
  await open(page, `/record/opportunity/${id}`);
  await page.getByRole('tab', { name: say('ประวัติ', 'History') }).click();
  const told = page.locator('.timeline > li', { hasText: say('เปลี่ยนขั้นตอน', 'Change stage') });
  const words = async () => (await told.locator('.grow').first().innerText()).split('\n')[0];
  await become(async () => (await words()).startsWith(`${salesperson(say)} ${say('เปลี่ยนขั้นตอน', 'used “Change stage”')}`), true);
});
