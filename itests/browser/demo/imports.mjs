import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { choose, control, holdBack, open, press, ready } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { EXAMPLES, persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const who = persona('administrator');

/** The figure under a heading of an import. */
const figure = async (page, heading) => {
  const box = page.locator('.counts > div', { has: page.getByText(heading, { exact: true }) });
  return Number((await box.locator('dd').innerText()).replace(/[^\d]/g, ''));
};

async function takenIn(page, rows, { at = '/import', name = 'list.csv' } = {}) {
  await open(page, at);
  await page.locator('.drop input').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(rows.join('\n')) });
  await page.locator('.mapping').waitFor();
}

/** Takes a file in and has all its rows checked. */
async function checked(page, say, rows) {
  await takenIn(page, rows);
  await checkAll(page, say);
}

async function checkAll(page, say) {
  await press(page, say('ตรวจสอบทุกแถว', 'Check all rows'));
  await page.locator('.counts').waitFor({ timeout: 30_000 });
}

async function bringIn(page, say) {
  await page.getByRole('button', { name: say(/^นำเข้า .* แถว$/, /^Import .* rows?$/) }).click();
  await page.getByText(say('นำเข้าเสร็จแล้ว', 'Import finished')).waitFor({ timeout: 60_000 });
}

inEitherLanguage(
  'bad cells of a file are corrected where they stand, all equal ones at once, and brought in so',
  { who },
  async ({ page, me, say }) => {
    const before = await me.count('account');
    const kind = say('ระย้า', 'Chandelier');
    await checked(page, say, [
      'ชื่อลูกค้า,อีเมล,แหล่งที่มา',
      `${kind} Alpha,wrong,`,
      `${kind} Bravo,two@bravo.co.th,ไม่รู้จัก`,
      `${kind} Charlie,three@charlie.co.th,ไม่รู้จัก`,
      `${kind} Delta,four@delta.co.th,`,
    ]);
    const refused = () => figure(page, say('ใช้ไม่ได้', 'Refused'));
    assert.equal(await refused(), 3);
    await page.locator('.cell-edit', { hasText: 'wrong' }).focus();
    await page.keyboard.press('Enter');
    const typed = page.locator('.in-place input');
    await typed.fill('one@alpha.co.th');
    await typed.press('Enter');
    await until(async () => assert.equal(await refused(), 2));
    await page.locator('.cell-edit', { hasText: 'ไม่รู้จัก' }).first().click();
    const offered = ready(page);
    await offered.first().click();
    await until(async () => assert.equal(await refused(), 1));
    await press(page, say(/^ใช้กับ “ไม่รู้จัก” ทั้งหมด/, /^Use for all “ไม่รู้จัก”/));
    await until(async () => assert.equal(await refused(), 0));
    await page.reload();
    await page.locator('.counts').waitFor();
    assert.equal(await refused(), 0, 'kept with the import');
    await bringIn(page, say);
    assert.equal(await me.count('account'), before + 4);
  },
);

inEitherLanguage(
  'rows that may be there already stand beside the record, and each is done with as decided',
  { who },
  async ({ page, me, say }) => {
    const stem = say('ลูกคิดเงินทอง', 'Goldcoin Abacus');
    const phone = say('02-555-7171', '02-555-7272');
    const known = await me.make('account', { name: say(`บริษัท ${stem} จำกัด`, `${stem} Co., Ltd.`), phone });
    const before = await me.count('account');
    await checked(page, say, [
      'ชื่อลูกค้า,โทรศัพท์,อีเมล',
      `${stem},${phone},office@${say('lukkid', 'goldcoin')}.co.th`,
      `${say('แสงตะเกียงน้อย', 'Little Lantern Light')},,`,
    ]);
    const skipped = () => figure(page, say('จะข้าม', 'To skip'));
    assert.equal(await skipped(), 1);
    await press(page, say('อาจมีอยู่แล้ว', 'May exist already'));
    const row = page.locator('.likely-rows > li');
    await row.getByRole('link', { name: known.name }).waitFor();
    const email = row.getByRole('row', { name: say('อีเมล', 'E-mail') });
    assert.match(await email.getAttribute('class'), /differs/);
    await press(row, say('เติมเฉพาะที่รายการเดิมยังว่าง', 'Fill in only what it lacks'));
    await until(async () => assert.equal(await skipped(), 0));
    await bringIn(page, say);
    assert.equal(await me.count('account'), before + 1);
    const now = await me.read('account', known.id);
    assert.equal(now.name, known.name);
    assert.match(now.email, /^office@/);
  },
);

