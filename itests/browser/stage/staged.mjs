// What must have happened before a screen can be seen: made over HTTP, or pretended where it cannot be brought about.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { dialog, open, pick, ready } from './hands.mjs';
import { Person } from './person.mjs';
import { DEMO, EXAMPLES } from './places.mjs';
import { until } from './until.mjs';
import { asked, at, calendar, list, mine, own, part, press, record, seen, then } from './ways.mjs';

export const accounts = list('/list/account?view=core.all-accounts');
/** With some of the lines of a list chosen. */
export const choosing = (way, ...lines) => async (page) => {
  await way(page);
  if ((await page.locator('.cards').count()) > 0) await page.locator('.toolbar button[aria-pressed]').first().click();
  for (const nth of lines) await page.locator('.grid-row .check, .card-row .check').nth(nth).click();
  await page.locator('.bulk').waitFor();
};

/** Done once; who comes back by the address finds it as it was left. */
export const left = (ready, work) => {
  let address;
  return async (page) => {
    if (address) await page.goto(address);
    else await work(page);
    await page.locator(ready).waitFor({ timeout: 30_000 });
    address = page.url();
  };
};
const leads = (lines) => fs.readFileSync(`${EXAMPLES}leads-th.csv`, 'utf8').split('\n').slice(0, lines).join('\n');
const given = async (page, entity, name, text) => {
  await open(page, `/import?entity=${entity}`);
  await page.locator('.drop input').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('.mapping').waitFor();
};
const bringing = (lines) => (page) => given(page, 'lead', 'leads-th.csv', leads(lines));
const checked = (lines) => then(bringing(lines), press('.btn.solid >> nth=-1'), seen('.counts'));
export const mapping = bringing(60);
export const checking = checked(60);
/** A row that looks like a record, beside it. */
export const alike = async (page, me) => {
  const name = 'บริษัท กล้วยไม้ไพร จำกัด';
  const [known] = await me.find('account', { field: 'name', op: '=', value: name });
  if (!known) await me.make('account', { name, phone: '02-555-8181' });
  await given(page, 'account', 'one.csv', 'ชื่อลูกค้า,โทรศัพท์,อีเมล\nกล้วยไม้ไพร,02-555-8181,office@kluaymai.co.th');
  await page.locator('.page .btn.solid').last().click();
  await page.locator('.counts').waitFor({ timeout: 30_000 });
  await page.locator('.check-shown .segments button').last().click();
  await page.locator('.side-by-side').waitFor();
};
/** The result of an import; the same rows are brought in once, as they are there the second time. */
export const imported = left('a.solid', then(checked(14), press('.btn.solid >> nth=-1'), seen('a.solid[href^="/list/"]')));
/** A cell that was refused, while it is corrected. */
export const correcting = async (page) => {
  await given(page, 'account', 'cells.csv', 'ชื่อลูกค้า,อีเมล\nมะลิวัลย์การทอ,ไม่มี\nดอกแก้วการไฟฟ้า,ไม่มี');
  await page.locator('.page .btn.solid').last().click();
  await page.locator('.cell-edit').first().click({ timeout: 30_000 });
  await page.locator('.in-place input').waitFor();
};
let undone;
/** Brings records in and takes it back, but for one that somebody has worked on since. */
const undo = async (page, me) => {
  const worked = 'ลำดวนเครื่องเขียน';
  await given(page, 'account', 'undone.csv', `ชื่อลูกค้า\n${worked}\nราชาวดีขนส่ง`);
  await press('.btn.solid >> nth=-1')(page);
  await page.locator('.counts').waitFor({ timeout: 30_000 });
  await press('.btn.solid >> nth=-1')(page);
  await page.locator('a.solid[href^="/list/"]').waitFor({ timeout: 30_000 });
  const [{ id }] = await me.find('account', { field: 'name', op: '=', value: worked }, [], { sort: [{ path: 'createdAt', desc: true }] });
  await me.call('POST', `/api/records/account/${id}/notes`, { text: 'โทรแล้ว' });
  const [{ id: run }] = (await me.call('GET', '/api/imports')).items;
  await me.call('POST', `/api/undos/${run}`, {});
  await until(async () => assert.ok((await me.call('GET', `/api/undos/${run}`)).undone));
  return run;
};
/** The imports of the last time, and what was left of one that was undone. */
export const leftOver = async (page, me) => {
  const run = await (undone ??= undo(page, me));
  await open(page, '/import');
  await page.locator(`.former-list li:has(a[href*="${run}"]) .btn`).click();
  await page.locator('.left-list li').first().waitFor();
};

