import assert from 'node:assert/strict';
import { dialog, open } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const day = '2031-10-15';

/** The server answers as if a module brought a source of entries of its own: deals on the day they are to close. */
async function brought(page, deal) {
  const source = {
    id: 'sfa.closing',
    entity: 'opportunity',
    label: { th: 'วันที่คาดว่าจะปิด', en: 'Days of closing' },
    start: 'expectedCloseOn',
    day: 'expectedCloseOn',
    owner: 'owner',
    card: ['account', 'expectedRevenue'],
    yearly: false,
    repeats: false,
  };
  const { id, name: title, version, owner } = deal;
  const entry = { source: source.id, entity: 'opportunity', id, version, title, day, lastDay: day, owner };
  await page.route('**/api/calendar/sources', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: [...(await response.json()), source] });
  });
  await page.route('**/api/calendar?*', async (route) => {
    const url = new URL(route.request().url());
    const asked = url.searchParams.get('sources').split(',');
    url.searchParams.set('sources', asked.filter((one) => one !== source.id).join());
    const response = await route.fetch({ url: url.href });
    const { entries } = await response.json();
    await route.fulfill({ response, json: { entries: asked.includes(source.id) ? [...entries, entry] : entries } });
  });
}

inEitherLanguage('what a module brings stands in the calendar with a layer of its own, and its card leads to it (CAL-01)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทในปฏิทินโมดูล') });
  const { id } = await me.make('opportunity', { name: named('ดีลในปฏิทิน'), account: account.id, expectedCloseOn: day });
  const deal = await me.read('opportunity', id);
  await brought(page, deal);
  await open(page, `/calendar?view="month"&date="${day}"`);
  const shown = page.locator('.cal-body').getByText(deal.name);
  await shown.first().waitFor();
  const layer = page.locator('.cal-side').getByRole('checkbox', { name: say('วันที่คาดว่าจะปิด', 'Days of closing'), exact: true });
  await layer.uncheck();
  await become(() => shown.count(), 0);
  await layer.check();
  await shown.first().click();
  const card = dialog(page).and(page.locator('.cal-card'));
  await card.getByText(account.name).first().waitFor();
  await card.locator(`a[href="/record/opportunity/${id}"]`).first().click();
  await page.waitForURL(`**/record/opportunity/${id}`);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

inEitherLanguage('an e-mail that came back says so in the timeline, and can be sent again (ACT-20)', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทอีเมลตีกลับ'), email: 'gone@customer.example' });
  const subject = named('ตีกลับ');
  const { options } = (await me.call('GET', '/api/types/activity')).fields.find(({ name }) => name === 'mailState');
  const { code, label, tone } = options.find((one) => one.code === 'bounced');
  await me.make('activity', { type: 'email', subject, account: account.id, regarding: { entity: 'account', id: account.id } });
  // The mail server of the receiver would have to say so.
  await page.route('**/timeline*', async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    for (const one of json.items) if (one.label === subject) one.state = { code, label, tone };
    await route.fulfill({ response, json });
  });
  await open(page, `/record/account/${account.id}`);
  const entry = page.locator('.timeline > li', { hasText: subject });
  const pill = entry.locator('.pill', { hasText: say('ตีกลับ', 'Came back') });
  await pill.waitFor();
  assert.match(await pill.getAttribute('class'), /t-danger/);
  const asked = page.waitForRequest((call) => call.url().endsWith('/send-again'));
  await page.route('**/send-again', (route) => route.fulfill({ status: 204 }));
  await entry.getByRole('button', { name: say('ส่งอีกครั้ง', 'Send again'), exact: true }).click();
  assert.equal((await asked).method(), 'POST');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