/** Of how many records the seller was told that they are his now. */
async function told() {
  const { alerts } = await (await persona('sales')()).call('GET', '/api/alerts');
  return alerts.filter(({ kind }) => kind === 'assignment').reduce((sum, { more }) => sum + more + 1, 0);
}

inEitherLanguage(
  'what a file brings in is given to those who follow it up, in turn, and they are told (CDB-14)',
  { who },
  async ({ page, me, say }) => {
    const kind = say('ตะเกียงลาน', 'Clockwork Lamp');
    const label = say('ผู้ดูแลของรายการใหม่', 'Owners of the new records');
    const sellers = await me.find('user', { field: 'name', op: 'in', value: ['สมชาย ใจดี', 'สมหญิง วัฒนากุล'] }, ['name', 'nameEn']);
    assert.equal(sellers.length, 2);
    const before = await told();
    await takenIn(page, ['ชื่อลูกค้า', ...['Alpha', 'Bravo', 'Charlie', 'Delta'].map((one) => `${kind} ${one}`)]);
    const chosen = ({ name, nameEn }) => control(page, label).locator('.ant-select-selection-item', { hasText: say(name, nameEn) });
    for (const seller of sellers) {
      await choose(page, label, say(seller.name, seller.nameEn), seller.name);
      await chosen(seller).waitFor();
      await page.keyboard.press('Escape');
    }
    await page.reload();
    for (const seller of sellers) await chosen(seller).waitFor();
    await checkAll(page, say);
    await bringIn(page, say);
    const made = await me.find('account', { field: 'name', op: 'startsWith', value: kind }, ['owner']);
    const ids = sellers.map(({ id }) => id);
    assert.deepEqual(made.map((account) => account.owner.id).sort(), [...ids, ...ids].sort());
    await until(async () => assert.equal(await told(), before + 2, 'the seller is told of his two'));
  },
);

inEitherLanguage('what a file brings in is given to a team as a whole, which is told (CDB-14)', { who }, async ({ page, me, say }) => {
  const kind = say('ตะเกียงรั้ว', 'Fence Lamp');
  const label = say('ผู้ดูแลของรายการใหม่', 'Owners of the new records');
  const seller = (await me.find('user', { field: 'name', op: '=', value: 'สมชาย ใจดี' }, ['team']))[0];
  const team = await me.read('team', seller.team.id);
  const before = await told();
  await takenIn(page, ['ชื่อลูกค้า', `${kind} Alpha`, `${kind} Bravo`]);
  await press(control(page, label), say('ทีม', 'Team'));
  const name = say(team.name, team.nameEn || team.name);
  await choose(page, label, name, team.name);
  await until(async () => assert.match(await control(page, label).innerText(), new RegExp(name)));
  await page.reload();
  await control(page, label).getByText(name).first().waitFor();
  await checkAll(page, say);
  await bringIn(page, say);
  const made = await me.find('account', { field: 'name', op: 'startsWith', value: kind }, ['owner', 'team']);
  const nobody = { label: '', team: team.id };
  assert.deepEqual(made.map((account) => ({ label: account.owner?.label ?? '', team: account.team.id })), [nobody, nobody]);
  await until(async () => assert.equal(await told(), before + 2, 'the seller is told of what his team has'));
});

