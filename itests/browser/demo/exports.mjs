import assert from 'node:assert/strict';
import fs from 'node:fs';
import { entry, open, press, rows } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const manager = { who: persona('manager') };

inEitherLanguage('addresses are exported behind the columns seen, when they are chosen', manager, async ({ page, me, say }) => {
  const name = named('ส่งออกที่อยู่');
  const addresses = [
    { kind: 'billing', province: 'เชียงใหม่' },
    { kind: 'main', province: 'กรุงเทพมหานคร' },
  ];
  await me.make('account', { name, addresses });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await become(async () => (await rows(page)).length, 1);
  await press(page, say('ส่งออก', 'Export'));
  await page.getByRole('menuitemcheckbox', { name: say('ที่อยู่', 'Addresses') }).click();
  const downloading = page.waitForEvent('download');
  await entry(page, say('ไฟล์ CSV', 'CSV')).click();
  const text = fs.readFileSync(await (await downloading).path(), 'utf8').replace(/^\uFEFF/, '');
  const [head, row] = text.trim().split(/\r?\n/).map((line) => line.split(','));
  const provinces = [say('ที่อยู่ · จังหวัด', 'Addresses · Province'), say('ที่อยู่ 2 · จังหวัด', 'Addresses 2 · Province')];
  assert.deepEqual(
    provinces.map((heading) => row[head.indexOf(heading)]),
    ['กรุงเทพมหานคร', 'เชียงใหม่'],
  );
});
