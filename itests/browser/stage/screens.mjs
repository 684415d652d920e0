// The way to every screen: whom it is shown to, and how he gets there, in whatever language he works.
import { open } from './hands.mjs';
import {
  accounts, alike, cell, changing, checking, choosing, conflict, correcting, emptying, ended, finding, gone, imported, invited, leaving, left, leftOver, looking, ofGroup,
  losing, mapping, merging, moving, refused, replying, series, shared, subscribing, told, twice,
} from './staged.mjs';
import { faulty, reading, restored } from './unusual.mjs';
import { asked, at, calendar, composing, key, list, mine, own, part, press, record, seen, then, verb } from './ways.mjs';

/** The person's own menu, or what one of its entries opens. */
const menu = then(at('/', '.home-blocks section'), press('.user-button'), seen('.menu-item'));
const fromMenu = (place, shown = asked) =>
  then(menu, (page) => page.locator('.menu-group').first().locator('.menu-item').nth(place).click(), shown);

const postcode = then(
  at('/new/account', '.fields input'),
  press('[aria-label="เพิ่ม: ที่อยู่"], [aria-label="Add: addresses"]'),
  asked,
  (page) => page.locator('.field:has(.areas-said) input').last().fill('10110'),
  seen('.areas button'),
);
const rights = async (page, me) => {
  const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
  await at(`/rights/${role.id}`, '.matrix')(page);
};
const some = choosing(accounts, 0, 2);
const someOwn = choosing(list('/list/account'), 0, 2);
const verbOfSome = (name) => (page) => page.locator('.menu-item', { hasText: name }).first().click();
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
  'home, invited': sales(invited),
  'log a call': sales(then(at('/', '.day-lines li'), press('.page-head .btn:not(.icon-only)'), asked, seen('.ant-select-dropdown'), key('Tab'))),
  'log a call and what comes next': sales(then(at('/', '.day-lines li'), press('.page-head .btn:not(.icon-only)'), asked, press('.ant-modal form [role=group] .btn'), seen('.ant-modal form .ant-picker'))),
  'list of accounts': sales(list('/list/account')),
  'list of leads': sales(list('/list/lead?view=core.all-leads')),
  'list of opportunities': sales(list('/list/opportunity')),
  'list of activities': sales(list('/list/activity?view=core.all-activities')),
  'list with preview': sales(then(accounts, (page) => page.locator('[data-row="1"] [data-col="2"]').focus(), key('Space'), seen('.preview dd')), { ...wide, covers: true }),
  'list, filtered': sales(list('/list/lead?view=core.all-leads&letter=ส&period={"field":"createdAt","preset":"@thisYear"}')),
  'list, choosing a filter': sales(tool(3, '.filter-builder')),
  'list, choosing a period': sales(tool(2, '.pop .ant-picker')),
  'list, choosing a letter': sales(tool(1, '.letters')),
  'list, choosing columns': administrator(tool(-1, '.columns-list')),
  'list, some chosen': sales(some),
  'list, assigning some': sales(then(some, press('.bulk .btn:not(.solid)'), asked)),
  'list, emptying a value of some': sales(emptying),
  'list, changing some': sales(then(some, press('.bulk .btn.solid'), press('.menu-item >> nth=3'), seen('.ant-modal .select'))),
  'list, sharing some': sales(then(some, press('.bulk .btn.solid'), press('.menu-item >> nth=2'), seen('.ant-modal .two-controls .select'))),
  'list, copying some': sales(then(some, press('.bulk .btn.solid'), press('.menu-item >> nth=1'), seen('.ant-modal .check'))),
  'list, an e-mail to some': sales(then(choosing(list('/list/contact'), 0, 2), press('.bulk .btn.solid'), verbOfSome(/^(ส่งอีเมล|Send e-mail)$/), seen('.ant-modal textarea'))),
  'list, labels of some': sales(then(someOwn, press('.bulk .btn.solid'), verbOfSome(/^(ป้ายที่อยู่|Address labels)$/), seen('.label-page img'))),
  'list, grouped': sales(then(list('/list/opportunity?view=sfa.all-opportunities&group=stage'), press('.group-toggle'), seen('.grid-row:not(.group-row) a, .card-row:not(.group-line) a'))),
  'list, nothing found': sales(list('/list/account?view=core.all-accounts&q=zzzz')),
  'list, what can be done with a row': sales(rowMenu, wide),
  'list, editing a row': sales(then(rowMenu, press('.menu-item >> nth=1'), asked), wide),
  'list, editing a cell': sales(cell(/^0\d-\d/, 'input[type=tel]'), wide),
  'list, choosing in a cell': sales(cell(/^(กรุงเทพ|Bangkok)/, '.select'), { ...wide, covers: true }),
  'list, what a change could not do': sales(refused),
  'list, keeping a view': sales(then(accounts, press('.view-keep'), asked)),
  account: sales(record('account', own)),
  lead: sales(record('lead', mine)),
  opportunity: sales(record('opportunity', mine)),
  'opportunity, closed as lost': sales(losing),
  'opportunity, its module gone': sales(gone, { refused: [404] }),
  activity: sales(record('activity', mine)),
  contact: sales(record('contact', own)),
  product: sales(record('product')),
  'personal data of a contact': administrator(then(record('contact'), verb(/^(ข้อมูลส่วนบุคคล|Personal data)/), seen('.ant-modal tbody tr'))),
  'account, what can be done with it': sales(then(record('account', own), press('.record-head .page-head [aria-haspopup] >> nth=-1'), seen('.menu-item'))),
  'assigning an account': { who: 'manager', go: then(record('account', own), verb(/^(มอบหมาย|Assign)$/), seen('.ant-modal .segments')) },
  'why an account is seen': sales(then(shared, verb(/^(ทำไมฉันจึงเห็นรายการนี้|Why I see this)$/), seen('.ant-modal .plain-list li'))),
  'sharing an account': sales(then(shared, verb(/^(แบ่งปัน|Share)$/), seen('.ant-modal .shares li'))),
  'copying an account': sales(then(record('account', own), verb(/^(คัดลอก|Copy)$/), seen('.ant-modal .check'))),
  'printing the label of an account': sales(then(record('account', own), verb(/^(พิมพ์ป้ายที่อยู่|Print label)$/), seen('.label-page img'))),
  'companies of a group': sales(ofGroup),
  'contacts of an account': sales(part('account', own, 'contact\\.account', 'tr')),
  'notes of an account': sales(part('account', own, 'notes', 'textarea')),
  'files of an account': sales(part('account', own, 'files', '.drop')),
  'file of an account': sales(looking),
  'file of an account, a document': sales(reading),
  'history of an opportunity': sales(part('opportunity', mine, 'history', 'li')),
  'writing an activity': sales(composing(1)),
  'writing an e-mail': sales(composing(-1)),
  'answering an e-mail': sales(replying),
  'series of activities': sales(series),
  'form for a new opportunity': sales(at('/new/opportunity', '.fields input')),
  'form with what was typed before': sales(restored),
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
  'calendar: moving an entry': sales(moving),
  'calendar: choosing a period': sales(then(calendar('agenda'), press('.cal-head [aria-haspopup=dialog]'), seen('.pop .day-range input'))),
  'calendar: a secret address': sales(subscribing),
  'calendar: people': { who: 'manager', go: calendar('people') },
  search: sales(then(at('/', '.home-blocks section'), press('.command'), seen('.palette-hit'))),
  'search, found': sales(
    then(at('/', '.home-blocks section'), press('.command'), seen('.palette-hit'), async (page) => {
      await page.keyboard.type('พัฒนา');
      await page.locator('.palette-hit mark').first().waitFor();
    }),
  ),
  alerts: sales(then((_, me) => told(me), at('/alerts', '.alert-lines li'))),
  'alerts below the bell': sales(then((_, me) => told(me), at('/', '.home-blocks section'), press('.bell'), seen('.bell-panel a'))),
  'how one is told': sales(then(at('/alerts', 'h1'), press('.page-head .btn >> nth=1'), seen('.choice-table input'))),
  'list of anniversaries': sales(list('/list/anniversary?view=core.all-anniversaries')),
  anniversary: sales(record('anniversary')),
  'form for a new anniversary': sales(at('/new/anniversary', '.fields input')),
  'rules of anniversaries': administrator(list('/list/anniversaryRule')),
  'rule of an anniversary': administrator(record('anniversaryRule')),
  'list of consents': administrator(list('/list/consent?view=core.consents-given')),
  consent: administrator(record('consent')),
  'purposes of consent': administrator(list('/list/consentPurpose')),
  'purpose of consent': administrator(record('consentPurpose')),
  postcodes: administrator(list('/list/postalArea')),
  'address with the sub-districts of its postcode': sales(postcode),
  'e-mail templates': administrator(list('/list/mailTemplate')),
  'e-mail template': administrator(record('mailTemplate')),
  'form for an e-mail template': administrator(at('/new/mailTemplate', '.fields input')),
  'own menu': sales(menu),
  'menu of what can be made': sales(then(at('/', '.home-blocks section'), press('.new-button'), seen('.menu-item'))),
  'home, a part of which is wrong': sales(faulty, { refused: ['TypeError'] }),
  'own password': sales(fromMenu(1)),
  'own signature': sales(fromMenu(2)),
  'what was done to many records': sales(fromMenu(3, seen('[role=dialog] :is(.former-list li, .empty)'))),
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
  'import: alike': administrator(alike),
  'import: correcting a cell': administrator(correcting),
  'import: result': administrator(imported),
  'imports of the last time': administrator(then(imported, at('/import', '.former-list li'))),
  'import: left by its undo': administrator(leftOver),
  modules: administrator(at('/modules', '.module-card')),
  leaver: administrator(leaving),
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
  'customer database': administrator(at('/customer-data', '.base-gaps')),
  'recycle bin': administrator(at('/recycle-bin', '.card')),
};

/** What is shown to somebody whom the server does not know yet, or cannot be asked about. */
export const outside = {
  'sign-in': async (page) => {
    await page.context().clearCookies();
    await open(page, '/');
    await page.locator('.personas button').first().waitFor();
  },
  'server away': async (page) => {
    await page.route('**/api/**', (call) => call.abort());
    await page.goto('/');
    await page.getByRole('alert').waitFor();
  },
  'first password': changing,
};