inEitherLanguage('people of a telephone come in from its cards, mapped by themselves', { who }, async ({ page, me, say }) => {
  const [one, two] = [say('วิหคเหินฟ้า', 'Skylark Birdsong'), say('มัจฉาลอยน้ำ', 'Riverfish Floating')];
  const quoted = [...Buffer.from(two)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
  const card = (...lines) => ['BEGIN:VCARD', ...lines, 'END:VCARD'];
  const mobile = say('081-555-7301', '081-555-7302');
  const cards = [
    ...card('VERSION:3.0', `FN:${one}`, `N:${one};;;;`, `TEL;TYPE=CELL:${mobile}`, 'ORG:Cards', 'PHOTO;ENCODING=b:AAAA'),
    ...card('VERSION:2.1', `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted}`, `EMAIL;INTERNET:${say('a', 'b')}@cards.co.th`),
  ];
  await takenIn(page, cards, { at: '/import?entity=lead', name: 'people.vcf' });
  await control(page, say('การเข้ารหัส', 'Encoding')).waitFor();
  assert.equal(await page.getByText(say('ตัวคั่น', 'Separator'), { exact: true }).count(), 0, 'cards have none');
  assert.equal(await page.getByText(say('แถวหัวตาราง', 'Header row'), { exact: true }).count(), 0);
  await checkAll(page, say);
  await bringIn(page, say);
  const made = await me.find('lead', { field: 'name', op: 'in', value: [one, two] }, ['name', 'company', 'mobile', 'email']);
  assert.deepEqual(
    made.map((lead) => [lead.name, lead.company ?? lead.email]).sort(),
    [
      [one, 'Cards'],
      [two, `${say('a', 'b')}@cards.co.th`],
    ].sort(),
  );
});

inEitherLanguage('people of one sheet bring along the companies that stand beside them', { who }, async ({ page, me, say }) => {
  const kind = say('หิ่งห้อย', 'Firefly');
  const count = async () => [await me.count('account'), await me.count('contact')];
  const [accounts, contacts] = await count();
  const rows = ['Alpha,Anan', 'Alpha,Boon', 'Bravo,Chai'].map((row) => `${kind} ${row.replace(',', `,${kind} `)}`);
  await takenIn(page, ['account,name', ...rows], { at: '/import?entity=contact' });
  await checkAll(page, say);
  const refused = () => figure(page, say('ใช้ไม่ได้', 'Refused'));
  assert.equal(await refused(), 3, 'companies that are not there');
  await press(page, say('เพิ่มลูกค้าที่ยังไม่มีทั้งหมด', 'Add each account that is not there'));
  await until(async () => assert.equal(await refused(), 0));
  await page.getByText(say(`เพิ่ม “${kind} Alpha” ซึ่งยังไม่มี`, `Adds “${kind} Alpha”, which is not there yet`)).waitFor();
  await accessible(page, 'companies that are added');
  await bringIn(page, say);
  assert.deepEqual(await count(), [accounts + 2, contacts + 3]);
  await press(page, say('ย้อนคืนการนำเข้า', 'Undo import'));
  await press(page.getByRole('dialog'), say('ย้อนคืนการนำเข้า', 'Undo import'));
  await until(async () => assert.deepEqual(await count(), [accounts, contacts]));
});

inEitherLanguage('a broken card is refused with its number', { who, refused: [422] }, async ({ page, say }) => {
  await open(page, '/import?entity=lead');
  const text = 'BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n';
  await page.locator('.drop input').setInputFiles({ name: 'a.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) });
  await page.getByText(say('อ่านนามบัตรใบที่ 2', 'Card 2 of the file')).waitFor();
});

inEitherLanguage('who presses twice brings a file in once, and is told of nothing else', { who }, async ({ page, me, say }) => {
  const kind = named(say('ลูกแก้ว', 'Marble'));
  const before = await me.count('account');
  await takenIn(page, ['ชื่อลูกค้า', `${kind} Alpha`, `${kind} Bravo`]);
  const asked = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname.split('/').at(-1)));
  for (const [name, verb] of [
    [say('ตรวจสอบทุกแถว', 'Check all rows'), 'check'],
    [say(/^นำเข้า .* แถว$/, /^Import .* rows?$/), 'run'],
  ]) {
    const answer = await holdBack(page, `**/api/imports/*/${verb}`);
    const start = page.getByRole('button', { name });
    await start.click();
    await become(() => start.isDisabled(), true);
    await answer();
    await start.waitFor({ state: 'detached' });
  }
  await page.getByText(say('นำเข้าเสร็จแล้ว', 'Import finished')).waitFor({ timeout: 60_000 });
  assert.deepEqual(asked.filter((verb) => ['check', 'run'].includes(verb)), ['check', 'run']);
  assert.equal(await me.count('account'), before + 2);
});

inEitherLanguage(
  'the years of a column of dates are meant as said, which its samples show at once and the next file remembers',
  { who },
  async ({ page, me, say }) => {
    const kind = say('นาฬิกาทราย', 'Hourglass');
    const rows = [`ชื่อลูกค้า,วันก่อตั้งบริษัท,${kind}`, `${kind} Alpha,5/6/38,`, `${kind} Bravo,7/8/38,`];
    await takenIn(page, rows);
    const samples = page.locator('.mapping tr', { hasText: 'วันก่อตั้งบริษัท' }).locator('.samples');
    // In the era he counts in.
    const shows = (year) => until(async () => assert.match(await samples.innerText(), new RegExp(`${year}|${year + 543}`)));
    const [as2038, as1995] = [2038, 1995];
    await shows(as2038);
    const era = page.getByRole('combobox', { name: say('ปีศักราช: วันก่อตั้งบริษัท', 'Era: วันก่อตั้งบริษัท') });
    await era.click({ force: true });
    await ready(page, { hasText: say('พุทธศักราช', 'Buddhist') }).click();
    await shows(as1995);
    await checkAll(page, say);
    await bringIn(page, say);
    const made = await me.find('account', { field: 'name', op: 'startsWith', value: kind }, ['name', 'foundedOn']);
    assert.deepEqual(made.map(({ foundedOn }) => foundedOn).sort(), ['1995-06-05', '1995-08-07']);
    await takenIn(page, rows);
    await shows(as1995);
  },
);

/** Takes an import back and waits until it is. */
async function takenBack(me, id) {
  await me.call('POST', `/api/undos/${id}`, {});
  await until(async () => assert.equal((await me.call('GET', '/api/imports')).items.find((one) => one.id === id).undo, 'done'), 20_000);
}

inEitherLanguage(
  'customers on one sheet are followed by their contacts on another, and each sheet is taken back',
  { who },
  async ({ page, me, say }) => {
    const here = () => new URL(page.url()).searchParams.get('id').replaceAll('"', '');
    await open(page, '/import');
    await page.locator('.drop input').setInputFiles(`${EXAMPLES}customers-and-contacts-th.xlsx`);
    await page.locator('.mapping').waitFor();
    await page.getByText(say('เสร็จแล้วนำเข้าแผ่นงาน “ผู้ติดต่อ”', 'When this sheet is done: Go on with the sheet “ผู้ติดต่อ”')).waitFor();
    await checkAll(page, say);
    await bringIn(page, say);
    const accounts = here();
    await press(page, say('นำเข้าแผ่นงาน “ผู้ติดต่อ” ต่อเป็นผู้ติดต่อ', 'Go on with the sheet “ผู้ติดต่อ”: contacts'));
    await page.locator('.mapping').waitFor();
    await checkAll(page, say);
    assert.equal(await figure(page, say('ใช้ไม่ได้', 'Refused')), 1, 'of a customer who is not there');
    await bringIn(page, say);
    const made = await me.find('contact', { field: 'account.code', op: 'startsWith', value: 'C72000' }, ['name', 'account']);
    assert.equal(made.length, 4);
    assert.equal(made.filter(({ account }) => account.label.includes('ข้าวหอม')).length, 2);
    await takenBack(me, here());
    await takenBack(me, accounts);
    assert.deepEqual(await me.find('account', { field: 'code', op: 'startsWith', value: 'C72000' }, ['name']), []);
  },
);
