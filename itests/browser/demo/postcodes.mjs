// An address of which somebody types the postcode or the sub-district: the table of postcodes says the rest.
import assert from 'node:assert/strict';
import { button, control, dialog, holdBack, open, press, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const wordsOf = (say) => ({
  subDistrict: say('ตำบล/แขวง', 'Sub-district'),
  district: say('อำเภอ/เขต', 'District'),
  province: say('จังหวัด', 'Province'),
  postcode: say('รหัสไปรษณีย์', 'Postcode'),
});
/** A dialog for another address of a new customer, and what reads its boxes from the smallest area on. */
async function address(page, me, say) {
  const account = await me.make('account', { name: named('บริษัทมีรหัสไปรษณีย์') });
  await open(page, `/record/account/${account.id}`);
  await button(page, say('เพิ่ม: ที่อยู่', 'Add: addresses')).click();
  const words = wordsOf(say);
  const box = (part) => control(dialog(page), words[part]).locator('input');
  await box('postcode').waitFor();
  const typed = () => Promise.all(Object.keys(words).map((part) => box(part).inputValue()));
  return { account, box, typed, areas: dialog(page).locator('.areas button') };
}

inEitherLanguage('who types a postcode has the district and the province filled in and takes the sub-district with a key', sales, async ({ page, me, say }) => {
  const { account, box, typed, areas } = await address(page, me, say);
  await box('postcode').pressSequentially('10500');
  await become(typed, ['', 'บางรัก', 'กรุงเทพมหานคร', '10500']);
  const said = dialog(page).getByRole('status');
  await said.filter({ hasText: say('บางรัก, กรุงเทพมหานคร · เลือกตำบล/แขวงได้ 5 แห่ง', 'บางรัก, กรุงเทพมหานคร · Sub-districts to choose from: 5') }).waitFor();
  await become(() => areas.allInnerTexts(), ['บางรัก', 'มหาพฤฒาราม', 'สี่พระยา', 'สีลม', 'สุริยวงศ์']);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await become(typed, ['สีลม', 'บางรัก', 'กรุงเทพมหานคร', '10500']);
  assert.equal(await areas.filter({ hasText: 'สีลม' }).getAttribute('aria-pressed'), 'true');
  // What came from one postcode goes with it; a postcode of two districts leaves the district open.
  await box('postcode').fill('๑๐๑๑๐');
  await become(typed, ['', '', 'กรุงเทพมหานคร', '๑๐๑๑๐']);
  await areas.filter({ hasText: 'พระโขนง · คลองเตย' }).click();
  await become(typed, ['พระโขนง', 'คลองเตย', 'กรุงเทพมหานคร', '10110']);
  await press(dialog(page), say('ตกลง', 'OK'));
  await become(async () => {
    const [kept] = (await me.read('account', account.id)).addresses;
    return [kept?.subDistrict, kept?.district, kept?.province, kept?.postcode];
  }, ['พระโขนง', 'คลองเตย', 'กรุงเทพมหานคร', '10110']);
});

inEitherLanguage('what somebody typed of an address stays as he typed it, and an unknown postcode says nothing', sales, async ({ page, me, say }) => {
  const { box, typed, areas } = await address(page, me, say);
  await box('district').fill('เขตของเขา');
  await box('postcode').fill('10500');
  await become(typed, ['', 'เขตของเขา', 'กรุงเทพมหานคร', '10500']);
  await areas.first().waitFor();
  await box('postcode').fill('99999');
  await areas.first().waitFor({ state: 'detached' });
  await become(typed, ['', 'เขตของเขา', '', '99999']);
});

inEitherLanguage('who types faster than the look-up of postcodes comes is told all the same, and keeps what he typed', sales, async ({ page, me, say }) => {
  const come = await holdBack(page, '**/*PostalAreas*');
  const { box, typed, areas } = await address(page, me, say);
  await box('district').fill('เขตของเขา');
  await box('postcode').fill('10500');
  come();
  await areas.first().waitFor();
  await become(typed, ['', 'เขตของเขา', 'กรุงเทพมหานคร', '10500']);
});

inEitherLanguage('who types a sub-district without a postcode is offered the areas of that name', sales, async ({ page, me, say }) => {
  const { box, typed, areas } = await address(page, me, say);
  await type(dialog(page), wordsOf(say).subDistrict, say('แขวงคลองตัน', 'คลองตัน'));
  await become(() => areas.allInnerTexts(), ['คลองตัน · คลองเตย · กรุงเทพมหานคร · 10110', 'คลองตันเหนือ · วัฒนา · กรุงเทพมหานคร · 10110']);
  await areas.nth(1).click();
  await become(typed, ['คลองตันเหนือ', 'วัฒนา', 'กรุงเทพมหานคร', '10110']);
});
