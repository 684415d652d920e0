// The way to every screen: whom it is shown to, and how he gets there, in whatever language he works.
import fs from 'node:fs';
import { dialog, open } from './hands.mjs';
import { EXAMPLES } from './places.mjs';
import { asked, at, calendar, composing, key, list, mine, own, part, press, record, seen, then } from './ways.mjs';

/** The person's own menu, or what one of its entries opens. */
const menu = then(at('/', '.home-blocks section'), press('.user-button'), seen('.menu-item'));
const accounts = list('/list/account?view=core.all-accounts');
const fromMenu = (place) =>
  then(menu, (page) => page.locator('.menu-group').first().locator('.menu-item').nth(place).click(), asked);

/** Done once; who comes back by the address finds it as it was left. */
const left = (ready, work) => {
  let address;
  return async (page) => {
    if (address) await page.goto(address);
    else await work(page);
    await page.locator(ready).waitFor({ timeout: 30_000 });
    address = page.url();
  };
};
const leads = () => fs.readFileSync(`${EXAMPLES}leads-th.csv`, 'utf8').split('\n').slice(0, 60).join('\n');
const mapping = async (page) => {
  await open(page, '/import?entity=lead');
  const file = { name: 'leads-th.csv', mimeType: 'text/csv', buffer: Buffer.from(leads()) };
  await page.locator('.drop input').setInputFiles(file);
  await page.locator('.mapping').waitFor();
};
const checking = then(mapping, press('.btn.solid >> nth=-1'));

