import assert from 'node:assert/strict';
import { button, control, dialog, edit, fact, open, press, settled, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { administrator, salesperson } from './people.mjs';

/** How soon everybody sees what a module brings or takes. */
const SOON = 3000;

/** A colleague at work, whose page must not be loaded anew. */
async function colleague(say) {
  const person = await salesperson(say);
  await person.settle({ locale: say('th', 'en') });
  const page = await person.page();
  await open(page, '/list/lead');
  await page.evaluate(() => (window.stayed = true));
  return page;
}

const card = (page, say) => page.getByRole('region', { name: say('การขาย', 'Sales') });
const menu = (page, say) => page.getByRole('link', { name: say('ไปป์ไลน์การขาย', 'Pipeline') });
const stays = async (page) => assert.equal(await page.evaluate(() => window.stayed), true, 'the page was not loaded anew');

/** Somebody in the middle of a new deal, of changing one, of a note on it, and of looking for some. */
async function typing(say) {
  const person = await salesperson(say);
  const account = await person.make('account', { name: named('บริษัทของดีล') });
  const deal = await person.make('opportunity', { name: named('ดีลเดิม'), account: account.id, expectedCloseOn: '2099-12-31' });
  const form = await person.page();
  await open(form, '/new/opportunity');
  const name = say('ชื่อโอกาสทางการขาย', 'Opportunity name');
  await type(form, name, 'พิมพ์ค้างไว้');
  const record = await person.page();
  await open(record, `/record/opportunity/${deal.id}`);
  const box = (await edit(record, 'name')).locator('input');
  await box.fill('ชื่อใหม่');
  const noted = await person.page();
  await open(noted, `/record/opportunity/${deal.id}`);
  const note = noted.locator('.composer textarea').first();
  await note.fill('โน้ตค้างไว้');
  const list = await person.page();
  await open(list, '/list/opportunity');
  await settled(list);
  await press(list.locator('.toolbar'), say('ตัวกรอง', 'Filter'));
  const sought = list.locator('.filter-builder input').last();
  await sought.fill('ดีลเดิม');
  const pages = [form, record, noted, list];
  const gone = (page) => page.getByRole('alert').getByText(say('โมดูลของหน้านี้', 'The module of this page was taken away'));
  const typed = async (away) => {
    for (const page of pages) await gone(page).waitFor({ state: away ? 'visible' : 'detached', timeout: SOON });
    const boxes = [control(form, name).locator('input'), box, note, sought];
    const texts = await Promise.all(boxes.map((one) => one.inputValue()));
    assert.deepEqual(texts, ['พิมพ์ค้างไว้', 'ชื่อใหม่', 'โน้ตค้างไว้', 'ดีลเดิม']);
  };
  const finish = async () => {
    await box.press('Enter');
    await become(() => fact(record, 'name').innerText(), 'ชื่อใหม่');
    await note.press('Control+Enter');
    await noted.locator('.timeline > li', { hasText: 'โน้ตค้างไว้' }).first().waitFor();
    await press(list.locator('.filter-builder'), say('เพิ่มตัวกรอง', 'Add filter'));
    await list.locator('.chip', { hasText: 'ดีลเดิม' }).waitFor();
    for (const page of pages) await page.close();
  };
  return { typed, finish };
}

async function install(page, theirs, say) {
  await press(card(page, say), say('ติดตั้ง', 'Install'));
  await card(page, say).getByText(say('ติดตั้งแล้ว', 'Installed')).waitFor({ timeout: 30_000 });
  await menu(theirs, say).waitFor({ timeout: SOON });
  await stays(theirs);
}

inEitherLanguage('sales comes and goes while others work, and everybody sees it within three seconds and loses nothing he typed', { who: administrator }, async ({ page, say }) => {
  const theirs = await colleague(say);
  await open(page, '/modules');
  const there = card(page, say).getByText(say('ติดตั้งแล้ว', 'Installed'));
  await card(page, say).waitFor();
  if ((await there.count()) === 0) await install(page, theirs, say);
  else await menu(theirs, say).waitFor();
  const { typed, finish } = await typing(say);
  await press(card(page, say), say('ถอดออก', 'Remove'));
  await press(dialog(page), say('ถอดออก', 'Remove'));
  await card(page, say).getByText(say('พร้อมติดตั้ง', 'Available')).waitFor({ timeout: 30_000 });
  await menu(theirs, say).waitFor({ state: 'detached', timeout: SOON });
  await typed(true);
  await stays(theirs);
  assert.equal(await button(theirs, say('คัดกรอง', 'Qualify')).count(), 0);
  await install(page, theirs, say);
  await typed(false);
  await finish();
  await menu(theirs, say).click();
  await theirs.locator('.lane').first().waitFor();
  await theirs.close();
});
