import assert from 'node:assert/strict';
import { dialog, entry, open, pick, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

inEitherLanguage('an import is undone from its result, and what somebody changed since is left, listed and put back all the same', { who: persona('administrator') }, async ({ page, me, say }) => {
  const names = ['ก', 'ข', 'ค'].map((letter) => named(`บริษัทนำเข้า ${letter}`));
  await open(page, '/import?entity=account');
  await page.locator('.drop input').setInputFiles({
    name: 'ลูกค้า.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['ชื่อลูกค้า,จังหวัด', ...names.map((name) => `${name},ตาก`)].join('\n')),
  });
  await press(page, say('ตรวจสอบทุกแถว', 'Check all rows'));
  await page.getByRole('button', { name: say(/^นำเข้า .* แถว$/, /^Import .* rows$/) }).click();
  const filter = { field: 'name', op: 'in', value: names };
  const there = async () => (await me.call('POST', '/api/records/account/query', { fields: ['name'], filter })).items;
  await become(async () => (await there()).length, 3);
  const changed = (await there()).find((one) => one.name === names[1]);
  await me.call('POST', `/api/records/account/${changed.id}/notes`, { text: 'called' });

  await press(page, say('ย้อนคืนการนำเข้า', 'Undo import'));
  await press(page.getByRole('dialog'), say('ย้อนคืนการนำเข้า', 'Undo import'));
  const left = page.locator('.left-list');
  await left.getByRole('link', { name: names[1] }).waitFor();
  assert.deepEqual((await there()).map((one) => one.name), [names[1]]);
  await left.getByRole('checkbox').check();
  await press(page.getByRole('dialog'), say('ย้อนคืน 1 รายการที่เลือก', 'Put 1 back all the same'));
  await become(async () => (await there()).length, 0);
  await page.getByText(say('ย้อนคืนแล้ว', 'Was undone')).first().waitFor();
  await open(page, '/import');
  await page.locator('.former-list li', { hasText: 'ลูกค้า.csv' }).first().getByText(say('ย้อนคืนแล้ว', 'Was undone')).waitFor();
});

inEitherLanguage('what was deleted is found in the recycle bin by name, kind and day', { who: persona('administrator') }, async ({ page, me, say }) => {
  const name = named('ถูกลบแล้ว');
  for (const entity of ['account', 'lead']) {
    const made = await me.make(entity, { name: `${name} ${entity}` });
    await me.call('DELETE', `/api/records/${entity}/${made.id}`, undefined, { 'If-Match': '*' });
  }
  await open(page, '/recycle-bin');
  const found = () => page.locator('tbody th').allInnerTexts();
  await page.getByRole('searchbox', { name: say('ค้นหาในถังขยะ', 'Search the recycle bin') }).fill(name);
  await become(found, [`${name} lead`, `${name} account`]);
  await page.locator('.bin-filter .select').first().click();
  await pick(page, page.locator('.bin-filter'), say('ลูกค้า', 'Account'));
  await become(found, [`${name} account`]);
  const until = page.getByLabel(say('ถึง', 'Until'), { exact: true });
  await until.fill('1/1/2563');
  await until.press('Enter');
  await page.getByText(say('ไม่พบรายการเช่นนี้ในถังขยะ', 'Nothing like that lies in the recycle bin')).waitFor();
});

inEitherLanguage('what was done to many records is listed, also after a reload, with the way back', { who: persona('manager') }, async ({ page, me, say }) => {
  const accounts = await Promise.all([1, 2].map((i) => me.make('account', { name: named(`บริษัทเปลี่ยนพร้อมกัน ${i}`), potential: 'low' })));
  const ids = accounts.map(({ id }) => id);
  await me.call('POST', '/api/records/account/bulk', { ids, verb: 'update', values: { potential: 'high' } });
  const potentials = async () => (await me.find('account', { field: 'id', op: 'in', value: ids }, ['potential'])).map((one) => one.potential).join();
  await become(potentials, 'high,high');
  await open(page, '/');
  await page.locator('.user-button').click();
  await entry(page, say('งานที่สั่งทำ', 'My jobs')).click();
  const line = dialog(page).locator('.former-list li').first();
  await line.getByText(say('สำเร็จ 2 รายการ', '2 done')).waitFor();
  await press(line, say('ย้อนคืน', 'Undo'));
  await press(page.getByRole('dialog', { name: say('ย้อนคืน “', 'Undo “') }), say('ย้อนคืน', 'Undo'));
  await become(potentials, 'low,low');
  await dialog(page).getByText(say('ย้อนคืนแล้ว', 'Was undone')).first().waitFor();
});

inEitherLanguage('an administrator sees his own jobs, and those of everybody with whose they are when he asks for them', { who: persona('administrator') }, async ({ page, me, say }) => {
  const manager = await persona('manager')();
  const { id } = await manager.make('account', { name: named('บริษัทของงาน') });
  const { job } = await manager.call('POST', '/api/records/account/bulk', { ids: [id], verb: 'update', values: { potential: 'high' } });
  await become(async () => (await me.call('GET', '/api/jobs?of=all')).items.some((one) => one.id === job), true);
  assert.ok((await me.call('GET', '/api/jobs')).items.every(({ user }) => user === me.id), 'his own');
  const [{ name, nameEn }] = await me.find('user', { field: 'id', op: '=', value: manager.id }, ['name', 'nameEn']);
  await open(page, '/');
  await page.locator('.user-button').click();
  await entry(page, say('งานที่สั่งทำ', 'My jobs')).click();
  await press(dialog(page), say('ของทุกคน', "Everybody's"));
  await dialog(page).locator('.former-list li', { hasText: say(name, nameEn) }).first().waitFor();
  await press(dialog(page), say('ของฉัน', 'Mine'));
  await become(() => dialog(page).locator('.former-list li', { hasText: say(name, nameEn) }).count(), 0);
});
