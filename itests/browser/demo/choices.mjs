// What keys take out of a list: only what keys led to, and only when it is there.
import assert from 'node:assert/strict';
import { button, control, dialog, edit, fact, holdBack, open, press, ready, settled, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const offered = (page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');

inEitherLanguage('who opens a choice, lets the mouse rest on it and goes on with Tab changes nothing', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไม่ยกให้ใคร'), businessType: 'manufacturing' });
  const { version } = await me.read('account', account.id);
  await open(page, `/record/account/${account.id}`);
  for (const name of ['owner', 'businessType']) {
    const place = await edit(page, name);
    await ready(page).nth(2).hover();
    await place.locator('input').first().press('Tab');
    await offered(page).first().waitFor({ state: 'hidden' });
  }
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(account.name)}`);
  await settled(page);
  const owner = page.locator('.grid-row [data-col]', { hasText: say('สมชาย ใจดี', 'Somchai Jaidee') }).first();
  await owner.focus();
  await page.keyboard.press('F2');
  await ready(page).first().waitFor();
  await page.keyboard.press('Tab');
  // It led on to the next cell.
  await until(async () => {
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.in-place').count(), 0);
  });
  const now = await me.read('account', account.id);
  assert.deepEqual([now.owner.id, now.businessType, now.version], [me.id, 'manufacturing', version]);
  await open(page, '/new/account');
  const kind = control(page, say('ประเภทธุรกิจ', 'Business type'));
  await kind.locator('.select').click();
  await ready(page).first().waitFor();
  await page.keyboard.press('Tab');
  await offered(page).first().waitFor({ state: 'hidden' });
  assert.equal(await kind.locator('.ant-select-selection-item, .ant-select-content-has-value').count(), 0);
});

inEitherLanguage('Enter takes what was found for what is typed, never what stood there before, and loses no letter while it waits', sales, async ({ page, me, say }) => {
  const mark = named('ตัวเลือก').replace(' ', '');
  const made = [];
  for (let i = 0; i < 25; i++) made.push(await me.make('account', { name: `${mark} ${String(i).padStart(2, '0')}` }));
  await open(page, '/new/contact');
  const place = control(page, say('ลูกค้า', 'Account'));
  const box = place.locator('input');
  let answer = () => {};
  await page.route('**/api/records/account/query', async (route) => {
    if (route.request().postData().includes(mark)) await new Promise((on) => (answer = on));
    await route.continue();
  });
  await box.click();
  await ready(page).first().waitFor();
  const asked = page.waitForRequest((request) => (request.postData() ?? '').includes(mark));
  await box.pressSequentially(mark);
  await box.press('Enter');
  await asked;
  await box.press('Enter');
  assert.equal(await box.inputValue(), mark);
  answer();
  await until(async () => assert.equal(await ready(page).first().innerText({ timeout: 100 }), made[0].name));
  // As many stand there now as before.
  await until(async () => {
    await box.press('Enter');
    await place.getByText(made[0].name).first().waitFor({ timeout: 2000 });
  });
});

inEitherLanguage('a filter takes whom one typed, not oneself, however fast Enter follows', sales, async ({ page, say }) => {
  await open(page, '/list/account?view=core.all-accounts');
  await settled(page);
  await press(page, say('ตัวกรอง', 'Filter'));
  const [field, , value] = [0, 1, 2].map((nth) => dialog(page).locator('.select').nth(nth));
  const owner = say('ผู้ดูแล', 'Owner');
  await field.click();
  await field.locator('input').pressSequentially(owner);
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByText(owner, { exact: true }).first().click();
  await value.click();
  const who = say('กัญญา', 'Kanya');
  await value.locator('input').pressSequentially(who);
  await value.locator('input').press('Enter');
  assert.equal(await value.locator('input').inputValue(), who);
  await until(async () => assert.match(await ready(page).first().innerText(), new RegExp(who)));
  await until(async () => {
    await value.locator('input').press('Enter');
    await value.getByText(who).first().waitFor({ timeout: 2000 });
  });
  assert.doesNotMatch(await value.innerText(), new RegExp(say('ฉัน', 'Me')));
  await button(dialog(page), say('เพิ่มตัวกรอง', 'Add filter')).press('Enter');
  await page.locator('.chip', { hasText: who }).waitFor();
});

inEitherLanguage('letters that chose nobody are not saved as nobody, and what is being saved takes no other choice', sales, async ({ page, me, say }) => {
  const name = named('บริษัทเลือกทัน');
  await open(page, '/new/account');
  await type(page, say('ชื่อลูกค้า', 'Account name'), name);
  const owner = control(page, say('ผู้ดูแล', 'Owner'));
  await owner.locator('.select').click();
  const box = owner.getByRole('combobox');
  await box.pressSequentially('ไม่มีใครชื่อนี้');
  await box.press('Control+s');
  assert.deepEqual([await box.inputValue(), await me.count('account', { field: 'name', op: '=', value: name })], ['ไม่มีใครชื่อนี้', 0]);
  await box.fill('');
  await box.press('Escape');
  const answer = await holdBack(page, '**/api/records/account');
  await type(page, say('ชื่อลูกค้า', 'Account name'), name);
  await page.keyboard.press('Control+s');
  const kind = control(page, say('ประเภทธุรกิจ', 'Business type'));
  await kind.locator('.select').click();
  await ready(page).first().click();
  answer();
  await fact(page, 'owner').waitFor();
  const [made] = await me.find('account', { field: 'name', op: '=', value: name }, ['businessType']);
  assert.equal(made.businessType, null);
});

inEitherLanguage('a participant of whom nothing was said is none', sales, async ({ page, me, say }) => {
  const { id, version } = await me.make('activity', { type: 'appointment', subject: named('นัดไม่มีใคร') });
  await open(page, `/record/activity/${id}`);
  await press(page, say('เพิ่ม: ผู้เข้าร่วม', 'Add: participants'));
  await dialog(page).locator('input:focus').waitFor();
  await page.keyboard.type('ไม่มีใครชื่อนี้');
  await press(dialog(page), say('ตกลง', 'OK'));
  await become(() => page.getByRole('dialog').count(), 0);
  assert.equal(await page.locator('.part').count(), 0);
  assert.equal((await me.read('activity', id)).version, version);
});
