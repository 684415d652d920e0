import assert from 'node:assert/strict';
import { counting, tasks } from '../stage/clicks.mjs';
import { control, dialog, entry, open, press, savedAnyway, settled, toast } from '../stage/hands.mjs';
import { largeEnough, unclipped } from '../stage/laid-out.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };

/** The colour of the one main button of the page. */
const brandOf = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--crm-brand'));

inEitherLanguage('a skin is switched with two clicks, stays after signing in again and is nobody else’s (GEN-01 GEN-02)', sales, async ({ page, say }) => {
  const others = await (await Person.at(DEMO)).asPersona('service');
  const before = (await others.call('GET', '/api/settings')).skin;
  await open(page, '/');
  const clicks = await counting(page);
  await page.locator('.user-button').click();
  await entry(page, say('มัลเบอร์รี', 'Mulberry')).click();
  clicks.atMost(tasks.switchSkin);
  await until(async () => assert.equal(await brandOf(page), '#a21c5b'));
  const again = await (await Person.at(DEMO)).asPersona('sales');
  const next = await again.page();
  await open(next, '/');
  assert.equal(await brandOf(next), '#a21c5b');
  await next.close();
  assert.equal((await others.call('GET', '/api/settings')).skin, before);
});

/** What the eye sees of the density, the size of the letters and the font. */
const seen = (page) =>
  page.evaluate(() => {
    const { fontSize, fontFamily } = getComputedStyle(document.body);
    const row = document.querySelector('.grid-row').getBoundingClientRect().height;
    return { row, size: parseFloat(fontSize), looped: fontFamily.includes('Looped') };
  });

inEitherLanguage('density, size of letters and looped Thai are there at once and after a reload (GEN-02)', sales, async ({ page, me, say }) => {
  await me.settle({ density: 'compact', fontScale: 1, loopedFont: false });
  await open(page, '/list/account');
  await settled(page);
  assert.deepEqual(await seen(page), { row: 30, size: 13, looped: false });
  const choices = [
    [say('สบายตา', 'Comfortable'), { row: 38, size: 14, looped: false }],
    ['125 %', { row: 48, size: 18, looped: false }],
    [say('ตัวอักษรมีหัว', 'Looped Thai'), { row: 48, size: 18, looped: true }],
  ];
  for (const [choice, expected] of choices) {
    await page.locator('.user-button').click();
    await entry(page, choice).click();
    await become(() => seen(page), expected);
  }
  await page.reload();
  await settled(page);
  await become(() => seen(page), { row: 48, size: 18, looped: true });
  await me.settle({ density: 'compact', fontScale: 1, loopedFont: false });
});

inEitherLanguage('letters of 125 % are large on the whole page, and no mark of a Thai letter is cut (GEN-02)', sales, async ({ page, me }) => {
  for (const density of ['compact', 'comfortable']) {
    await me.settle({ density, fontScale: 1.25, loopedFont: true });
    for (const place of ['/', '/list/opportunity', '/list/lead?view=core.all-leads', '/board/opportunity?view=sfa.pipeline']) {
      await open(page, place);
      await page.locator('.pill').first().waitFor();
      await unclipped(page, `at ${place}, ${density}`);
      await largeEnough(page, 13, `at ${place}, ${density}`);
    }
  }
  await me.settle({ density: 'compact', fontScale: 1, loopedFont: false });
});

/** Columns whose heads do not fit, which is the widest, and whether the last lies under the menu of the row. */
const squeezed = (page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('.gh-label .tx')].filter((one) => one.scrollWidth > one.clientWidth + 1);
    const cells = [...document.querySelectorAll('[data-row="0"] .gc')];
    const widest = cells.reduce((a, b) => (b.offsetWidth > a.offsetWidth ? b : a));
    const grid = document.querySelector('.grid');
    return { cut: cut.map((one) => one.innerText), widest: widest.querySelector('a') !== null, wider: grid.scrollWidth > grid.clientWidth };
  });

