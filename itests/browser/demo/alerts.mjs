import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { dialog, entry, open, pick, press, rows, toast, type } from '../stage/hands.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const manager = async () => (await Person.at(DEMO)).asPersona('manager');

const bell = (page) => page.locator('.bell');
const panel = (page) => page.locator('.bell-panel');
/** What stands in a list of alerts about something. */
const line = (place, text) => place.locator('.alert-lines > li', { hasText: text });

inEitherLanguage(
  'the bell rings at once, leads to the record and is quiet when that was read (ALR-01 ALR-03 ALR-14)',
  sales,
  async ({ page, me, say }) => {
    await me.call('POST', '/api/alerts/read', { all: true });
    await page.addInitScript(() => {
      navigator.setAppBadge = (number) => Promise.resolve((window.badge = number));
      navigator.clearAppBadge = () => Promise.resolve((window.badge = 0));
    });
    const badge = () => page.evaluate(() => window.badge);
    await open(page, '/');
    await become(badge, 0);
    const name = `${say('บริษัท กระดิ่ง', 'Bell')} ${Date.now()}`;
    await (await manager()).make('account', { name, owner: me.id });
    await bell(page).locator('b').waitFor();
    assert.equal(await badge(), 1, 'the number on the icon of the installed window');
    await bell(page).click();
    await line(panel(page), name).getByRole('link').click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await bell(page).locator('b').waitFor({ state: 'detached' });
    assert.equal(await badge(), 0);
  },
);

inEitherLanguage(
  'an invitation is accepted where it is told, and whoever asked is told so (ALR-12 ACT-27)',
  sales,
  async ({ page, me, say }) => {
    const asking = await manager();
    const subject = `${say('เยี่ยมโรงงาน', 'Visit')} ${Date.now()}`;
    const startAt = new Date(Date.now() + 86_400_000 * 3).toISOString();
    const { id } = await asking.make('activity', {
      type: 'appointment',
      subject,
      startAt,
      participants: [{ user: me.id }],
    });
    await open(page, '/alerts');
    await press(line(page, subject), say('ตอบรับ', 'Accept'));
    await until(async () => assert.equal((await me.read('activity', id)).participants[0].answer, 'accepted'));
    await until(async () => {
      const { alerts } = await asking.call('GET', '/api/alerts?which=resource');
      assert.ok(alerts.some((one) => one.record.id === id));
    });
    // Something comes up: the answer is changed where the activity is, and its hours are free again.
    await open(page, `/record/activity/${id}`);
    const invited = page.locator('.invited', { hasText: say('คุณตอบรับเข้าร่วมกิจกรรมนี้แล้ว', 'You take part') });
    const day = new Date(Date.parse(startAt) + 7 * 3_600_000).toISOString().slice(0, 10); // in Bangkok
    const mine = async () => JSON.stringify(await me.call('GET', `/api/calendar?mine=true&from=${day}&to=${day}`)).includes(subject);
    await until(async () => assert.ok(await mine()));
    await press(invited, say('ปฏิเสธ', 'Decline'));
    await page.locator('.invited').getByText(say('คุณปฏิเสธกิจกรรมนี้แล้ว', 'You declined')).waitFor();
    assert.equal((await me.read('activity', id)).participants[0].answer, 'declined');
    await until(async () => assert.ok(!(await mine())));
    await press(page.locator('.invited'), say('ตอบรับ', 'Accept'));
    await until(async () => assert.ok(await mine()));
  },
);

scene(
  'An alert rests until later, and everything can be marked as read',
  { ...sales, language: languages[1] },
  async ({ page, me }) => {
    const name = `Rest ${Date.now()}`;
    await (await manager()).make('account', { name, owner: me.id });
    await open(page, '/alerts');
    await press(line(page, name), 'Remind me later');
    await entry(page, 'In an hour').click();
    await line(page, name).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'All', exact: true }).click();
    await line(page, name).getByText(/rests until/).waitFor();
    await press(page, 'Mark all as read');
    await until(async () => assert.equal((await me.call('GET', '/api/alerts')).unread, 0));
  },
);

