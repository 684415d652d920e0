import assert from 'node:assert/strict';
import { button, open, press } from '../stage/hands.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { administrator, salesperson } from './people.mjs';

const cell = (page, record, verb) => page.getByRole('combobox', { name: `${record}: ${verb}`, exact: true });

/** How soon a changed right is seen where somebody works already. */
const SOON = { timeout: 3000 };

inEitherLanguage(
  'the administrator says per role what may be done, and it holds at once (ADM-01)',
  { who: administrator },
  async ({ page, me, say }) => {
    const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
    const seller = await salesperson(say);
    await seller.settle({ locale: say('th', 'en') });
    const theirs = await seller.page();
    const competitors = say('คู่แข่ง', 'Competitors');
    const leads = say('ลูกค้าใหม่ (Lead)', 'Leads');
    await open(page, `/rights/${role.id}`);
    const set = async (records, verb, level) => {
      await cell(page, records, verb).selectOption({ label: level });
      await press(page, say('บันทึก', 'Save'));
      await page.getByText(say('บันทึกสิทธิ์แล้ว', 'The rights were saved')).last().waitFor();
    };
    const [none, team, all] = [say('ไม่มี', 'None'), say('ทีม', 'Team'), say('ทั้งหมด', 'All')];
    const [create, read] = [say('สร้าง', 'Create'), say('อ่าน', 'Read')];
    const entry = (name) => theirs.getByRole('link', { name, exact: true });
    const isNew = button(theirs.locator('.page-head'), say('สร้างใหม่', 'New'));
    await open(theirs, '/list/competitor');
    await isNew.waitFor();
    await set(competitors, create, none);
    await isNew.waitFor({ state: 'detached', ...SOON });
    await theirs.goto('/new/competitor');
    await theirs.getByText(say('คุณไม่มีสิทธิ์สร้างรายการนี้', 'You have no right to create this')).waitFor();
    await open(theirs, '/list/account');
    await theirs.evaluate(() => (window.stayed = true));
    await entry(leads).waitFor();
    await set(leads, read, none);
    await entry(leads).waitFor({ state: 'detached', ...SOON });
    await set(leads, read, team);
    await entry(leads).waitFor(SOON);
    assert.equal(await theirs.evaluate(() => window.stayed), true, 'the page was not loaded anew');
    await set(competitors, create, all);
    await entry(competitors).click();
    await isNew.waitFor(SOON);
    await theirs.close();
  },
);
