import assert from 'node:assert/strict';
import { dialog, entry, open, press, savedAnyway, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, salesperson } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { signOut } from '../stage/visitor.mjs';

/** In a browser of its own, because its session ends. */
const alone = { who: async () => (await Person.at(DEMO)).asPersona('sales'), refused: [401] };

/** Comes back over the page on which the session ended. */
async function comeBack(page, say) {
  const again = page.getByRole('dialog').filter({ hasText: say('หมดเวลาการเข้าใช้', 'Your session has ended') });
  await again.getByRole('button', { name: salesperson(say) }).click();
  await again.waitFor({ state: 'hidden' });
}

inEitherLanguage('what was being saved when the session ended is saved once somebody signed in again, and nothing tells him to sign in any more', alone, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทหมดเวลา') });
  const refusal = page.getByText(say('กรุณาเข้าสู่ระบบ', 'Please sign in'));

  await open(page, '/new/account');
  const name = named('บริษัทที่บันทึกต่อ');
  await type(page, say('ชื่อลูกค้า', 'Account name'), name);
  await me.call('DELETE', '/api/session');
  await press(page.locator('.page-head'), say('บันทึก', 'Save'));
  await comeBack(page, say);
  await savedAnyway(page, say, page.locator('.facts'));
  assert.equal(await refusal.count(), 0);
  await me.goOn();
  assert.equal(await me.count('account', { field: 'name', op: '=', value: name }), 1, 'it is saved once');

  await open(page, `/record/account/${account.id}`);
  await press(page.locator('.record-head'), say('บันทึกการโทร', 'Log a call'));
  const said = named('คุยจนหมดเวลา');
  await dialog(page).locator('textarea').first().fill(said);
  await me.call('DELETE', '/api/session');
  await press(dialog(page), say('บันทึก', 'Save'));
  await comeBack(page, say);
  await toast(page, say('บันทึกแล้ว', 'Logged')).waitFor();
  await become(() => page.getByRole('dialog').count(), 0);
  await page.locator('.timeline > li', { hasText: said }).first().waitFor();
  assert.equal(await refusal.count(), 0);
});

inEitherLanguage('who comes in after somebody else in the same browser sees nothing of him, on no page and not by going back', { ...alone, refused: [401, 404] }, async ({ page, me, say }) => {
  const lead = await me.make('lead', { name: named('ลีดของคนก่อน') });
  const page2 = await page.context().newPage();
  await open(page2, `/record/lead/${lead.id}`);
  await page2.locator('.composer').getByRole('textbox').first().fill('บันทึกของคนก่อน');
  await open(page, `/record/lead/${lead.id}`);
  await signOut(page, say('ออกจากระบบ', 'Sign out'));
  await page2.getByRole('dialog').filter({ hasText: say('หมดเวลาการเข้าใช้', 'Your session has ended') }).waitFor();
  await page.goBack();
  await page.locator('.persona').first().waitFor();
  assert.equal(await page.locator('.shell').count(), 0);
  await page.locator('.persona', { hasText: say('อรวรรณ', 'Orawan') }).click();
  await page.locator('.user-button').waitFor();
  await page2.waitForURL('**/');
  await page2.locator('.home-blocks').waitFor();
  for (const one of [page, page2]) assert.equal(await one.getByText('คนก่อน').count(), 0);
  await page2.goBack();
  await page2.getByText(say('ไม่มีข้อมูลนี้', 'This record does not exist')).waitFor();
  assert.equal(await page2.getByText('คนก่อน').count(), 0);
});

inEitherLanguage('who cannot be signed out is told that he still is in', { ...alone, refused: [401, 'ERR_FAILED', 'ERR_INTERNET'] }, async ({ page, say }) => {
  await open(page, '/');
  await page.route('**/api/session', (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()));
  await page.locator('.user-button').click();
  await entry(page, say('ออกจากระบบ', 'Sign out')).click();
  await toast(page, say('คุณยังอยู่ในระบบ', 'You are still signed in')).waitFor();
  await page.unrouteAll();
  await signOut(page, say('ออกจากระบบ', 'Sign out'));
});
