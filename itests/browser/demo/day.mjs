import assert from 'node:assert/strict';
import { counting, tasks } from '../stage/clicks.mjs';
import { button, dialog, open, pick, press, tap, toast } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };

/** The lines of a block of the home page. */
const lines = (page, block) => page.getByRole('region', { name: block, exact: true }).locator('.day-lines li');

/** The next day on which people work: tomorrow, or the Monday after it by its name. */
const soonest = (page, say) => dialog(page).getByRole('group', { name: say('ขั้นต่อไป', 'Next step') }).getByRole('button').first();

/** Nobody types before he sees that he may. */
const focused = (page) => dialog(page).locator('textarea:focus').waitFor();

inEitherLanguage(
  'a call is logged with its result and the next appointment in four taps on the phone (ACT-14)',
  { who: onPhone('sales') },
  async ({ page, me, say }) => {
    const subject = say('โทรติดตามใบเสนอราคา', 'Call about the quotation');
    const dueAt = new Date(Date.now() + 60_000).toISOString();
    const account = await me.make('account', { name: named('บริษัทรอใบเสนอราคา') });
    const contact = await me.make('contact', { name: named('คุณรอสาย'), account: account.id, mobile: '081-555-0199' });
    const about = { regarding: { id: account.id, entity: 'account' }, contact: contact.id };
    const { id } = await me.make('activity', { type: 'phone', subject, priority: 'normal', dueAt, ...about });
    await open(page, '/');
    const line = lines(page, say('กิจกรรมของฉันวันนี้', 'My activities today')).filter({ hasText: subject });
    await line.waitFor();
    assert.equal(await line.locator('a[href^="tel:"]').getAttribute('href'), 'tel:0815550199');
    const taps = await counting(page);
    await line.getByRole('button').tap();
    await focused(page);
    await page.keyboard.type(say('สนใจ ขอสาธิต', 'Interested, wants a demonstration'));
    await soonest(page, say).tap();
    await tap(dialog(page), say('บันทึกและนัดต่อ', 'Save and plan'));
    await toast(page, say('พร้อมนัดขั้นต่อไป: นัดหมาย', 'the next step is planned: Appointment')).waitFor();
    taps.atMost(4);
    const done = await me.read('activity', id);
    assert.equal(done.status, 'completed');
    assert.match(done.result, /สนใจ|Interested/);
    const [next] = await me.find('activity', { field: 'followUpOf', op: '=', value: id }, [
      'subject', 'type', 'startAt', 'open', 'regarding', 'account', 'contact',
    ]);
    assert.equal(next.type, 'appointment', 'a call leads to an appointment');
    assert.equal(next.subject, `${say('นัดหมาย', 'Appointment')} – ${account.name}`, 'what is over is not named again');
    assert.deepEqual([next.regarding.id, next.account.id, next.contact.id], [account.id, account.id, contact.id]);
    assert.ok(next.open && next.startAt > new Date().toISOString());
    await line.waitFor({ state: 'detached' });
  },
);

inEitherLanguage('a call is logged in three clicks about a deal that had no next step (GEN-01 ACT-14)', sales, async ({ page, me, say }) => {
  await open(page, '/');
  const title = say('โอกาสของฉันที่ยังไม่มีนัดถัดไป', 'My deals without a next step');
  const line = lines(page, title).first();
  const deal = await line.locator('a').first().innerText();
  const clicks = await counting(page);
  await line.getByRole('button').click();
  await focused(page);
  await page.keyboard.type(say('จะโทรกลับ', 'Will call back'));
  await soonest(page, say).click();
  await press(dialog(page), say('บันทึกและนัดต่อ', 'Save and plan'));
  await toast(page, say('พร้อมนัดขั้นต่อไป', 'the next step is planned')).waitFor();
  clicks.atMost(tasks.logCall);
  await lines(page, title).filter({ hasText: deal }).waitFor({ state: 'detached' });
  const about = [{ field: 'owner', op: '=', value: '@me' }, { field: 'subject', op: 'contains', value: say('จะโทรกลับ', 'Will call') }];
  const [call] = await me.find('activity', { all: about }, ['status', 'regarding', 'account']);
  assert.equal(call.status, 'completed');
  assert.equal(call.regarding.label, deal);
  assert.ok(call.account, 'the call is in the history of the customer');
  const [next] = await me.find('activity', { field: 'followUpOf', op: '=', value: call.id }, ['type', 'regarding', 'account']);
  assert.deepEqual([next.type, next.regarding.id, next.account.id], ['appointment', call.regarding.id, call.account.id]);
});