/** The answer to an e-mail that stands in the timeline of its customer. */
const replying = async (page, me) => {
  const mails = { all: [own, { field: 'type', op: '=', value: 'email' }, { field: 'account', op: 'notEmpty' }] };
  const [mail] = await me.find('activity', mails, ['account'], { limit: 1 });
  await open(page, `/record/account/${mail.account.id}`);
  await page.locator('#tab-overview').waitFor();
  if ((await page.locator('#tab-timeline').count()) > 0) await page.locator('#tab-timeline').click();
  await page.locator('.timeline .entry-head .btn.quiet:not(.icon-only)').first().click();
  await dialog(page).locator('textarea').waitFor();
};
/** Something that comes back every week, with the editor of its rule open. */
const series = async (page, me) => {
  const subject = 'ประชุมทีมขายประจำสัปดาห์';
  const about = { subject, type: 'appointment', startAt: '2031-06-02T02:00:00Z', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH' };
  const [known] = await me.find('activity', { all: [own, { field: 'subject', op: '=', value: subject }] });
  const { id } = known ?? (await me.make('activity', { ...about, priority: 'normal', minutes: 60 }));
  await at(`/record/activity/${id}`, '[data-field="recurrence"] .pencil')(page);
  await page.locator('[data-field="recurrence"] .pencil').click();
  await page.locator('.rule').waitFor();
};
/** The same field of the same record as if somebody else had changed it meanwhile. */
const conflict = async (page, me) => {
  await record('account', own)(page, me);
  const current = { ...(await me.read('account', page.url().split('/').pop())), phone: '02-333-3333', version: 99 };
  const refuse = { status: 412, json: { title: 'stale', code: 'stale', current } };
  await page.route('**/api/records/account/*', (call) =>
    call.request().method() === 'PATCH' ? call.fulfill(refuse) : call.fallback(),
  );
  await page.locator('[data-field="phone"] .pencil').first().click();
  await page.locator('[data-field="phone"] input').fill('02-222-2222');
  await page.locator('[data-field="phone"] input').press('Enter');
  await dialog(page).locator('tbody tr').first().waitFor();
};
/** The server knows him no more: he is asked for his password over the page he works on. */
const ended = async (page) => {
  await accounts(page);
  await page.route('**/api/records/**', (call) => call.fulfill({ status: 401, json: { title: 'ended' } }));
  await page.getByRole('searchbox').fill('a');
  await asked(page);
};
const rights = async (page, me) => {
  const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
  await at(`/rights/${role.id}`, '.matrix')(page);
};
const choosing = async (page) => {
  await accounts(page);
  if ((await page.locator('.cards').count()) > 0) await page.locator('.toolbar button[aria-pressed]').first().click();
  for (const nth of [0, 2]) await page.locator('.grid-row .check, .card-row .check').nth(nth).click();
  await page.locator('.bulk').waitFor();
};
/** A form with the name of a customer that is there. */
const twice = async (page, me) => {
  const [known] = await me.find('account', own, ['name'], { limit: 1 });
  await at('/new/account', '.fields input')(page);
  await page.locator('.fields .field:has(.star) input').first().fill(known.name);
  await page.locator('.matches li').first().waitFor();
};
const merging = async (page, me) => {
  const found = await me.find('account', undefined, [], { limit: 3, sort: [{ path: 'createdAt', desc: false }] });
  await at(`/merge/account?ids=${JSON.stringify(found.map((one) => one.id))}`, '.beside tbody tr')(page);
  await page.locator('.moves').waitFor();
};
const twins = ['บริษัท คู่แฝดการค้า จำกัด', 'หจก. คู่แฝดการค้า'];
/** Looked for once: the next search of the same person forgets what the one before found. */
let found;
const find = async (me) => {
  if ((await me.count('account', { field: 'name', op: 'in', value: twins })) === 0) {
    for (const name of twins) await me.make('account', { name });
  }
  const search = await me.call('POST', '/api/duplicates/search', { entity: 'account' });
  await me.call('PUT', '/api/preferences/duplicates.account', search);
};
const finding = async (page, me) => {
  await (found ??= find(me));
  await open(page, '/duplicates/account');
  await page.locator('.found-groups').waitFor({ timeout: 30_000 });
};
const icon = new URL('../../../bundles/crm-ui/public/icon-192.png', import.meta.url);
const photo = { name: 'ป้ายหน้าร้าน.png', mimeType: 'image/png', buffer: fs.readFileSync(icon) };
/** A picture over the page it was attached to. */
const looking = async (page, me) => {
  const [{ id }] = await me.find('account', own, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  const { items } = await me.call('GET', `/api/records/account/${id}/files`);
  if (!items.some((one) => one.name === photo.name)) await me.upload(`/api/records/account/${id}/files`, photo);
  await part('account', own, 'files', '.file-line .thumb')(page, me);
  await page.locator('.file-line', { hasText: photo.name }).locator('.link').click();
  await dialog(page).locator('img').waitFor();
};
const tool = (place, ready) => then(accounts, press(`.toolbar [aria-haspopup] >> nth=${place}`), seen(ready));
const rowMenu = then(list('/list/account'), press('.grid-row .row-menu'), seen('.menu-item'));

const sales = (go, more) => ({ who: 'sales', go, ...more });
const administrator = (go, more) => ({ who: 'administrator', go, ...more });
/** Only where there is room for it. */
const wide = { widths: [1440] };

export const screens = {
  home: sales(at('/', '.day-lines li')),
  'home of a manager': { who: 'manager', go: at('/', '.day-lines li') },
  'home, arranged': sales(then(at('/', '.day-lines li'), press('.page-head .icon-only'), seen('.ant-modal .plain-list'))),
  'log a call': sales(then(at('/', '.day-lines li'), press('.page-head .btn:not(.icon-only)'), asked)),
  'list of accounts': sales(list('/list/account')),
  'list of leads': sales(list('/list/lead?view=core.all-leads')),
  'list of opportunities': sales(list('/list/opportunity')),
  'list of activities': sales(list('/list/activity?view=core.all-activities')),
  'list with preview': sales(then(accounts, (page) => page.locator('[data-row="1"] [data-col="2"]').focus(), key('Space'), seen('.preview dd')), { ...wide, pinned: true }),
  'list, filtered': sales(list('/list/lead?view=core.all-leads&letter=ส&period={"field":"createdAt","preset":"@thisYear"}')),
  'list, choosing a filter': sales(tool(3, '.filter-builder')),
  'list, choosing a period': sales(tool(2, '.pop .ant-picker')),
  'list, choosing a letter': sales(tool(1, '.letters')),
  'list, choosing columns': administrator(tool(4, '.columns-list')),
  'list, some chosen': sales(choosing),
  'list, assigning some': sales(then(choosing, press('.bulk .btn:not(.solid)'), asked)),
  'list, changing some': sales(then(choosing, press('.bulk .btn.solid'), press('.menu-item >> nth=1'), seen('.ant-modal .select'))),
  'list, grouped': sales(then(list('/list/opportunity?view=sfa.all-opportunities&group=stage'), press('.group-toggle'), seen('.grid-row:not(.group-row) a, .card-row:not(.group-line) a'))),
  'list, nothing found': sales(list('/list/account?view=core.all-accounts&q=zzzz')),
  'list, what can be done with a row': sales(rowMenu, wide),
  'list, editing a row': sales(then(rowMenu, press('.menu-item >> nth=1'), asked), wide),
  'list, keeping a view': sales(then(accounts, press('.view-keep'), asked)),
  account: sales(record('account', own)),
  lead: sales(record('lead', mine)),
  opportunity: sales(record('opportunity', mine)),
  activity: sales(record('activity', mine)),
  contact: sales(record('contact', own)),
  product: sales(record('product')),
  'contacts of an account': sales(part('account', own, 'contact\\.account', 'tr')),
  'notes of an account': sales(part('account', own, 'notes', 'textarea')),
  'files of an account': sales(part('account', own, 'files', '.drop')),
  'file of an account': sales(looking),
  'history of an opportunity': sales(part('opportunity', mine, 'history', 'li')),
  'writing an activity': sales(composing(1)),
  'writing an e-mail': sales(composing(-1)),
  'answering an e-mail': sales(replying),
  'series of activities': sales(series),
  'form for a new opportunity': sales(at('/new/opportunity', '.fields input')),
  'form with mistakes': sales(then(at('/new/opportunity', '.fields input'), press('.page-head .btn.solid'), seen('.field .error'))),
  'side panel for a new account': sales(then(list('/list/account'), press('.page-head .btn.solid'), asked)),
  'form that may be a duplicate': sales(twice),
  'dialog that may be a duplicate': sales(then(twice, press('.page-head .btn.solid'), seen('.ant-modal .beside'))),
  'merging accounts': administrator(merging),
  'duplicates of accounts': administrator(finding),
  'dialog that qualifies a lead': sales(then(record('lead', mine), press('.page-head .btn.solid'), asked)),
  board: sales(at('/board/opportunity?view=sfa.pipeline', '.lane-sums > *')),
  'calendar: month': sales(calendar('month')),
  'calendar: week': sales(calendar('week')),
  'calendar: day': sales(calendar('day')),
  'calendar: year': sales(calendar('year')),
  'calendar: agenda': sales(calendar('agenda')),
  'calendar: an entry': sales(then(calendar('agenda'), press('.cal-agenda button'), seen('.cal-card .pair'))),
  'calendar: people': { who: 'manager', go: calendar('people') },
  search: sales(then(at('/', '.home-blocks section'), press('.command'), seen('.palette-hit'))),
  'search, found': sales(
    then(at('/', '.home-blocks section'), press('.command'), seen('.palette-hit'), async (page) => {
      await page.keyboard.type('พัฒนา');
      await page.locator('.palette-hit mark').first().waitFor();
    }),
  ),
  alerts: sales(at('/alerts', 'h1')),
  'alerts below the bell': sales(then(at('/', '.home-blocks section'), press('.bell'), seen('.bell-panel a'))),
  'how one is told': sales(then(at('/alerts', 'h1'), press('.page-head .btn >> nth=1'), seen('.choice-table input'))),
  'e-mail templates': administrator(list('/list/mailTemplate')),
  'e-mail template': administrator(record('mailTemplate')),
  'form for an e-mail template': administrator(at('/new/mailTemplate', '.fields input')),
  'own menu': sales(menu),
  'own password': sales(fromMenu(1)),
  'own signature': sales(fromMenu(2)),
  shortcuts: sales(then(at('/', '.home-blocks section'), key('?'), seen('.shortcuts kbd')), wide),
  'two change the same': sales(conflict, { refused: [412] }),
  'session over': sales(ended, { refused: [401] }),
  'page that is not there': sales(async (page) => {
    await page.goto('/nowhere');
    await page.locator('.empty').waitFor();
  }),
  'import: file': administrator(at('/import', '.drop')),
  'import: columns': administrator(left('.mapping', mapping)),
  'import: check': administrator(left('.counts', checking)),
  modules: administrator(at('/modules', '.module-card')),
  roles: administrator(list('/list/role')),
  rights: administrator(rights),
  'rights on fields': administrator(then(rights, press('#tab-fields'), seen('#panel-fields .select'))),
  users: administrator(list('/list/user')),
  user: administrator(record('user')),
  team: administrator(record('team')),
  company: administrator(record('company')),
  'form for a new role': administrator(at('/new/role', '.fields input')),
  'pick lists': administrator(at('/pick-lists', '.picks')),
  'company fields': administrator(at('/fields', '.card')),
  'new company field': administrator(then(at('/fields', '.card'), press('.page-head .btn.solid'), asked)),
  'e-mail settings': administrator(at('/mail', '.fields input')),
  'company settings': administrator(at('/settings', 'input')),
  'recycle bin': administrator(at('/recycle-bin', '.card')),
};

/** What is shown to somebody whom the server does not know yet, or cannot be asked about. */
export const outside = {
  'sign-in': async (page) => {
    await open(page, '/');
    await page.locator('.personas button').first().waitFor();
  },
  'server away': async (page) => {
    await page.route('**/api/**', (call) => call.abort());
    await page.goto('/');
    await page.getByRole('alert').waitFor();
  },
};
