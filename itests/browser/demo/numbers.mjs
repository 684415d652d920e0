import assert from 'node:assert/strict';
import { button, choose, control, dialog, edit, fact, open, pick, press, typeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const revenue = (say) => say('รายได้ที่คาดหวัง', 'Estimated revenue');
const deal = async (me) => {
  const account = await me.make('account', { name: named('บริษัทตัวเลข') });
  return me.make('opportunity', { name: named('โอกาสตัวเลข'), account: account.id, expectedCloseOn: '2099-12-31', expectedRevenue: 500_000 });
};

inEitherLanguage('what begins as a number and is none is refused whole where it stands, and put right', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const { id, version } = await deal(me);
  await open(page, `/record/opportunity/${id}`);
  const box = (await edit(page, 'expectedRevenue')).locator('input');
  for (const typed of ['2.5 ล้าน', '1200k', '12-5', '0x10', '1,5']) {
    await box.press('ControlOrMeta+a');
    await box.pressSequentially(typed);
    await box.press('Enter');
    await page.locator('[data-field="expectedRevenue"] [role=alert]').getByText(typed).waitFor();
    assert.equal(await box.inputValue(), typed);
  }
  assert.equal((await me.read('opportunity', id)).version, version);
  await box.press('ControlOrMeta+a');
  await box.pressSequentially('๒,๕๐๐,๐๐๐');
  await box.press('Enter');
  await become(() => fact(page, 'expectedRevenue').innerText(), '2,500,000.00');
  // The commas that stand there already are those of what is shown, wherever a digit is taken away.
  const again = (await edit(page, 'expectedRevenue')).locator('input');
  await again.press('End');
  await again.press('Backspace');
  await again.press('Enter');
  await become(() => fact(page, 'expectedRevenue').innerText(), '250,000.00');
});

inEitherLanguage('in a form what is no number stays when it is left, and is refused by its name', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const account = named('บริษัทสองล้าน');
  await me.make('account', { name: account });
  const name = named('โอกาสสองล้าน');
  await open(page, '/new/opportunity');
  await control(page, say('ชื่อโอกาสทางการขาย', 'Opportunity name')).locator('input').fill(name);
  await choose(page, say('ลูกค้า', 'Account'), account, account);
  await typeDay(page, say('วันที่คาดว่าจะปิดการขาย', 'Expected close date'), '31/12/2599');
  const field = control(page, revenue(say));
  await field.locator('input').pressSequentially('2 ล้าน');
  await page.keyboard.press('Tab');
  assert.equal(await field.locator('input').inputValue(), '2 ล้าน');
  await press(page, say('บันทึก', 'Save'));
  await field.getByText('2 ล้าน').waitFor();
  assert.equal((await me.find('opportunity', { field: 'name', op: '=', value: name })).length, 0);
  await field.locator('input').fill('2000000');
  await press(page, say('บันทึก', 'Save'));
  await become(() => fact(page, 'expectedRevenue').innerText(), '2,000,000.00');
});

inEitherLanguage('a filter asks for no beginning of what is typed: what was there comes back', sales, async ({ page, say }) => {
  await open(page, '/list/opportunity?view=sfa.all-opportunities');
  await press(page, say('ตัวกรอง', 'Filter'));
  const field = dialog(page).locator('.select').first();
  await field.click();
  await pick(page, field, revenue(say), revenue(say));
  const box = dialog(page).locator('input.num');
  await box.pressSequentially('2 ล้าน');
  const add = button(dialog(page), say('เพิ่มตัวกรอง', 'Add filter'));
  assert.ok(await add.isDisabled());
  await page.keyboard.press('Tab');
  await become(() => box.inputValue(), '');
  await box.pressSequentially('2,000,000');
  await add.click();
  await page.locator('.chips .chip', { hasText: '2,000,000' }).waitFor();
});