inEitherLanguage('the name of a customer has the most room of a wide list, and every head is read whole', sales, async ({ page }) => {
  await open(page, '/list/account');
  await settled(page);
  await become(() => squeezed(page), { cut: [], widest: true, wider: false });
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

inEitherLanguage('the own menu ticks what is chosen, and signing out stays in sight on a low screen', sales, async ({ page, say }) => {
  await page.route('**/api/bootstrap', async (call) => {
    const known = await (await call.fetch()).json();
    delete known.settings.skin;
    await call.fulfill({ json: known });
  });
  await page.setViewportSize({ width: 1440, height: 560 });
  await open(page, '/');
  await page.locator('.user-button').click();
  const menu = page.getByRole('menu');
  for (const group of [['ภาษา', 'Language'], ['ธีม', 'Skin'], ['ปีศักราช', 'Era'], ['ความหนาแน่น', 'Density']]) {
    assert.equal(await menu.getByRole('group', { name: say(...group) }).getByRole('menuitemradio', { checked: true }).count(), 1);
  }
  const { y, height } = await entry(page, say('ออกจากระบบ', 'Sign out')).boundingBox();
  assert.ok(y + height <= 560, `${y + height}`);
});

inEitherLanguage('a day typed in either era or with two digits is one day', sales, async ({ page, me, say }) => {
  for (const [era, typed] of [['BE', '31/12/2567'], ['BE', '31/12/67'], ['BE', '31/12/2024'], ['CE', '31/12/2024'], ['CE', '31/12/2567']]) {
    await me.settle({ era });
    await open(page, '/new/account');
    const name = `${say('วัน', 'Day')} ${era} ${typed}`;
    await control(page, say('ชื่อลูกค้า', 'Account name')).locator('input').fill(name);
    const founded = control(page, say('วันก่อตั้งบริษัท', 'Founded on')).locator('input');
    await founded.pressSequentially(typed);
    await press(page, say('บันทึก', 'Save'));
    await savedAnyway(page, say, page.locator('.facts'));
    const [made] = await me.find('account', { field: 'name', op: '=', value: name }, ['foundedOn']);
    assert.equal(made.foundedOn, '2024-12-31', `${era} ${typed}`);
  }
  await me.settle({ era: 'BE' });
});

inEitherLanguage('a day is said in the era one chose, in lists, filters, pickers and the calendar', sales, async ({ page, me, say }) => {
  const name = named('บริษัทปีศักราช');
  const account = await me.make('account', { name });
  await me.make('opportunity', { name, account: account.id, expectedCloseOn: '2031-05-14' });
  const filters = encodeURIComponent(JSON.stringify([{ field: 'expectedCloseOn', op: '=', value: '2031-05-14' }]));
  for (const [era, year, other] of [['CE', '2031', '2574'], ['BE', '2574', '2031']]) {
    await me.settle({ era });
    await open(page, `/list/opportunity?view=sfa.all-opportunities&q=${encodeURIComponent(name)}&filters=${filters}`);
    const told = page.locator('.grid-row', { hasText: name });
    const day = say(`14 พ.ค. ${year}`, `14 May ${year}`);
    await told.getByText(day).waitFor();
    await page.locator('.chips .chip', { hasText: day }).waitFor();
    await open(page, '/new/account');
    const founded = control(page, say('วันก่อตั้งบริษัท', 'Founded on')).locator('input');
    await founded.fill(`14/5/${year}`);
    await founded.click();
    await page.locator('.ant-picker-header-view', { hasText: year }).waitFor();
    assert.equal(await page.locator('.ant-picker-header-view', { hasText: other }).count(), 0);
    await open(page, `/calendar?${new URLSearchParams({ view: '"month"', date: '"2031-05-14"' })}`);
    await page.getByRole('heading', { name: new RegExp(year) }).first().waitFor();
  }
});

/** Keeps what the kit says of things that come and go. */
const watchMotion = () => {
  window.motions = [];
  const moved = ({ target }) => /-(appear|enter|leave)-active/.test(target.className) && window.motions.push(target.className);
  new MutationObserver((changes) => changes.forEach(moved)).observe(document, { subtree: true, attributeFilter: ['class'] });
};

scene('Who asked his machine for less motion has menus and dialogs come and go at once', sales, async ({ page }) => {
  await page.addInitScript(watchMotion);
  await open(page, '/list/account');
  await settled(page);
  await page.locator('.user-button').click();
  await page.getByRole('menu').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await page.evaluate(() => window.motions), []);
});
