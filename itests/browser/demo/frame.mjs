import assert from 'node:assert/strict';
import { entry, holdBack, open, press, settled, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };

inEitherLanguage('an address that leads nowhere says so, with the menu and a way home beside it', sales, async ({ page, say }) => {
  await page.goto('/nonsense');
  await page.getByText(say('ไม่พบหน้านี้', 'There is no such page')).waitFor();
  await page.locator('.panel-item', { hasText: say('กิจกรรม', 'Activities') }).waitFor();
  await page.locator('.empty').getByRole('link', { name: say('หน้าแรก', 'Home') }).click();
  await page.locator('h1', { hasText: say('สวัสดี', 'Hello') }).waitFor();
});

inEitherLanguage('a person is greeted by the name he has in his language', sales, async ({ page, me, say }) => {
  const self = await me.read('user', me.id);
  assert.notEqual(self.name, self.nameEn);
  await open(page, '/');
  await become(() => page.locator('h1').innerText(), `${say('สวัสดี', 'Hello,')} ${say(self.name, self.nameEn)}`);
});

inEitherLanguage('the menu is back when there is room for it again', sales, async ({ page, say }) => {
  await open(page, '/list/account');
  const entry = page.locator('.panel-item', { hasText: say('ลูกค้า', 'Accounts') }).first();
  await entry.waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await entry.waitFor({ state: 'hidden' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await entry.waitFor();
});

inEitherLanguage('a page asked for while the server is away comes when it is back', { ...sales, refused: ['ERR_FAILED'] }, async ({ page, say }) => {
  await open(page, '/list/lead');
  await page.evaluate(() => (window.stayed = true));
  const away = /\/assets\/BoardPage|\/api\/session/;
  await page.route(away, (call) => call.abort());
  const missed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/session'));
  await page.getByRole('link', { name: say('กระดาน', 'Board'), exact: true }).click();
  await missed;
  await page.unroute(away);
  await page.locator('.lanes').waitFor();
  assert.equal(await page.evaluate(() => window.stayed), true, 'the page was not loaded anew');
});

inEitherLanguage('a deal that was lost early shows how far it came, on the phone as well (OPP-04)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: `บริษัท แพ้เร็ว ${say('ก', 'ข')} จำกัด` });
  const deal = await me.make('opportunity', { name: say('แพ้เร็ว', 'Lost early'), account: account.id, expectedCloseOn: '2099-12-31' });
  const act = async (verb, input) => {
    const { version } = await me.read('opportunity', deal.id);
    await me.call('POST', `/api/records/opportunity/${deal.id}/actions/${verb}`, { input }, { 'If-Match': `"${version}"` });
  };
  await act('move', { stage: 'needs' });
  await act('close-lost', { lostReason: 'budget' });
  await open(page, `/record/opportunity/${deal.id}`);
  await page.locator('[data-field="probability"]').waitFor();
  assert.equal(await page.locator('[data-field="probability"] .pencil').count(), 0, 'what an ended deal keeps is not offered to be changed');
  assert.equal(await page.locator('[data-field="nextStep"] .pencil').count(), 1);
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, `/record/opportunity/${deal.id}`);
  const ticked = () => page.locator('.stage.passed').allInnerTexts();
  const came = [say('ติดต่อครั้งแรก', 'First contact'), say('เก็บความต้องการ', 'Finding the need')];
  await become(async () => (await ticked()).map((text) => text.split('\n')[0]), came);
  const { x, width } = await page.locator('.stage-path [aria-current="step"]').boundingBox();
  assert.ok(x >= 0 && x + width <= 360, 'the state it is in can be seen');
});

const moving = { who: async () => (await Person.at(DEMO, { moving: true })).asPersona('sales') };
inEitherLanguage('bars stand where the rows of a list will be when they are long in coming', moving, async ({ page }) => {
  const answer = await holdBack(page, '**/api/records/lead/query');
  await open(page, '/list/lead?view=core.all-leads');
  const row = page.locator('.grid-row').first();
  await row.locator('.sk').first().waitFor();
  const told = () => page.getByRole('grid').evaluate((grid) => [grid.ariaBusy, grid.getAttribute('aria-rowcount')]);
  assert.deepEqual(await told(), ['true', '-1']);
  const seenAfter = (time) =>
    row.evaluate((bars, after) => {
      // Anew, because on a slow machine it is over by now.
      bars.style.animation = 'none';
      bars.getBoundingClientRect();
      bars.style.animation = '';
      bars.getAnimations()[0].currentTime = after;
      return getComputedStyle(bars).opacity;
    }, time);
  assert.deepEqual([await seenAfter(0), await seenAfter(140), await seenAfter(400)], ['0', '0', '1']);
  const place = await row.boundingBox();
  answer();
  await settled(page);
  assert.deepEqual(await row.boundingBox(), place, 'nothing jumps');
  assert.equal(await page.locator('.grid-row.coming').count(), 0);
  const [busy, count] = await told();
  assert.ok(busy === 'false' && Number(count) > 1, count);
});