inEitherLanguage(
  'who follows a record is told what a colleague does with it, finds it in the list and stops',
  sales,
  async ({ page, me, say }) => {
    await me.call('POST', '/api/alerts/read', { all: true });
    const name = `${say('บริษัท ติดตาม', 'Follow')} ${Date.now()}`;
    const { id } = await me.make('account', { name });
    const record = `/record/account/${id}`;
    const more = async (what) => {
      await press(page.locator('.record-head'), say('เพิ่มเติม', 'More'));
      await entry(page, what).click();
    };
    await open(page, record);
    await more(say('ติดตาม', 'Follow'));
    await toast(page, say('ระบบจะแจ้งเตือน', 'You will be told')).waitFor();
    const colleague = await manager();
    await colleague.call('POST', `/api/records/account/${id}/notes`, { text: 'Hello' });
    await bell(page).locator('b').waitFor();
    await bell(page).click();
    const told = line(panel(page), name).first();
    await told.getByText(say('เขียนบันทึกที่', 'wrote a note at')).waitFor();
    await told.getByRole('link').click();
    await bell(page).locator('b').waitFor({ state: 'detached' });

    await open(page, '/list/account');
    const followed = async () => {
      await press(page, say('เพิ่มเติมเกี่ยวกับมุมมองนี้', 'More about this view'));
      await entry(page, say('ที่ติดตาม', 'Followed')).click();
    };
    await followed();
    const own = { field: 'owner', op: '=', value: '@me' };
    const mine = { all: [own, { field: 'id', op: 'in', value: '@followed' }] };
    const names = async () => (await rows(page)).map((cells) => cells.join(' '));
    await until(async () => {
      const all = await names();
      assert.ok(all.some((cells) => cells.includes(name)));
      assert.equal(all.length, await me.count('account', mine));
    });
    await page.locator('.chips').getByText(say('ที่ติดตาม', 'Followed')).waitFor();
    await open(page, record);
    await more(say('เลิกติดตาม', 'Stop following'));
    await toast(page, say('เลิกติดตามแล้ว', 'You are not told')).waitFor();
    await page.goBack();
    await until(async () => assert.ok(!(await names()).some((cells) => cells.includes(name))));
    await followed(); // unchecked, everything is there again
    await until(async () => assert.ok((await names()).length > 1));
  },
);