inEitherLanguage(
  'a call that nobody planned is logged with whomever it was in four taps on the phone: one seen last, or any kind of customer found as one types (ACT-14)',
  { who: onPhone('sales') },
  async ({ page, me, say }) => {
    const account = await me.make('account', { name: named('บริษัทเพิ่งเปิดดู') });
    const lead = await me.make('lead', { name: named('คุณยังไม่เคยเปิด'), mobile: '081-555-0177' });
    await open(page, `/record/account/${account.id}`);
    await until(async () => assert.equal((await me.call('GET', '/api/preferences/recent'))?.[0]?.id, account.id));
    const offered = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
    await open(page, '/');
    const taps = await counting(page);
    const log = async (take) => {
      await tap(page, say('บันทึกการโทร', 'Log a call'));
      await take();
      await focused(page);
      const result = named(say('คุยแล้ว', 'Talked'));
      await page.keyboard.type(result);
      await soonest(page, say).tap();
      await tap(dialog(page), say('บันทึกและนัดต่อ', 'Save and plan'));
      await become(() => page.getByRole('dialog').count(), 0);
      const [call] = await me.find('activity', { field: 'result', op: '=', value: result }, ['regarding', 'status']);
      assert.equal(call.status, 'completed');
      assert.equal(await me.count('activity', { field: 'followUpOf', op: '=', value: call.id }), 1);
      return call.regarding;
    };
    const first = await log(async () => {
      await offered.filter({ hasText: account.name }).tap();
    });
    taps.atMost(4);
    assert.deepEqual([first.entity, first.id], ['account', account.id]);
    // Found by a part of the number; nobody first says that it is a lead.
    const second = await log(async () => {
      await offered.first().waitFor();
      await page.keyboard.type('5550177');
      await offered.filter({ hasText: lead.name }).filter({ hasText: say('ลูกค้าใหม่', 'Lead') }).first().waitFor();
      await page.keyboard.press('Enter');
    });
    assert.deepEqual([second.entity, second.id], ['lead', lead.id]);
  },
);

/** Something in each block of the day about one customer, by its mark; the deal stands in two. */
async function aFullDay(me, mark) {
  const manager = await persona('manager')();
  const account = await me.make('account', { name: named('บริษัทโทรได้'), phone: '02-555-0142' });
  const about = { regarding: { id: account.id, entity: 'account' } };
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' });
  const task = (dueAt) => me.make('activity', { type: 'task', subject: mark, dueAt, ...about });
  await task(`${today}T00:00:30+07:00`);
  await task('2019-01-01T09:00:00+07:00');
  const asked = { type: 'appointment', subject: mark, startAt: '2019-01-01T02:00:00Z', participants: [{ user: me.id }] };
  await manager.make('activity', { ...asked, ...about });
  await me.make('opportunity', { name: mark, account: account.id, expectedCloseOn: '2019-01-01' });
  await me.make('anniversary', { kind: 'founding', name: mark, account: account.id, day: `1999${today.slice(4)}` });
  await me.make('lead', { name: mark, mobile: '081-555-0142' });
}