inEitherLanguage('what the server refuses is told, also where nobody waits for its answer', { who: persona('sales'), refused: [409] }, async ({ page, say }) => {
  // What is told to the person the browser need not complain of.
  await page.addInitScript(() => addEventListener('unhandledrejection', (event) => event.preventDefault()));
  const why = say('ยังทำไม่ได้ในขณะนี้', 'Not possible just now');
  await page.route('**/api/alerts/read', (call) => call.fulfill({ status: 409, contentType: 'application/problem+json', json: { title: why } }));
  await open(page, '/alerts');
  await press(page, say('อ่านทั้งหมดแล้ว', 'Mark all as read'));
  await toast(page, why).waitFor();
});

inEitherLanguage('the words of the menu keep away from the edges of its rail, also large ones', { who: persona('administrator') }, async ({ page, me, say }) => {
  const nearest = () =>
    page.locator('.rail .rail-item span').evaluateAll((all) => {
      const words = document.createRange();
      const gaps = all.map((one) => {
        words.selectNodeContents(one);
        const [own, rail] = [words.getBoundingClientRect(), one.closest('.rail').getBoundingClientRect()];
        return Math.min(own.left - rail.left, rail.right - own.right);
      });
      return Math.min(...gaps);
    });
  for (const fontScale of [1, 1.25]) {
    await me.settle({ fontScale });
    await open(page, '/');
    await page.locator('.rail').getByText(say('ผู้ดูแลระบบ', 'Administrator')).waitFor();
    const gap = await nearest();
    assert.ok(gap >= 6, `${gap} px at ${fontScale}`);
  }
  await me.settle({ fontScale: 1 });
});

inEitherLanguage('a record on paper is black on white in the dark skin too, without menus and buttons', sales, async ({ page, me, say }) => {
  const { id, name } = await me.make('account', { name: named('บริษัทพิมพ์หน้า'), phone: '02-123-4567' });
  await me.settle({ skin: 'night' });
  await open(page, `/record/account/${id}`);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await press(page, say('เพิ่มเติม', 'More'));
  await entry(page, say('พิมพ์หน้านี้', 'Print this page')).click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.rail', '.top', '.composer', '.pencil', '[role=menu]']) await become(() => page.locator(gone).first().isVisible(), false);
  await page.locator('h1', { hasText: name }).waitFor();
  await page.locator('.facts [data-field="phone"] dd', { hasText: '02-123-4567' }).waitFor();
  const colour = (place, which) => page.locator(place).evaluate((element, which) => getComputedStyle(element)[which], which);
  assert.equal(await colour('h1', 'color'), 'rgb(0, 0, 0)');
  assert.equal(await colour('body', 'backgroundColor'), 'rgb(255, 255, 255)');
  assert.ok(await page.evaluate(() => document.querySelector('main').scrollHeight === document.querySelector('main').clientHeight), 'all of it is on the pages');
  await page.emulateMedia({ media: 'screen' });
  await me.settle({ skin: 'lagoon' });
});

inEitherLanguage('the page one leaves stands as it is until the next one can be shown', sales, async ({ page }) => {
  await open(page, '/list/account?view=core.all-accounts');
  await settled(page);
  const letCome = await holdBack(page, '**/assets/RecordPage*.js');
  const row = page.locator('.grid-row a').first();
  await row.evaluate((link) => (window.left = link));
  await row.click();
  await page.waitForURL('**/record/account/*');
  assert.equal(await page.evaluate(() => window.left.isConnected), true);
  letCome();
  await page.locator('.record-head h1').waitFor();
});

