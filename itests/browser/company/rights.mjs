import assert from 'node:assert/strict';
import { button, open, press } from '../stage/hands.mjs';
import { inBothLanguages } from '../stage/scene.mjs';
import { administrator, salesperson } from './people.mjs';

const cell = (page, record, verb) => page.getByRole('combobox', { name: `${record}: ${verb}`, exact: true });

inBothLanguages('the administrator says per role what may be done, and it holds at once (ADM-01)', { who: administrator }, async ({ page, me, say }) => {
  const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
  const seller = await salesperson(say);
  await seller.settle({ locale: say('th', 'en') });
  const theirs = await seller.page();
  const set = async (level) => {
    await open(page, `/rights/${role.id}`);
    const create = cell(page, say('คู่แข่ง', 'Competitors'), say('สร้าง', 'Create'));
    await create.selectOption({ label: level });
    await press(page, say('บันทึก', 'Save'));
    await page.getByText(say('บันทึกสิทธิ์แล้ว', 'The rights were saved')).waitFor();
  };
  const isNew = say('สร้างใหม่', 'New');
  await open(theirs, '/list/competitor');
  await button(theirs.locator('.page-head'), isNew).waitFor();
  await set(say('ไม่มี', 'None'));
  await button(theirs.locator('.page-head'), isNew).waitFor({ state: 'detached' });
  await theirs.goto('/new/competitor');
  await theirs.getByText(say('ท่านไม่มีสิทธิ์สร้างรายการนี้', 'You have no right to create this')).waitFor();
  await set(say('ทั้งหมด', 'All'));
  await open(theirs, '/list/competitor');
  await button(theirs.locator('.page-head'), isNew).waitFor();
  await theirs.close();
  assert.ok(role);
});