inEitherLanguage('on the phone one calls from each line of the day, and logs or answers', { who: onPhone('sales') }, async ({ page, me, say }) => {
  const mark = named('บรรทัดของวัน');
  await aFullDay(me, mark);
  await open(page, '/');
  const own = page.locator('.day-lines li').filter({ has: page.locator('a.strong', { hasText: mark }) });
  await become(() => own.count(), 7);
  for (const line of await own.all()) {
    const where = await line.locator('xpath=ancestor::section').getAttribute('aria-label');
    assert.match((await line.locator('a[href^="tel:"]').getAttribute('href')) ?? '', /^tel:0(2|81)5550142$/, where);
    const acts = await line.getByRole('button').allInnerTexts();
    assert.ok(acts.length === 1 || acts.includes(say('ตอบรับ', 'Accept')), `${where}: ${acts}`);
  }
  // About a day of a customer's one writes down what was said to the customer.
  const cake = page.getByRole('region', { name: say('วันสำคัญใน 7 วันข้างหน้า', 'Anniversaries in the next 7 days') }).filter({ hasText: mark });
  await cake.locator('li', { hasText: mark }).getByRole('button').tap();
  await focused(page);
  const said = named('อวยพรแล้ว');
  await page.keyboard.type(said);
  await tap(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say('บันทึกแล้ว', 'Logged')).waitFor();
  const [call] = await me.find('activity', { field: 'subject', op: '=', value: said }, ['account', 'status']);
  assert.equal(call.status, 'completed');
  assert.match(call.account.label, /โทรได้/);
});

scene('The start page asks the server for all of its blocks together', { ...sales, language: languages[1] }, async ({ page, me }) => {
  // How whom alerts and records seen last are about is reached is asked of these, when there are any.
  await me.call('POST', '/api/alerts/read', { all: true });
  await me.call('PUT', '/api/preferences/recent', []);
  const asked = [];
  page.on('request', (one) => asked.push(new URL(one.url()).pathname));
  await open(page, '/');
  await lines(page, 'My open leads').first().waitFor();
  // What others change meanwhile is asked for anew; what is called otherwise in English is known to all pages from then on.
  const names = /^\/api\/records\/(user|team|territory|department|productGroup|unit)\/query$/;
  const questions = () => [...new Set(asked.filter((path) => /^\/api\/(home|records|types|query|search)/.test(path) && !names.test(path)))];
  assert.deepEqual(questions(), ['/api/home']);
  await press(page, "My team's");
  await page.getByRole('region', { name: 'Our overdue activities', exact: true }).waitFor();
  assert.deepEqual(questions(), ['/api/home']);
});

inEitherLanguage('a new customer is written down in two clicks (GEN-01)', sales, async ({ page, me, say }) => {
  await open(page, '/');
  const name = named(say('ห้างสองคลิก', 'อู่เรือริมคลอง'));
  const clicks = await counting(page);
  await press(page, say('สร้างใหม่', 'New'));
  await page.getByRole('menu').getByText(say('ลูกค้า', 'Account'), { exact: true }).click();
  await dialog(page).locator('input:focus').fill(name);
  await page.keyboard.press('Enter');
  await toast(page, say('สร้างรายการแล้ว', 'The record was created')).waitFor();
  await until(async () => assert.equal(await me.count('account', { field: 'name', op: '=', value: name }), 1));
  clicks.atMost(tasks.newCustomer);
});

inEitherLanguage('what I am late with is opened in one click (GEN-01)', sales, async ({ page, me, say }) => {
  const subject = named(say('งานที่เลยกำหนด', 'Late work'));
  await me.make('activity', { type: 'task', subject, dueAt: '2020-01-01T09:00:00+07:00' });
  await open(page, '/');
  const block = page.getByRole('region', { name: say('กิจกรรมของฉันที่เกินกำหนด', 'My overdue activities'), exact: true });
  const clicks = await counting(page);
  await block.getByRole('link', { name: say('ดูทั้งหมด', 'See all') }).click();
  await page.waitForURL('**/list/activity**');
  await page.locator('.grid-row', { hasText: subject }).waitFor();
  clicks.atMost(tasks.overdueActivities);
});

inEitherLanguage('a manager sees what his team has to do', { who: persona('manager') }, async ({ page, me, say }) => {
  await open(page, '/');
  await press(page, say('ของทีม', "My team's"));
  const ofTeam = [{ field: 'team', op: 'in', value: '@myTeams' }, { field: 'open', op: '=', value: true }];
  const late = await me.count('activity', { all: [...ofTeam, { field: 'dueAt', op: '<', value: '@today' }] });
  await until(async () => {
    const block = page.getByRole('region', { name: say('กิจกรรมของทีมที่เกินกำหนด', 'Our overdue activities'), exact: true });
    assert.equal(await block.locator('.count').innerText(), String(late));
  });
});

