import assert from 'node:assert/strict';
import { choose, control, dialog, entry, open, press, toast, type } from '../stage/hands.mjs';
import { FIRST_PASSWORD } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';
import { administrator, PASSWORD, stranger } from './people.mjs';

/** What a new user chooses before he thinks of a better one. */
const FIRST_OWN = 'อันแรก-2569-ok';

const labels = (say) => ({
  login: say('ชื่อผู้ใช้', 'User name'),
  password: say('รหัสผ่าน', 'Password'),
  enter: say('เข้าสู่ระบบ', 'Sign in'),
  current: say('รหัสผ่านปัจจุบัน', 'Current password'),
  next: say('รหัสผ่านใหม่', 'New password'),
  again: say('รหัสผ่านใหม่อีกครั้ง', 'New password again'),
  change: say('เปลี่ยนรหัสผ่าน', 'Change password'),
});

async function signIn(page, say, login, password) {
  const { login: name, password: word, enter } = labels(say);
  await type(page, name, login);
  await type(page, word, password);
  await press(page, enter);
}

async function setPassword(page, say, current, next, again = next) {
  const words = labels(say);
  // Whoever typed it a moment ago is not asked again.
  if (current) await type(page, words.current, current);
  await type(page, words.next, next);
  await type(page, words.again, again);
  await press(page, words.change);
}

scene(
  'In Thai: without a password nobody comes in, and the first one must be changed (ADM-02)',
  { who: stranger, refused: [401, 403, 422] },
  async ({ page, me }) => {
    const { say } = languages[0];
    await open(page, '/list/account');
    await press(page, 'ไทย');
    await signIn(page, say, 'admin', '');
    await page.getByRole('alert').filter({ hasText: 'ใส่ชื่อผู้ใช้และรหัสผ่าน' }).waitFor();
    await signIn(page, say, 'admin', 'ผิดแน่นอน');
    await page.getByRole('alert').filter({ hasText: 'ไม่ถูกต้อง' }).waitFor();
    assert.equal((await me.context.request.post('/api/records/account/query', { data: {} })).status(), 401);
    await signIn(page, say, 'admin', FIRST_PASSWORD);
    await page.getByRole('heading', { name: 'ตั้งรหัสผ่านของคุณ' }).waitFor();
    assert.equal(await control(page, labels(say).current).count(), 0, 'the password typed a moment ago is not asked for again');
    await setPassword(page, say, '', PASSWORD, 'ไม่เหมือนกัน');
    await page.getByText('รหัสผ่านสองช่องไม่เหมือนกัน').waitFor();
    await setPassword(page, say, '', 'สั้น');
    await control(page, labels(say).next).locator('.error').waitFor();
    await setPassword(page, say, '', PASSWORD);
    await page.getByRole('heading', { name: 'ลูกค้า' }).waitFor();
  },
);

inEitherLanguage(
  'the administrator makes a user with role and team, who sets his own password, then another, and sees what he may (ADM-01 ADM-02)',
  { who: administrator, refused: [401, 403] },
  async ({ page, me, say }) => {
    const login = say('wanida', 'william');
    const name = say('วนิดา ขายเก่ง', 'William Seller');
    if ((await me.find('team')).length === 0) await me.make('team', { name: 'ทีมขายหนึ่ง' });
    await open(page, '/list/user');
    await press(page.locator('.page-head'), say('สร้างใหม่', 'New'));
    await press(dialog(page), say('แบบฟอร์มเต็ม', 'Full form'));
    await type(page, say('ชื่อผู้ใช้', 'Login'), login);
    await type(page, say('ชื่อ', 'Name'), name);
    await choose(page, say('ทีมหลัก', 'Main team'), 'ทีมขายหนึ่ง');
    await choose(page, say('ภาษา', 'Language'), say('ไทย', 'English'));
    await press(page, say('เพิ่ม: บทบาท', 'Add: roles'));
    await choose(dialog(page), say('บทบาท', 'Role'), say('พนักงานขาย', 'Salesperson'));
    await press(dialog(page), say('ตกลง', 'OK'));
    await page.locator('form .part', { hasText: say('พนักงานขาย', 'Salesperson') }).waitFor();
    await page.getByRole('button', { name: say('บันทึก', 'Save') }).first().click();
    await page.waitForURL('**/record/user/*');
    await press(page, say('เพิ่มเติม', 'More'));
    await entry(page, say('ตั้งรหัสผ่านใหม่', 'New password')).click();
    const told = dialog(page).getByText(login);
    await told.waitFor();
    const given = (await told.innerText()).match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/)[0];
    await press(dialog(page), say('ปิด', 'Close'));

    const seller = await stranger();
    const his = await seller.page();
    await open(his, '/');
    await press(his, say('ไทย', 'EN'));
    await signIn(his, say, login, given);
    await setPassword(his, say, '', FIRST_OWN);
    await his.getByText(say('สวัสดี', 'Hello')).waitFor();
    await his.locator('.user-button').click();
    await entry(his, say('เปลี่ยนรหัสผ่าน', 'Change password')).click();
    await setPassword(dialog(his), say, given, PASSWORD);
    await control(dialog(his), labels(say).current).locator('.error').waitFor();
    await setPassword(dialog(his), say, FIRST_OWN, PASSWORD);
    await toast(his, say('เปลี่ยนรหัสผ่านแล้ว', 'Your password was changed')).waitFor();
    await his.getByRole('link', { name: say('การขาย', 'Sales') }).click();
    await his.getByRole('link', { name: say('ลูกค้า', 'Accounts'), exact: true }).waitFor();
    await his.locator('.panel').getByRole('link', { name: say('นำเข้าข้อมูล', 'Import') }).waitFor();
    for (const closed of [say('ผู้ดูแลระบบ', 'Administrator'), say('โมดูล', 'Modules'), say('ผู้ใช้', 'Users'), say('บทบาทและสิทธิ์', 'Roles and rights')]) {
      assert.equal(await his.getByRole('link', { name: closed, exact: true }).count(), 0, closed);
    }
    await his.close();
    await seller.context.close();
  },
);

inEitherLanguage('the administrator of a company without customers is led through its first steps, until he puts them away', { who: administrator }, async ({ page, me, say }) => {
  // Whether somebody else has brought a customer in meanwhile is not what this is about.
  await page.route('**/api/records/account/query', (call) => call.fulfill({ json: { items: [], total: { value: 0, exact: true } } }));
  await page.route('**/api/home*', async (call) => {
    const day = await (await call.fetch()).json();
    await call.fulfill({ json: { ...day, blocks: day.blocks.map((block) => ({ ...block, rows: [] })) } });
  });
  await me.call('PUT', '/api/preferences/firstSteps', false);
  await open(page, '/');
  const block = page.getByRole('region', { name: say('เริ่มต้นใช้งาน', 'First steps') });
  await until(async () => assert.equal(await block.getByRole('link').count(), 5));
  await block.getByRole('link', { name: say('นำเข้าข้อมูล', 'Import') }).click();
  await page.waitForURL('**/import');
  await page.goBack();
  await press(block, say('ไม่ต้องแสดงอีก', 'Do not show again'));
  await block.waitFor({ state: 'detached' });
  await open(page, '/list/account');
  await page.locator('.empty').getByRole('link', { name: say('นำเข้า', 'Import'), exact: true }).waitFor();
});
