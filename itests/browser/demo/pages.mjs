import fs from 'node:fs';
import { dialog, open, settled } from '../stage/hands.mjs';
import { EXAMPLES, persona } from '../stage/places.mjs';
import { accessible } from '../stage/axe.mjs';
import { laidOut } from '../stage/laid-out.mjs';
import { languages, scene } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';

const mine = {
  all: [
    { field: 'owner', op: '=', value: '@me' },
    { field: 'open', op: '=', value: true },
  ],
};
const record = (entity, where) => async (page, me) => {
  // The oldest has the most to show.
  const [found] = await me.find(entity, where, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  await open(page, `/record/${entity}/${found.id}`);
  await page.locator('.facts').first().waitFor();
  await become(() => page.locator('.record-page .sk').count(), 0);
};
const list = (address) => async (page) => {
  await open(page, address);
  await settled(page);
};
const at = (address, ready) => async (page) => {
  await open(page, address);
  await page.locator(ready).first().waitFor();
};
const someRows = Buffer.from(fs.readFileSync(`${EXAMPLES}leads-th.csv`, 'utf8').split('\n').slice(0, 60).join('\n'));
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
const mapping = async (page) => {
  await open(page, '/import?entity=lead');
  await page.locator('.drop input').setInputFiles({ name: 'leads-th.csv', mimeType: 'text/csv', buffer: someRows });
  await page.locator('.mapping').waitFor();
};
const checking = async (page) => {
  await mapping(page);
  await page.locator('.btn.solid').last().click();
};

/** A part of a record's page, counted from the last one. */
const part = (entity, where, place, ready) => async (page, me) => {
  await record(entity, where)(page, me);
  await page.getByRole('tab').nth(place).click();
  await page.getByRole('tabpanel').locator(ready).first().waitFor();
};

const looks = [
  ['th', 'lagoon', 1440],
  ['en', 'night', 1440],
  ['th', 'night', 360],
  ['en', 'lagoon', 360],
];
/** For what is drawn as another page here is. */
const brief = [
  ['th', 'lagoon', 1440],
  ['en', 'night', 360],
];

/** Every page, with whom it is shown to. */
const pages = {
  home: ['sales', at('/', '.day-lines li')],
  'list of accounts': ['sales', list('/list/account')],
  'list of leads': ['sales', list('/list/lead?view=core.all-leads')],
  'list of opportunities': ['sales', list('/list/opportunity')],
  'list of activities': ['sales', list('/list/activity?view=core.all-activities')],
  account: ['sales', record('account', mine.all[0])],
  lead: ['sales', record('lead', mine)],
  opportunity: ['sales', record('opportunity', mine)],
  activity: ['sales', record('activity', mine)],
  contact: ['sales', record('contact', mine.all[0]), brief],
  product: ['sales', record('product'), brief],
  'files of an account': ['sales', part('account', mine.all[0], -2, '.drop'), brief],
  'history of an opportunity': ['sales', part('opportunity', mine, -1, '.timeline li'), brief],
  'form for a new opportunity': ['sales', at('/new/opportunity', '.fields input')],
  'side panel for a new account': [
    'sales',
    async (page) => {
      await list('/list/account')(page);
      await page.locator('.page-head .btn.solid').click();
      await dialog(page).locator('input').first().waitFor();
    },
  ],
  'dialog that qualifies a lead': [
    'sales',
    async (page, me) => {
      await record('lead', mine)(page, me);
      await page.locator('.page-head .btn.solid').click();
      await dialog(page).locator('input').first().waitFor();
    },
  ],
  'page that is not there': [
    'sales',
    async (page) => {
      await page.goto('/nowhere');
      await page.locator('.empty').waitFor();
    },
  ],
  board: ['sales', at('/board/opportunity?view=sfa.pipeline', '.kanban-card')],
  'import: file': ['administrator', at('/import', '.drop')],
  'import: columns': ['administrator', left('.mapping', mapping)],
  'import: check': ['administrator', left('.counts', checking)],
  modules: ['administrator', at('/modules', '.module-card')],
  roles: ['administrator', list('/list/role')],
  rights: [
    'administrator',
    async (page, me) => {
      const [role] = await me.find('role', { field: 'nameEn', op: '=', value: 'Salesperson' });
      await at(`/rights/${role.id}`, '.matrix')(page);
    },
  ],
  users: ['administrator', list('/list/user')],
  user: ['administrator', record('user'), brief],
  team: ['administrator', record('team'), brief],
  company: ['administrator', record('company'), brief],
  'form for a new role': ['administrator', at('/new/role', '.fields input'), brief],
  'pick lists': ['administrator', at('/pick-lists', '.picks')],
  'company fields': ['administrator', at('/fields', '.card')],
  'recycle bin': ['administrator', at('/recycle-bin', '.card')],
};

for (const [name, [who, visit, inLooks = looks]] of Object.entries(pages)) {
  scene(`Everybody can use it: ${name}`, { who: persona(who) }, async ({ page, me }) => {
    for (const [locale, skin, width] of inLooks) {
      await me.settle({ locale, skin });
      await page.setViewportSize({ width, height: 900 });
      await visit(page, me);
      const where = `in ${locale}, ${skin}, ${width} px`;
      await accessible(page, where);
      await laidOut(page, where);
    }
  });
}

scene(
  'Everybody can use it: sign-in page',
  { who: async () => (await import('../stage/person.mjs')).Person.at(process.env.DEMO), refused: [401] },
  async ({ page }) => {
    for (const { say } of languages) {
      await open(page, '/');
      await page.getByRole('button', { name: say('ไทย', 'EN') }).click();
      await page.getByText(say('ทดลองใช้งานในบทบาท', 'Try it as')).waitFor();
      await accessible(page, 'signed out');
    }
  },
);
