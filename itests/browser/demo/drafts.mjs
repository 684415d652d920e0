import assert from 'node:assert/strict';
import { choose, control, dialog, entry, open, press, settled, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const manager = { who: persona('manager') };

/** Leads listed, and all of them chosen. */
async function chosen(page, say, mark) {
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}`);
  await settled(page);
  await page.getByRole('checkbox', { name: say('เลือกรายการที่แสดง', 'Choose loaded records') }).check();
}

async function command(page, say, words) {
  await press(page, say('คำสั่ง', 'Actions'));
  await entry(page, words).click();
}

/** It stands there again after the page was loaded anew; what is given up is forgotten. */
async function kept(page, say, { begin, box, end }) {
  const text = await box.inputValue();
  await page.reload();
  await begin();
  await become(() => box.inputValue(), text);
  await page.getByText(say('ร่างที่พิมพ์ค้างไว้', 'Restored draft')).waitFor();
  await end();
  await box.waitFor({ state: 'detached' });
  await page.reload();
  await begin();
  assert.notEqual(await box.inputValue(), text, 'what was given up does not come again');
}

inEitherLanguage('what is typed for many records outlives the page, until it is given up', { ...manager, timeout: 90_000 }, async ({ page, me, say }) => {
  const mark = named('ร่างถึงหลายราย');
  for (const n of [1, 2]) await me.make('lead', { name: `${mark} ${n}`, email: `lead${n}@b.co.th` });
  const cancel = () => press(dialog(page), say('ยกเลิก', 'Cancel'));

  const mail = async () => {
    await chosen(page, say, mark);
    await command(page, say, say('ส่งอีเมล', 'Send e-mail'));
  };
  await mail();
  const subject = control(dialog(page), say('เรื่อง', 'Subject')).locator('input');
  await subject.fill('ข่าวถึงลูกค้าทุกท่าน');
  await kept(page, say, { begin: mail, box: subject, end: cancel });

  const update = async () => {
    await chosen(page, say, mark);
    await command(page, say, say('แก้ไขค่าในฟิลด์', 'Edit a field'));
    await dialog(page).locator('.select').click();
    await page.locator('.ant-select-item-option', { hasText: say('โทรศัพท์', 'Phone') }).first().click();
  };
  await update();
  const phone = control(dialog(page), say('โทรศัพท์', 'Phone')).locator('input');
  await phone.fill('02-777-7777');
  await page.keyboard.press('Escape');
  await update();
  assert.equal(await phone.inputValue(), '02-777-7777');
});

inEitherLanguage('an e-mail to many that is refused stays as it is written, and says why', { ...manager, refused: ['status of 500'] }, async ({ page, me, say }) => {
  const mark = named('อีเมลที่ไม่ไป');
  await me.make('lead', { name: mark, email: 'lead@b.co.th' });
  await chosen(page, say, mark);
  await command(page, say, say('ส่งอีเมล', 'Send e-mail'));
  const subject = control(dialog(page), say('เรื่อง', 'Subject')).locator('input');
  await subject.fill('ข่าวเดียว');
  await page.route('**/api/records/lead/bulk', (call) => call.fulfill({ status: 500, json: { title: 'ไม่สำเร็จ' } }));
  await press(dialog(page), say('ส่ง 1 ฉบับ', 'Send 1'));
  await dialog(page).getByRole('alert').getByText('ไม่สำเร็จ').waitFor();
  assert.equal(await subject.inputValue(), 'ข่าวเดียว');
  await press(dialog(page), say('ยกเลิก', 'Cancel'));
});

inEitherLanguage('the name of a view being kept outlives the page, and is forgotten once it is', manager, async ({ page, me, say }) => {
  const keep = async () => {
    await open(page, '/list/lead?view=core.all-leads');
    await settled(page);
    await press(page.locator('.view-row'), say('บันทึกมุมมอง', 'Save view'));
  };
  await keep();
  const box = page.locator('.pop input').first();
  const name = named('มุมมองค้างไว้');
  await box.fill(name);
  await page.reload();
  await keep();
  await become(() => box.inputValue(), name);
  await press(page.locator('.pop'), say('บันทึก', 'Save'));
  await toast(page, name).waitFor();
  await keep();
  assert.notEqual(await box.inputValue(), name);
  const { views } = await me.call('GET', '/api/types/lead');
  await me.call('DELETE', `/api/views/${views.find((one) => Object.values(one.label).includes(name)).saved.id}`);
});

inEitherLanguage('a short form of a record shut with Esc is not given up', manager, async ({ page, me, say }) => {
  const { name } = await me.make('lead', { name: named('ร่างข้างรายการ') });
  const edit = async () => {
    await press(page.locator('.grid-row', { hasText: name }), say(`เพิ่มเติมของ ${name}`, `More about ${name}`));
    await entry(page, say('แก้ไข', 'Edit')).click();
  };
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(name)}`);
  await settled(page);
  await edit();
  const box = control(page.locator('#layers .ant-drawer'), say('มือถือ', 'Mobile')).locator('input');
  await box.fill('02-888-8888');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await edit();
  assert.equal(await box.inputValue(), '02-888-8888');
  await press(page.locator('#layers .ant-drawer'), say('ยกเลิก', 'Cancel'));
  await box.waitFor({ state: 'detached' });
  await edit();
  assert.equal(await box.inputValue(), '');
});
