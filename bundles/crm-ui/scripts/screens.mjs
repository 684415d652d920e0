// The way to each screen that is pictured and checked.
const open =
  (path, ready = 'h1') =>
  async (page, base) => {
    await page.goto(base + path);
    await page.locator(ready).first().waitFor();
  };
const list = (path) => open(path, '.grid-row a, .card-row a');
const after =
  (first, ...steps) =>
  async (page, base, facts) => {
    await first(page, base, facts);
    for (const step of steps) await step(page, facts);
  };
const click = (selector) => (page) => page.locator(selector).first().click();

const record =
  (entity, field, value) =>
  async (page, base, { world }) => {
    const row = world.db[entity].find((one) => !field || one[field] === value);
    await open(`/record/${entity}/${row.id}`, '.facts')(page, base);
    await page.waitForTimeout(300);
  };
const csv =
  'ชื่อ,บริษัท,โทรศัพท์,หมายเหตุอื่น\nสมชาย ใจดี,บริษัท ก จำกัด,081 234 5678,ก\n,บริษัท ข จำกัด,0812345679,ข\nสุดา ศรีสุข,บริษัท ค จำกัด,0812345670,ค\n';
const toMapping = async (page) => {
  await page
    .locator('.drop input')
    .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.locator('.mapping').waitFor();
};
const toCheck = async (page) => {
  await page.locator('.btn.solid').last().click();
  await page.locator('.counts').waitFor();
};

const idle = async (page, base) => {
  await page.goto(base);
  await page.locator('form').waitFor();
};

export const screens = {
  'sign-in': idle,
  'sign-in-change': idle,
  'list-lead': list('/list/lead'),
  'list-account': list('/list/account'),
  'list-filtered': list(
    '/list/lead?period={"field":"created","preset":"@thisMonth"}&filters=[{"field":"rating","op":"in","value":["hot","warm"]}]&letter=%22ส%22'.replace(
      '%22ส%22',
      'ส',
    ),
  ),
  'list-none': open('/list/lead?q=zzzz', '.empty'),
  'list-columns': after(list('/list/lead'), click('.toolbar .btn:last-child'), (page) =>
    page.locator('.columns-list').waitFor(),
  ),
  'list-period': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(3)'), (page) =>
    page.locator('.presets').waitFor(),
  ),
  'list-letters': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(2)')),
  'list-filter': after(list('/list/lead'), click('.toolbar .btn:nth-of-type(4)'), (page) =>
    page.locator('.filter-builder').waitFor(),
  ),
  'list-selected': after(list('/list/account'), async (page, { phone }) => {
    if (phone) return;
    await page.locator('.grid-row .check').nth(0).check();
    await page.locator('.grid-row .check').nth(2).check();
    await page.locator('.bulk').waitFor();
  }),
  palette: after(list('/list/lead'), click('.command'), (page) => page.locator('.palette-hit').first().waitFor()),
  'user-menu': after(list('/list/lead'), click('.user-button')),
  'quick-create': after(list('/list/lead'), click('.page-head .btn.solid'), (page) =>
    page.locator('.fields input').first().waitFor(),
  ),
  home: open('/', '.home-blocks .table'),
  board: after(open('/board/opportunity', '.kanban-card')),
  'board-lost': after(open('/board/opportunity', '.kanban-card'), async (page) => {
    await page.locator('.card-menu').first().click();
    await page.locator('.menu-item').nth(4).click();
    await page.locator('.ant-modal .fields').waitFor();
  }),
  record: record('account'),
  'record-lead': record('lead'),
  'record-opportunity': record('opportunity'),
  'record-edit': after(record('account'), async (page) => {
    await page.locator('[data-field=name] .pencil').click();
    await page.locator('.in-place input').waitFor();
  }),
  'record-related': after(record('account'), click('#tab-contacts'), (page) =>
    page.locator('#panel-contacts .card > *').first().waitFor(),
  ),
  'record-qualify': after(record('lead', 'status', 'new'), click('.page-head .btn.solid'), (page) =>
    page.locator('.ant-modal .fields').waitFor(),
  ),
  'record-conflict': after(record('account'), async (page, { world }) => {
    await page.locator('[data-field=phone] .pencil').click();
    await page.locator('.in-place input').fill('02-123-4567');
    const id = page.url().split('/').pop();
    const row = world.db.account.find((one) => one.id === id);
    row.version += 1;
    row.phone = '02-999-8888';
    await page.locator('.in-place input').press('Enter');
    await page.locator('.ant-modal .table').waitFor();
  }),
  create: open('/new/account', '.fields input'),
  'create-errors': after(open('/new/opportunity', '.fields input'), click('.page-head .btn.solid'), (page) =>
    page.locator('.field .error').first().waitFor(),
  ),
  'create-date': after(open('/new/opportunity', '.fields .ant-picker'), async (page) => {
    await page.locator('.ant-picker input').first().fill('31/12/67');
    await page.locator('.ant-picker-dropdown').waitFor();
  }),
  import: open('/import?entity=lead', '.drop'),
  'import-map': after(open('/import?entity=lead', '.drop'), toMapping),
  'import-check': after(open('/import?entity=lead', '.drop'), toMapping, toCheck),
  'import-result': after(open('/import?entity=lead', '.drop'), toMapping, toCheck, async (page) => {
    await page.locator('.btn.solid').last().click();
    await page.locator('.counts + .row-gap').waitFor();
  }),
  modules: open('/modules', '.module-card'),
  rights: async (page, base, facts) => open(`/rights/${facts.world.db.role[1].id}`, '.matrix')(page, base),
  'rights-fields': async (page, base, facts) => {
    await open(`/rights/${facts.world.db.role[1].id}`, '.matrix')(page, base);
    await page.locator('#tab-fields').click();
  },
  users: list('/list/user'),
  'recycle-bin': async (page, base, { world }) => {
    if (world.bin.length === 0) {
      const row = world.db.lead.pop();
      world.bin.push({
        id: '1',
        entity: 'lead',
        label: row.name,
        at: row.created,
        by: { id: '1', label: 'ผู้ดูแลระบบ' },
        row,
      });
    }
    await open('/recycle-bin', '.table')(page, base);
  },
  fields: open('/fields', '.empty, .table'),
  'fields-add': after(open('/fields', '.empty, .table'), click('.page-head .btn.solid'), (page) =>
    page.locator('.ant-modal .fields').waitFor(),
  ),
  'pick-lists': open('/pick-lists', '.picks input'),
};