inEitherLanguage('everybody chooses how he is told of what (ALR-04)', sales, async ({ page, me, say }) => {
  await open(page, '/alerts');
  await press(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
  const assigned = dialog(page).getByRole('row', { name: say('มอบหมายงาน', 'Assignment') });
  await assigned.locator('.select').click();
  await pick(page, assigned, say('สรุปวันละครั้ง', 'Once a day'));
  await assigned.getByRole('checkbox').nth(1).uncheck();
  await accessible(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
  await press(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say('บันทึกแล้ว', 'Saved')).waitFor();
  const { assignment } = (await me.call('GET', '/api/alerts/choice')).kinds;
  assert.deepEqual(assignment, { program: true, desktop: false, mail: 'digest' });
  // What the desktop tells is found in the list again.
  await press(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
  const [listed, rung] = [0, 1].map((way) => assigned.getByRole('checkbox').nth(way));
  await rung.check();
  await listed.uncheck();
  assert.equal(await rung.isChecked(), false);
  await rung.check();
  assert.equal(await listed.isChecked(), true);
  await me.call('PUT', '/api/alerts/choice', {});
});

inEitherLanguage('what the company chose holds for whoever chose nothing (ALR-04)', { who: persona('administrator') }, async ({ page, me, say }) => {
  const seller = await sales.who();
  await seller.call('PUT', '/api/alerts/choice', {});
  const mailed = async () => (await seller.call('GET', '/api/alerts/choice')).kinds.assignment.mail;
  assert.equal(await mailed(), 'off');
  await open(page, '/alerts');
  await press(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
  await press(dialog(page), say('ของบริษัท', "The company's"));
  const assigned = dialog(page).getByRole('row', { name: say('มอบหมายงาน', 'Assignment') });
  await assigned.locator('.select').click();
  await pick(page, assigned, say('ส่งทันที', 'At once'));
  await press(dialog(page), say('บันทึก', 'Save'));
  await toast(page, say('บันทึกแล้ว', 'Saved')).waitFor();
  try {
    assert.equal(await mailed(), 'now');
    assert.equal((await seller.fetch('PUT', '/api/alerts/choice/company', {})).status(), 403);
  } finally {
    await me.call('PUT', '/api/alerts/choice/company', {});
  }
  assert.equal(await mailed(), 'off');
});

inEitherLanguage('one\'s own choice and the company\'s are both saved, and neither for the other one\'s sake', { who: persona('administrator') }, async ({ page, me, say }) => {
  const written = [];
  page.on('request', (request) => request.method() === 'PUT' && written.push(new URL(request.url()).pathname));
  const assigned = () => dialog(page).getByRole('row', { name: say('มอบหมายงาน', 'Assignment') }).getByRole('checkbox').nth(1);
  const saved = async (addresses) => {
    await press(dialog(page), say('บันทึก', 'Save'));
    await dialog(page).waitFor({ state: 'detached' });
    assert.deepEqual(written.splice(0), addresses);
  };
  const begin = async () => {
    await press(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
    await assigned().waitFor();
  };
  const [own, company] = ['/api/alerts/choice', '/api/alerts/choice/company'];
  const rung = async (address) => (await me.call('GET', address)).kinds.assignment.desktop;
  await me.call('PUT', own, {});
  await open(page, '/alerts');
  try {
    const [before, all] = [await rung(own), await rung(company)];
    await begin();
    await assigned().setChecked(!before);
    await press(dialog(page), say('ของบริษัท', "The company's"));
    await become(() => assigned().isChecked(), all);
    await saved([own]);
    assert.deepEqual([await rung(own), await rung(company)], [!before, all]);
    await begin();
    await assigned().setChecked(before);
    await press(dialog(page), say('ของบริษัท', "The company's"));
    await become(() => assigned().isChecked(), all);
    await assigned().setChecked(!all);
    await press(dialog(page), say('ของฉัน', 'Mine'));
    await become(() => assigned().isChecked(), before);
    await saved([own, company]);
    assert.deepEqual([await rung(own), await rung(company)], [before, !all]);
    await begin();
    await saved([]);
  } finally {
    await me.call('PUT', own, {});
    await me.call('PUT', company, {});
  }
});

/** How late it is at the company, some hours from now. */
const oClock = (hours) =>
  new Date(Date.now() + hours * 3_600_000).toLocaleTimeString('en-GB', { timeZone: 'Asia/Bangkok', timeStyle: 'short' });

inEitherLanguage('in the hours of rest nothing rings, and what came stands in the list (ALR-03)', sales, async ({ page, me, say }) => {
  await me.call('POST', '/api/alerts/read', { all: true });
  const colleague = await manager();
  const given = async (what) => (await colleague.make('account', { name: `${what} ${Date.now()}`, owner: me.id })).name;
  const rest = async (from, to) => {
    await press(page, say('ช่องทางแจ้งเตือน', 'How I am told'));
    await type(dialog(page), say('งดรบกวนตั้งแต่', 'Quiet from'), from);
    await type(dialog(page), say('ถึง', 'until'), to);
    await press(dialog(page), say('บันทึก', 'Save'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await open(page, '/alerts');
  await rest(oClock(-2), oClock(2));
  const quietly = await given(say('บริษัท เงียบ', 'Silent'));
  await line(page, quietly).waitFor();
  await rest('', '');
  const loudly = await given(say('บริษัท ดัง', 'Loud'));
  await line(page, loudly).waitFor();
  await toast(page, loudly).waitFor();
  assert.equal(await page.locator('.toast', { hasText: quietly }).count(), 0);
  await me.call('PUT', '/api/alerts/choice', {});
});

scene(
  'A notification appears on the desktop, outside of the window (ALR-02 GEN-27)',
  { who: async () => (await Person.at(DEMO, { kept: true, windows: true })).asPersona('sales'), language: languages[0] },
  async ({ page, me }) => {
    await me.call('PUT', '/api/alerts/choice', { quietFrom: '', quietTo: '' });
    await me.context.grantPermissions(['notifications'], { origin: new URL(DEMO).origin });
    await open(page, '/');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const name = `บริษัท หน้าจอ ${Date.now()}`;
    await (await manager()).make('account', { name, owner: me.id });
    const shown = () =>
      page.evaluate(async () => {
        const worker = await navigator.serviceWorker.getRegistration();
        return (await worker.getNotifications()).map((one) => one.title);
      });
    await until(async () => assert.ok((await shown()).some((title) => title.includes(name))));
    await me.call('PUT', '/api/alerts/choice', {});
  },
);

scene(
  'What the start page has to tell today: alerts, invitations and the anniversaries of the week (ANV-06 ANV-04)',
  { ...sales, language: languages[1] },
  async ({ page, me }) => {
    const name = `Cake ${Date.now()}`;
    const { id } = await me.make('account', { name });
    const day = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 10);
    const born = { account: id, day: `1999${day.slice(4)}` };
    await me.make('anniversary', { kind: 'founding', ...born });
    const other = await manager();
    await other.make('anniversary', { kind: 'birthday', name: `Chief of ${name}`, ...born });
    const join = await other.make('activity', { type: 'task', subject: `Join ${name}`, participants: [{ user: me.id }] });
    await open(page, '/');
    const block = (title) => page.getByRole('region', { name: title, exact: true });
    await block('Alerts').getByText(`Join ${name}`).first().waitFor();
    const cakes = block('Anniversaries in the next 7 days').locator('li', { hasText: name });
    await become(() => cakes.count(), 2); // also what somebody else wrote down of his customer
    assert.equal(await cakes.locator('.late').count(), 0);
    const waiting = block('Invitations to answer').locator('li', { hasText: `Join ${name}` });
    assert.equal(await waiting.getByRole('button', { name: /^Done/ }).count(), 0, 'it is not his to finish');
    await press(waiting, 'Accept');
    await waiting.waitFor({ state: 'detached' });
    assert.equal((await me.read('activity', join.id)).participants[0].answer, 'accepted');
  },
);
