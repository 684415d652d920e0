import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { button, open } from '../stage/hands.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';

const sales = { who: persona('sales') };

/** The list as somebody finds it where nothing has been written down yet, with the rights given. */
async function emptied(page, entity, access) {
  const nothing = { items: [], total: { value: 0, exact: true } };
  await page.route(`**/api/records/${entity}/query`, (route) => route.fulfill({ json: nothing }));
  await page.route(`**/api/types/${entity}`, async (route) => {
    const type = await (await route.fetch()).json();
    await route.fulfill({ json: { ...type, access: { ...type.access, ...access } } });
  });
  await open(page, `/list/${entity}?view=core.all-${entity}s`);
  return page.locator('.empty');
}

inEitherLanguage('an empty list says how to begin, what hides its records, or whom to ask (GEN-10)', sales, async ({ page, say }) => {
  const ask = say('หากต้องการดูหรือเพิ่มรายการ โปรดสอบถามผู้ดูแลระบบ', 'To see or add any, ask an administrator');
  const first = await emptied(page, 'account', { create: true, import: true });
  await first.getByRole('link', { name: say('สร้างลูกค้า', 'New Account') }).waitFor();
  await accessible(page, 'an empty list');
  assert.equal(await page.getByText(ask).count(), 0);
  await first.getByRole('link', { name: say('นำเข้า', 'Import') }).click();
  await page.waitForURL('**/import?entity=account');
  const barred = await emptied(page, 'contact', { create: false, import: false });
  await barred.getByText(ask).waitFor();
  assert.equal(await barred.getByRole('link').count(), 0);
  await page.getByRole('searchbox').fill('สยาม');
  await button(barred, say('ล้างตัวกรอง', 'Clear filters')).click();
  await barred.getByText(ask).waitFor();
});