scene(
  "The administrator arranges the start page of a role for those who arranged none themselves",
  { who: persona('administrator'), language: languages[1] },
  async ({ page }) => {
    const person = await persona('service')();
    await person.settle({ locale: 'en' });
    await person.call('PUT', '/api/preferences/home', null);
    const other = await person.page();
    await open(other, '/');
    const headings = () => other.locator('.home-blocks h2').allInnerTexts();
    await lines(other, 'My activities today').first().waitFor();
    await open(page, '/');
    await press(page, 'Arrange the page');
    await dialog(page).getByText('My activities today', { exact: true }).click();
    await dialog(page).locator('.select').click();
    await pick(page, dialog(page), 'Service');
    await press(dialog(page), 'Save as default for the role');
    await toast(page, 'begin like this').waitFor();
    await open(other, '/');
    await until(async () => assert.ok((await headings()).length > 0 && !(await headings()).includes('My activities today')));
    await other.close();
    await press(dialog(page), 'Remove');
    await press(dialog(page), 'As it was');
  },
);

scene('The page of the day is arranged by its owner and stays so', { ...sales, language: languages[1] }, async ({ page, me }) => {
  await me.call('PUT', '/api/preferences/home', null);
  await open(page, '/');
  const headings = () => page.locator('.home-blocks h2').allInnerTexts();
  await lines(page, 'My open leads').first().waitFor();
  await press(page, 'Arrange the page');
  const away = ['My open leads', 'Records opened last'];
  for (const name of away) await dialog(page).getByLabel(name, { exact: true }).click();
  const up = button(dialog(page), 'My open opportunities: up');
  while (await up.isEnabled()) await up.click();
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await page.reload();
  await lines(page, 'My open opportunities').first().waitFor();
  const now = await headings();
  assert.equal(now[0], 'My open opportunities');
  assert.deepEqual(now.filter((name) => away.includes(name)), []);
  await press(page, 'Arrange the page');
  await press(dialog(page), 'As it was');
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await lines(page, 'My open leads').first().waitFor();
  await button(page, 'Log a call').waitFor();
});

inEitherLanguage('Home leads back to the ten records one looked at last, the latest first', sales, async ({ page, me, say }) => {
  const accounts = [];
  for (let i = 0; i < 11; i++) accounts.push(await me.make('account', { name: named(`บริษัทดูล่าสุด ${i}`) }));
  for (const { id } of accounts) {
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/preferences/recent') && answer.request().method() === 'PUT');
    await open(page, `/record/account/${id}`);
    await kept;
  }
  await open(page, '/');
  const recent = page.getByRole('region', { name: say('รายการที่เปิดล่าสุด', 'Records opened last'), exact: true });
  const names = accounts.slice(1).reverse().map(({ name }) => name);
  await become(() => recent.locator('a.tx').allInnerTexts(), names);
});

inEitherLanguage('whom one looked at last one calls from Home, and writes down what was said', { who: onPhone('sales') }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทโทรกลับ'), phone: '02-555-0177' });
  const [product] = await me.find('product', undefined, ['name']);
  for (const [entity, { id }] of [['account', account], ['product', product]]) {
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/preferences/recent') && answer.request().method() === 'PUT');
    await open(page, `/record/${entity}/${id}`);
    await kept;
  }
  await open(page, '/');
  const line = (name) => page.getByRole('region', { name: say('รายการที่เปิดล่าสุด', 'Records opened last'), exact: true }).locator('li', { hasText: name });
  await line(account.name).waitFor();
  assert.equal(await line(account.name).locator('a[href^="tel:"]').getAttribute('href'), 'tel:025550177');
  assert.equal(await line(product.name).getByRole('button').count(), 0, 'nobody calls a product');
  await line(account.name).getByRole('button').tap();
  await focused(page);
  const said = named('โทรกลับแล้ว');
  await page.keyboard.type(said);
  await tap(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say('บันทึกแล้ว', 'Logged')).waitFor();
  const [call] = await me.find('activity', { field: 'subject', op: '=', value: said }, ['account']);
  assert.equal(call.account.id, account.id);
});