/** From Home to a page while there is no network; what Home would ask for of itself finds it away as well. */
const withoutNetwork = (before) => async ({ page, me, say }) => {
  await before(page);
  await me.context.setOffline(true);
  try {
    await page.locator('.panel-item', { hasText: say('ถังขยะ', 'Recycle bin') }).click();
    await page.locator('.away-note').getByText(say('ขาดการติดต่อกับเซิร์ฟเวอร์', 'The connection to the server is lost')).waitFor();
  } finally {
    await me.context.setOffline(false);
  }
  await page.getByRole('heading', { name: say('ถังขยะ', 'Recycle bin'), level: 1 }).waitFor();
  await page.locator('.away-note').waitFor({ state: 'detached' });
};
const lost = { ...sales, refused: ['ERR_INTERNET_DISCONNECTED', 'ERR_FAILED'] };

inEitherLanguage('who asks for a new page without a network is told so at once, and gets it when there is one', lost, withoutNetwork(async (page) => {
  // With a route nothing is taken out of the browser's cache.
  await page.route('**/assets/RecycleBinPage-*', (route) => route.continue());
  await open(page, '/');
}));

inEitherLanguage('who comes back to a page without a network is told so at once', lost, withoutNetwork(async (page) => {
  await open(page, '/recycle-bin');
  await page.locator('.panel-item').first().click();
  await page.waitForURL((url) => url.pathname === '/');
}));

inEitherLanguage('who asks for the search and types on at once loses no letter while it comes', sales, async ({ page, say }) => {
  const letCome = await holdBack(page, '**/assets/Palette-*.js');
  await open(page, '/list/product');
  await page.keyboard.press('Control+k');
  const wanted = say('>ภาษา', '>language');
  await page.keyboard.type(wanted.slice(0, -1));
  letCome();
  await page.locator('.palette-hit', { hasText: 'English' }).waitFor();
  await page.keyboard.type(wanted.slice(-1));
  assert.equal(await page.getByRole('dialog').getByRole('combobox').inputValue(), wanted);
  await page.locator('.palette-hit', { hasText: 'English' }).waitFor();
});

inEitherLanguage('pages of administrators are shut for others in one way, with a way home', sales, async ({ page, say }) => {
  for (const address of ['/settings', '/mail', '/leaver']) {
    await page.goto(address);
    const shut = page.locator('main .empty');
    await shut.getByText(say('คุณไม่มีสิทธิ์เปิดหน้านี้', 'You have no right to open this page')).waitFor();
    await shut.getByRole('link', { name: say('หน้าแรก', 'Home') }).waitFor();
    assert.equal(await page.locator('main h1').count(), 0, address);
  }
});

inEitherLanguage('who changes the language reads on in it, also what the server has worded and in a dialog that is open', sales, async ({ page, me, say }) => {
  const other = say('EN', 'ไทย');
  const giver = await persona('administrator')();
  const account = await giver.make('account', { name: named('บริษัทสองภาษา'), owner: me.id });
  const [given, givenAfter] = [say('มอบหมาย', 'assigned'), say('assigned', 'มอบหมาย')];
  await open(page, '/alerts');
  const line = page.locator('main .alert-lines li', { hasText: account.name });
  await line.getByText(new RegExp(given)).waitFor();
  await press(page.locator('header.top'), other);
  await line.getByText(new RegExp(givenAfter)).waitFor();
  await press(page.locator('header.top'), say('ไทย', 'EN'));
  await line.getByText(new RegExp(given)).waitFor();

  const lead = await me.make('lead', { name: named('ลูกค้าสองภาษา'), company: named('บริษัทสองภาษา') });
  await open(page, `/record/lead/${lead.id}`);
  await press(page, say('เพิ่มเติม', 'More'));
  const disqualify = ['คัดออก', 'Disqualify'];
  await entry(page, say(...disqualify)).click();
  const form = page.locator('[role=dialog]', { has: page.locator('form') });
  await form.getByRole('button', { name: say(...disqualify) }).waitFor();
  // In another window: what is asked here is answered before one searches.
  await me.settle({ locale: say('en', 'th') });
  await form.getByRole('button', { name: say(...disqualify.toReversed()) }).waitFor();
  await form.getByText(say(...disqualify.toReversed()), { exact: true }).first().waitFor();
  assert.equal(await form.getByText(say(...disqualify), { exact: true }).count(), 0);
});
