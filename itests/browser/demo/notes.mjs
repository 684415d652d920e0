import assert from 'node:assert/strict';
import { button, dialog, holdBack, open, press, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const entry = (page, text) => page.locator('.timeline > li.note', { hasText: text }).first();

inEitherLanguage('a note changed in another window meanwhile loses neither text (GEN-25)', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสองหน้าต่าง') });
  const notes = `/api/records/account/${account.id}/notes`;
  const note = await me.call('POST', notes, { text: 'ส่งของวันจันทร์' });
  await open(page, `/record/account/${account.id}`);
  await entry(page, 'ส่งของวันจันทร์').hover();
  await button(entry(page, 'ส่งของวันจันทร์'), say('แก้ไขบันทึก', 'Edit note')).click();
  const box = page.locator('.timeline textarea');
  await box.fill('ส่งของวันพุธ');
  await me.call('PATCH', `/api/notes/${note.id}`, { text: 'ส่งของวันอังคาร' });
  await box.press('Control+Enter');
  const told = page.locator('.timeline').getByRole('alert');
  await told.getByText('ส่งของวันอังคาร').waitFor();
  assert.equal(await box.inputValue(), 'ส่งของวันพุธ');
  await page.reload();
  assert.equal((await me.call('GET', notes)).items[0].text, 'ส่งของวันอังคาร', 'nothing is overwritten unasked');

  // What was typed is offered again, and still is about the note as it was.
  await entry(page, 'ส่งของวันอังคาร').hover();
  await button(entry(page, 'ส่งของวันอังคาร'), say('แก้ไขบันทึก', 'Edit note')).click();
  assert.equal(await box.inputValue(), 'ส่งของวันพุธ');
  await box.press('Control+Enter');
  await told.getByText('ส่งของวันอังคาร').waitFor();
  await box.press('Control+Enter');
  await box.waitFor({ state: 'detached' });
  await entry(page, 'ส่งของวันพุธ').waitFor();

  await page.getByRole('tab', { name: say('ประวัติ', 'History') }).click();
  const change = page.locator('.timeline > li', { hasText: 'ส่งของวันพุธ' }).first();
  await change.getByText('ส่งของวันอังคาร').waitFor();
});

inEitherLanguage('who is mentioned and cannot see the record is told to the writer, who shares it from there (GEN-25)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไม่เห็น') });
  const notes = `/api/records/account/${account.id}/notes`;
  const everybody = await me.find('user', { field: 'active', op: '=', value: true }, ['name', 'nameEn']);
  const asked = await me.call('POST', notes, { text: 'ลอง', mentions: everybody.slice(0, 50).map((one) => one.id) });
  const other = asked.unreached.find((one) => everybody.filter(({ name }) => name === one.label).length === 1);
  await open(page, `/record/account/${account.id}`);
  const box = page.locator('.composer').getByRole('textbox').first();
  await box.pressSequentially(`@${other.label.split(' ')[0]}`);
  await page.locator('.mentions li', { hasText: other.label }).click();
  await box.press('Control+Enter');
  await press(toast(page, other.label), say('แบ่งปัน', 'Share'));
  const { nameEn } = everybody.find(({ id }) => id === other.id);
  await dialog(page).locator('.shares li', { hasText: say(other.label, nameEn) }).waitFor();
  await press(dialog(page), say('บันทึก', 'Save'));
  await dialog(page).waitFor({ state: 'detached' });
  const now = await me.call('POST', notes, { text: 'เห็นแล้ว', mentions: [other.id] });
  assert.equal(now.unreached, undefined);
});

/** The box of a new note of a new customer. */
const newNote = async (page, me, name) => {
  const account = await me.make('account', { name: named(name) });
  await open(page, `/record/account/${account.id}`);
  return page.locator('.composer').getByRole('textbox').first();
};

inEitherLanguage('Enter before the colleagues are found that are typed for chooses nobody', sales, async ({ page, me }) => {
  const box = await newNote(page, me, 'บริษัทพิมพ์เร็ว');
  const answer = await holdBack(page, '**/api/records/user/query', (request) => request.postData().includes('"text"'));
  await box.pressSequentially('@');
  await page.locator('.mentions li').first().waitFor();
  await box.pressSequentially('วิภา');
  await box.press('Enter');
  assert.equal(await box.inputValue(), '@วิภา\n');
  answer();
});

inEitherLanguage('a colleague is named where the word stands, or not at all', sales, async ({ page, me }) => {
  const box = await newNote(page, me, 'บริษัทเลื่อนเคอร์เซอร์');
  await box.pressSequentially('เรียน @ว');
  await page.locator('.mentions li').first().waitFor();
  await box.press('Home');
  await page.locator('.mentions').waitFor({ state: 'detached' });
  await box.press('Enter');
  assert.equal(await box.inputValue(), '\nเรียน @ว');
});

inEitherLanguage('what is typed while a note is on its way is not swallowed', sales, async ({ page, me, say }) => {
  const box = await newNote(page, me, 'บริษัทสายช้า');
  const answer = await holdBack(page, '**/notes', (request) => request.method() === 'POST');
  await box.fill('ส่งของแล้ว');
  await box.press('Control+Enter');
  await box.pressSequentially('ลืมใบเสร็จ');
  assert.equal(await box.inputValue(), 'ส่งของแล้ว', 'it takes nothing that would be gone with the rest');
  answer();
  await become(() => box.inputValue(), '');
  await box.pressSequentially('ลืมใบเสร็จ');
  await page.reload();
  await page.locator('.composer').getByText(say('ร่างที่พิมพ์ค้างไว้', 'Restored draft')).waitFor();
  assert.equal(await box.inputValue(), 'ลืมใบเสร็จ');
});

inEitherLanguage('a note typed in another window stays a draft when this one is added', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสองร่าง') });
  const box = (page) => page.locator('.composer').getByRole('textbox').first();
  const other = await page.context().newPage();
  await open(page, `/record/account/${account.id}`);
  await open(other, `/record/account/${account.id}`);
  await box(page).fill('ร่างหน้าต่างแรก');
  await box(other).fill('ร่างหน้าต่างที่สอง');
  await box(page).press('Control+Enter');
  await entry(page, 'ร่างหน้าต่างแรก').waitFor();
  await become(() => box(page).inputValue(), '');
  await other.reload();
  await other.getByText(say('ร่างที่พิมพ์ค้างไว้', 'Restored draft')).waitFor();
  assert.equal(await box(other).inputValue(), 'ร่างหน้าต่างที่สอง');
  await box(other).press('Control+Enter');
  await entry(other, 'ร่างหน้าต่างที่สอง').waitFor();
  await other.reload();
  await entry(other, 'ร่างหน้าต่างที่สอง').waitFor();
  assert.equal(await box(other).inputValue(), '');
});
