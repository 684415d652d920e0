import assert from 'node:assert/strict';
import { wayThrough } from '../stage/cut.mjs';
import { button, control, open, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

let way;
/** Somebody whose network can be cut while he sends. */
const far = async () => {
  way ??= await wayThrough(DEMO);
  return (await Person.at(way.address)).asPersona('sales');
};
const broken = { who: far, refused: ['ERR_CONNECTION', 'ERR_EMPTY_RESPONSE'] };

const MB = 1024 * 1024;
const again = (place, say) => button(place, say('ลองอีกครั้ง', 'Try again'));
const away = (say) => say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached');

inEitherLanguage('a big file that breaks off midway says so, leaves what is being written and is sent again with one click', broken, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสายขาด') });
  await open(page, `/record/account/${account.id}`);
  const note = page.locator('.composer textarea').first();
  await note.fill('เขียนค้างไว้');
  const name = 'แบบแปลน.bin';
  const cut = way.cut(2 * MB);
  const chosen = page.locator('.record-head input[type="file"]').first();
  await chosen.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(8 * MB, 7) });
  assert.ok((await cut) < 8 * MB, 'only a part has gone');
  const waiting = page.locator('.uploads li', { hasText: name });
  await waiting.getByRole('alert').getByText(away(say)).waitFor();
  assert.equal(await note.inputValue(), 'เขียนค้างไว้');
  assert.deepEqual((await me.call('GET', `/api/records/account/${account.id}/files`)).items, []);
  way.mend();
  await again(waiting, say).click();
  await waiting.waitFor({ state: 'detached' });
  const kept = async () => (await me.call('GET', `/api/records/account/${account.id}/files`)).items.map((file) => [file.name, file.size]);
  await become(kept, [[name, 8 * MB]]);
  assert.equal(await note.inputValue(), 'เขียนค้างไว้');
});

/** Somebody whose machine leaves the network and finds it again. */
const roaming = { who: async () => (await Person.at(DEMO)).asPersona('sales'), refused: ['ERR_INTERNET_DISCONNECTED'] };

inEitherLanguage('a file that could not be sent without a network is sent by itself when it is back', roaming, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทนอกเครือข่าย') });
  await open(page, `/record/account/${account.id}`);
  await me.context.setOffline(true);
  const file = { name: 'หน้าร้าน.txt', mimeType: 'text/plain', buffer: Buffer.from('หน้าร้าน') };
  await page.locator('.record-head input[type="file"]').first().setInputFiles(file);
  const waiting = page.locator('.uploads li', { hasText: file.name });
  await waiting.getByRole('alert').getByText(away(say)).waitFor();
  await me.context.setOffline(false);
  await waiting.waitFor({ state: 'detached' });
  await become(async () => (await me.call('GET', `/api/records/account/${account.id}/files`)).items.map(({ name }) => name), [file.name]);
});

inEitherLanguage('an enclosure that breaks off midway leaves the e-mail as it was typed meanwhile and is sent again with one click', broken, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทแนบไฟล์') });
  await open(page, `/record/account/${account.id}`);
  await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
  const form = page.locator('.composer form');
  const subject = control(form, say('เรื่อง', 'Subject')).locator('input');
  await subject.fill('ใบเสนอราคา');
  const cut = way.cut(2 * MB);
  await form.locator('.drop input').setInputFiles({ name: 'ราคา.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(4 * MB, 7) });
  await subject.fill('ใบเสนอราคาฉบับแก้ไข');
  await cut;
  await form.getByRole('alert').getByText(away(say)).waitFor();
  way.mend();
  await again(form, say).click();
  await subject.fill('ใบเสนอราคาฉบับที่สาม');
  const enclosed = form.getByRole('checkbox', { name: 'ราคา.bin' });
  await become(() => enclosed.isChecked(), true);
  assert.equal(await subject.inputValue(), 'ใบเสนอราคาฉบับที่สาม');
  await press(form, say('ทิ้งร่าง', 'Discard'));
});

inEitherLanguage('a list of customers that breaks off midway is sent again with one click', broken, async ({ page, say }) => {
  await open(page, '/import');
  const rows = Array.from({ length: 9000 }, (_, i) => `สายขาดการค้า ${i},${'x'.repeat(60)}`);
  const buffer = Buffer.from(['ชื่อลูกค้า,หมายเหตุ', ...rows].join('\n'));
  const cut = way.cut(buffer.length / 2);
  await page.locator('.drop input').setInputFiles({ name: 'ลูกค้า.csv', mimeType: 'text/csv', buffer });
  await cut;
  await page.getByRole('alert').getByText(away(say)).waitFor();
  way.mend();
  await again(page, say).click();
  await page.locator('.mapping').waitFor();
});

inEitherLanguage('the tabs of notes and files say how many there are, also of those that were just added', { who: persona('sales') }, async ({ page, me }) => {
  const account = await me.make('account', { name: named('บริษัทนับไฟล์') });
  await me.call('POST', `/api/records/account/${account.id}/notes`, { text: 'first' });
  await open(page, `/record/account/${account.id}`);
  const [notes, files] = [page.locator('#tab-notes'), page.locator('#tab-files')];
  const counts = () => Promise.all([notes, files].map((one) => one.locator('.count').innerText()));
  await until(async () => assert.deepEqual(await counts(), ['1', '0']));
  await files.click();
  await page.locator('.drop input').setInputFiles(['หน้าร้าน.txt', 'หลังร้าน.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })));
  await until(async () => assert.deepEqual(await counts(), ['1', '2']));
  await notes.click();
  const box = page.getByRole('tabpanel').getByRole('textbox');
  await box.fill('second');
  await box.press('Control+Enter');
  await until(async () => assert.deepEqual(await counts(), ['2', '2']));
});

inEitherLanguage('what letting go of a file does is said in one line, also where the window is narrow', { who: persona('sales') }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทแคบ') });
  await page.setViewportSize({ width: 480, height: 800 });
  await open(page, `/record/account/${account.id}`);
  await page.locator('.record-page').evaluate((record) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['hello'], 'a.txt'));
    record.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
  });
  const hint = page.getByText(say('วางไฟล์เพื่อแนบกับรายการนี้', 'Drop the files to attach them'));
  await hint.waitFor();
  assert.ok((await hint.boundingBox()).height < 50, 'it takes several lines');
});