let grouped;
/** The companies of a group, from one in its middle. */
const group = async (me) => {
  const make = (name, parent) => me.make('account', { name: `บริษัท ${name} จำกัด`, ...(parent ? { parent: parent.id } : {}) });
  const holding = await make('กลุ่มบัวหลวง');
  const north = await make('บัวเหนือ', holding);
  await make('บัวใต้', holding);
  for (const name of ['บัวเชียงราย', 'บัวน่าน']) await make(name, north);
  return north;
};
export const ofGroup = async (page, me) => {
  const { id } = await (grouped ??= group(me));
  await open(page, `/record/account/${id}`);
  await page.locator('[id="tab-account.parent"]').click();
  await page.locator('.tree [aria-current]').waitFor();
};

/** A customer that is shared with two people, with one of them for a while. */
export const shared = async (page, me) => {
  const [account] = await me.find('account', own, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  const people = await me.find('user', { field: 'id', op: '!=', value: me.id }, ['name'], { limit: 2 });
  const to = people.map(({ id }, i) => ({
    principal: { kind: 'user', id },
    read: true,
    append: i > 0,
    ...(i > 0 ? { until: '2031-12-31T17:00:00Z' } : {}),
  }));
  await me.call('PUT', `/api/records/account/${account.id}/shares`, to);
  await record('account', own)(page, me);
  await page.locator('.shared-with li').first().waitFor();
};
/** What somebody owns who leaves; nobody is made to leave. */
export const leaving = async (page, me) => {
  const [seller] = await me.find('user', { field: 'nameEn', op: 'startsWith', value: 'Somchai' }, ['name']);
  await open(page, '/leaver');
  await page.locator('.field .select').click();
  await page.locator('.field .select input').first().pressSequentially(seller.name);
  await ready(page, { hasText: /สมชาย|Somchai/ }).first().click();
  await page.locator('.leaver-rule').first().waitFor();
};

/** The answer to an e-mail that stands in the timeline of its customer. */
export const replying = async (page, me) => {
  const mails = { all: [own, { field: 'type', op: '=', value: 'email' }, { field: 'account', op: 'notEmpty' }] };
  const [mail] = await me.find('activity', mails, ['account'], { limit: 1 });
  await open(page, `/record/account/${mail.account.id}`);
  await page.locator('#tab-overview').waitFor();
  if ((await page.locator('#tab-timeline').count()) > 0) await page.locator('#tab-timeline').click();
  await page.locator('.timeline .entry-head .btn.quiet:not(.icon-only)').first().click();
  await dialog(page).locator('textarea').waitFor();
};
/** Something that comes back every week, with the editor of its rule open. */
export const series = async (page, me) => {
  const subject = 'ประชุมทีมขายประจำสัปดาห์';
  const about = { subject, type: 'appointment', startAt: '2031-06-02T02:00:00Z', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH' };
  const [known] = await me.find('activity', { all: [own, { field: 'subject', op: '=', value: subject }] });
  const { id } = known ?? (await me.make('activity', { ...about, priority: 'normal', minutes: 60 }));
  await at(`/record/activity/${id}`, '[data-field="recurrence"] .pencil')(page);
  await page.locator('[data-field="recurrence"] .pencil').click();
  await page.locator('.rule').waitFor();
};
/** The same field of the same record as if somebody else had changed it meanwhile. */
export const conflict = async (page, me) => {
  await record('account', own)(page, me);
  const current = { ...(await me.read('account', page.url().split('/').pop())), phone: '02-333-3333', version: 99 };
  const refuse = { status: 412, json: { title: 'stale', code: 'stale', current } };
  await page.route('**/api/records/account/*', (call) =>
    call.request().method() === 'PATCH' ? call.fulfill(refuse) : call.fallback(),
  );
  // What was typed before and not saved is there again, with its box.
  const [pencil, box] = ['.pencil', 'input'].map((part) => page.locator(`.facts [data-field="phone"] ${part}`).first());
  await pencil.or(box).waitFor();
  if ((await box.count()) === 0) await pencil.click();
  await box.fill('02-222-2222');
  await box.press('Enter');
  await dialog(page).locator('tbody tr').first().waitFor();
};
/** The server knows him no more: he is asked for his password over the page he works on. */
export const ended = async (page) => {
  await accounts(page);
  await page.route('**/api/records/**', (call) => call.fulfill({ status: 401, json: { title: 'ended' } }));
  await page.getByRole('searchbox').fill('a');
  await asked(page);
};
/** A form with the name of a customer that is there. */
export const twice = async (page, me) => {
  const [known] = await me.find('account', own, ['name'], { limit: 1 });
  await at('/new/account', '.fields input')(page);
  await page.locator('.fields .field:has(.star) input').first().fill(known.name);
  await page.locator('.matches li').first().waitFor();
};
export const merging = async (page, me) => {
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
export const finding = async (page, me) => {
  await (found ??= find(me));
  await open(page, '/duplicates/account');
  await page.locator('.found-groups').waitFor({ timeout: 30_000 });
};
const icon = new URL('../../../bundles/crm-ui/public/icon-192.png', import.meta.url);
const photo = { name: 'ป้ายหน้าร้าน.png', mimeType: 'image/png', buffer: fs.readFileSync(icon) };
/** A picture over the page it was attached to. */
export const looking = async (page, me) => {
  const [{ id }] = await me.find('account', own, [], { limit: 1, sort: [{ path: 'createdAt', desc: false }] });
  const { items } = await me.call('GET', `/api/records/account/${id}/files`);
  if (!items.some((one) => one.name === photo.name)) await me.upload(`/api/records/account/${id}/files`, photo);
  await part('account', own, 'files', '.file-line .thumb')(page, me);
  await page.locator('.file-line', { hasText: photo.name }).locator('.link').first().click();
  await dialog(page).locator('img').waitFor();
};

/** What came of giving several leads to oneself, some of which one may not touch. */
export const refused = async (page) => {
  await choosing(list('/list/lead?view=core.all-leads'), 0, 1, 2, 3, 4, 5)(page);
  await page.locator('.bulk .btn:not(.solid)').first().click();
  await dialog(page).locator('.select').click();
  await ready(page).first().click();
  await dialog(page).locator('[type=submit]').click();
  await page.locator('.refusals li').first().waitFor({ timeout: 30_000 });
};
/** Whether a value of several is meant to be emptied. */
export const emptying = async (page) => {
  await choosing(accounts, 0, 2)(page);
  await page.locator('.bulk .btn.solid').first().click();
  await page.locator('.menu-item').nth(3).click();
  await dialog(page).locator('.select').click();
  const phone = (await page.locator('html').getAttribute('lang')) === 'en' ? 'Phone' : 'โทรศัพท์';
  await pick(page, dialog(page).locator('.select'), phone, phone);
  await dialog(page).locator('[type=submit]').click();
  await dialog(page).locator('.btn.danger').waitFor();
};
/** A cell of a list with its editor open, found by what stands in it. */
export const cell = (hasText, ready) =>
  then(accounts, (page) => page.locator('[role=gridcell]', { hasText }).nth(3).dblclick(), seen(`.gc.edited ${ready}`));

const absent = { status: 404, json: { title: 'ไม่มีโมดูล', code: 'module.absent' } };
/** Somebody looks at a deal while the module of deals is taken away. */
export const gone = async (page, me) => {
  await record('opportunity', mine)(page, me);
  await page.route('**/api/records/opportunity/**', (call) => call.fulfill(absent));
  const { id, version, nextStep } = await me.read('opportunity', page.url().split('/').pop());
  const changed = { nextStep: nextStep === 'โทรกลับวันศุกร์' ? 'โทรกลับวันจันทร์' : 'โทรกลับวันศุกร์' };
  await me.call('PATCH', `/api/records/opportunity/${id}`, changed, { 'If-Match': `"${version}"` });
  await page.locator('.gone').waitFor();
};
/** The dialog that asks why a deal was lost: the last step of its path. */
export const losing = then(record('opportunity', mine), press('.stage-path li:last-child button'), asked);

const from = (offset) => new Date(Date.now() + offset).toISOString();
/** An appointment of his own, by its card in the day. */
export const moving = async (page, me) => {
  const subject = 'สาธิตระบบให้ฝ่ายจัดซื้อ';
  const [known] = await me.find('activity', { all: [own, { field: 'subject', op: '=', value: subject }] });
  if (!known) await me.make('activity', { subject, type: 'appointment', priority: 'normal', startAt: '2031-05-14T02:00:00Z', minutes: 60 });
  await at('/calendar?view="agenda"&date="2031-05-14"', '.cal-agenda button')(page);
  await page.locator('.cal-agenda button', { hasText: subject }).first().click();
  await page.locator('.cal-card .btn:has-text("ย้าย"), .cal-card .btn:has-text("Move")').first().click();
  await asked(page);
};
/** The secret address of a calendar, which is told once. */
export const subscribing = async (page) => {
  await calendar('agenda')(page);
  await page.locator('.cal-head > .btn.icon-only').click();
  await dialog(page).locator('.cal-feed .btn:not(.quiet)').first().click();
  await dialog(page).locator('.cal-feed input:not([type=checkbox])').first().waitFor();
};
/** Something that one was told about. */
export const told = async (me) => {
  const { alerts } = await me.call('GET', '/api/alerts?which=unread');
  if (alerts.length > 0) return;
  const manager = await (await Person.at(DEMO)).asPersona('manager');
  const startAt = from(3 * 86_400_000);
  await manager.make('activity', { type: 'appointment', subject: 'เยี่ยมโรงงานของลูกค้า', startAt, participants: [{ user: me.id }] });
  await manager.context.close();
};

/** The start page of somebody who is asked to take part, and has not answered. */
export const invited = async (page, me) => {
  const subject = 'ทบทวนแผนเยี่ยมลูกค้า';
  if ((await me.count('activity', { field: 'subject', op: '=', value: subject })) === 0) {
    const manager = await (await Person.at(DEMO)).asPersona('manager');
    const when = { startAt: from(86_400_000), minutes: 60 };
    await manager.make('activity', { type: 'appointment', subject, ...when, participants: [{ user: me.id }] });
    await manager.context.close();
  }
  await at('/', `.day-lines li:has-text("${subject}") .btn`)(page);
};

let fresh;
/** Somebody new, who was given his first password. */
async function newcomer() {
  const chief = await (await Person.at(DEMO)).asPersona('administrator');
  const login = `new${Date.now().toString(36)}`;
  const user = await chief.make('user', { name: 'พนักงานใหม่', login });
  const { message } = await chief.call('POST', `/api/records/user/${user.id}/actions/reset-password`, {}, { 'If-Match': `"${user.version}"` });
  await chief.context.close();
  return { login, password: message.match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/)[0] };
}
/** He has come in with it and is asked for one of his own. */
export const changing = async (page) => {
  const { login, password } = await (fresh ??= newcomer());
  await page.context().request.post('/api/session', { data: { login, password } });
  await open(page, '/');
  await page.locator('input[autocomplete="new-password"]').first().waitFor();
};
