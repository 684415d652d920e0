import assert from 'node:assert/strict';
import { dialog, edit, fact, open, press, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inBothLanguages } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { PASSWORD, stranger } from './people.mjs';

/** In a browser of its own, because its session ends. */
const once = async (say) => (await stranger()).signIn(say('wanida', 'william'), PASSWORD);

inBothLanguages('whose session ends signs in again over his page and loses nothing he typed (ADM-02)', { who: once, refused: [401] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทหมดเวลา') });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-444-4444');
  await me.call('DELETE', '/api/session');
  await box.press('Enter');
  const again = dialog(page);
  await again.getByText(say('หมดเวลาการเข้าใช้', 'Your session has ended')).waitFor();
  await type(again, say('รหัสผ่าน', 'Password'), PASSWORD);
  await press(again, say('เข้าสู่ระบบ', 'Sign in'));
  await again.waitFor({ state: 'hidden' });
  assert.equal(await box.inputValue(), '02-444-4444');
  await box.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-444-4444');
});

inBothLanguages('while the server is away nothing typed is lost, and work goes on when it is back', { who: once, refused: ['ERR_FAILED'] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสายหลุด') });
  await open(page, `/record/account/${account.id}`);
  const place = await edit(page, 'phone');
  const box = place.locator('input');
  await box.fill('02-555-5555');
  await page.route('**/api/records/**', (call) => call.abort());
  await box.press('Enter');
  await place.getByText(say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached')).waitFor();
  assert.equal(await box.inputValue(), '02-555-5555');
  await page.unroute('**/api/records/**');
  await box.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-555-5555');
});
