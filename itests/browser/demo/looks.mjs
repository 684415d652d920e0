import assert from 'node:assert/strict';
import { counting } from '../stage/clicks.mjs';
import { control, entry, open, press, savedAnyway, toast } from '../stage/hands.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inBothLanguages, languages, scene } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';

const sales = { who: persona('sales') };

/** The colour of the one main button of the page. */
const brandOf = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--crm-brand'));

inBothLanguages('a skin is switched with two clicks, stays after signing in again and is nobody else’s (GEN-02)', sales, async ({ page, say }) => {
  const others = await (await Person.at(DEMO)).asPersona('service');
  const before = (await others.call('GET', '/api/settings')).skin;
  await open(page, '/');
  const clicks = await counting(page);
  await page.locator('.user-button').click();
  await entry(page, say('มัลเบอร์รี', 'Mulberry')).click();
  clicks.atMost(2);
  await until(async () => assert.equal(await brandOf(page), '#a21c5b'));
  const again = await (await Person.at(DEMO)).asPersona('sales');
  const next = await again.page();
  await open(next, '/');
  assert.equal(await brandOf(next), '#a21c5b');
  await next.close();
  assert.equal((await others.call('GET', '/api/settings')).skin, before);
});

scene('The company has a colour of its own, if it can be read', { who: persona('administrator'), language: languages[1], refused: [400] }, async ({ page, me }) => {
  await open(page, '/settings');
  const colour = control(page, 'Brand colour').locator('input[type=color]');
  await colour.fill('#ff9900');
  await page.getByText('too faint').waitFor();
  await press(page, 'Save');
  await page.getByRole('alert').getByText('too faint to be read').waitFor();
  await page.getByRole('button', { name: /^Take #/ }).click();
  await page.getByText('to 1 on white: readable').waitFor();
  await press(page, 'Save');
  await toast(page, 'Saved').waitFor();
  const { brand } = (await me.call('GET', '/api/bootstrap')).company;
  const newcomer = await (await Person.at(DEMO)).asPersona('service');
  await newcomer.call('PUT', '/api/settings', { skin: 'company' });
  const other = await newcomer.page();
  await open(other, '/');
  await until(async () => assert.equal(await brandOf(other), brand));
  await other.close();
  await me.call('PUT', '/api/settings/company', { brand: '' });
});

inBothLanguages('a day typed in either era or with two digits is one day', sales, async ({ page, me, say }) => {
  for (const [era, typed] of [['BE', '31/12/2567'], ['BE', '31/12/67'], ['BE', '31/12/2024'], ['CE', '31/12/2024'], ['CE', '31/12/2567']]) {
    await me.settle({ era });
    await open(page, '/new/account');
    const name = `${say('วัน', 'Day')} ${era} ${typed}`;
    await control(page, say('ชื่อลูกค้า', 'Account name')).locator('input').fill(name);
    const founded = control(page, say('วันก่อตั้งบริษัท', 'Founded on')).locator('input');
    await founded.fill(typed);
    await founded.press('Enter');
    await press(page, say('บันทึก', 'Save'));
    await savedAnyway(page, say, page.locator('.facts'));
    const [made] = await me.find('account', { field: 'name', op: '=', value: name }, ['foundedOn']);
    assert.equal(made.foundedOn, '2024-12-31', `${era} ${typed}`);
  }
  await me.settle({ era: 'BE' });
});
