import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { button, choose, control, dialog, entry, holdBack, open, pick, press, settled, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, persona } from '../stage/places.mjs';
import { customer, letterTo, taken, withPost } from '../stage/post.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';
import { comeIn, signOut } from '../stage/visitor.mjs';

const sales = { who: persona('sales') };

inEitherLanguage('who writes while the company has no mail server is told that the e-mail waits', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const chief = await persona('administrator')();
  const { host } = await chief.call('GET', '/api/mail/settings');
  await chief.call('PUT', '/api/mail/settings', { host: '' });
  try {
    await open(page, `/record/account/${account.id}`);
    await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
    const form = page.locator('.composer form');
    await form.getByText(say('ยังไม่มีเซิร์ฟเวอร์อีเมล', 'has no mail server yet')).waitFor();
    await form.locator('textarea').press('Control+Enter');
    await control(form, say('เรื่อง', 'Subject')).getByText(say('ต้องระบุ', 'Required'), { exact: true }).waitFor();
    await type(form, say('เรื่อง', 'Subject'), 'รอก่อน');
    await press(form, say('ส่ง', 'Send'));
    await toast(page, say('รอส่งเมื่อตั้งค่าอีเมลเสร็จ', 'goes out when e-mail is set up')).waitFor();
  } finally {
    await chief.call('PUT', '/api/mail/settings', { host });
  }
  await letterTo(account.email);
});

const inHerOwnBrowser = { who: async () => (await Person.at(DEMO)).asPersona('sales'), refused: [401] };
inEitherLanguage('an e-mail that was not sent is there again for whoever wrote it, and for nobody else at the same browser', inHerOwnBrowser, async ({ page, me, say }) => {
  const account = await customer(me);
  await (await persona('administrator')()).settle({ locale: say('th', 'en') });
  const subject = named('ยังไม่ส่ง');
  const form = page.locator('.composer form');
  const line = control(form, say('เรื่อง', 'Subject')).locator('input');
  const restored = form.getByText(say('ร่างที่พิมพ์ค้างไว้', 'Restored draft'));
  const write = async () => {
    await open(page, `/record/account/${account.id}`);
    await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
    await line.waitFor();
  };
  const instead = async (name) => {
    await signOut(page, say('ออกจากระบบ', 'Sign out'));
    await comeIn(page, say, name);
    await write();
  };
  await write();
  await line.fill(subject);
  await write();
  await restored.waitFor();
  assert.equal(await line.inputValue(), subject);
  await instead(say('วิภา จันทร์เพ็ญ', 'Wipa Chanpen'));
  assert.deepEqual([await line.inputValue(), await restored.count()], ['', 0]);
  await instead(say('สมชาย ใจดี', 'Somchai Jaidee'));
  await restored.waitFor();
  assert.equal(await line.inputValue(), subject);
});

inEitherLanguage('an e-mail is filled in from a template, sent, seen to be sent and answered (ACT-20 ACT-21)', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  await open(page, `/record/account/${account.id}`);
  await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
  const form = page.locator('.composer form');
  const text = control(form, say('ข้อความ', 'Text')).locator('textarea');
  await text.fill('พิมพ์ไว้ก่อน');
  await control(form, say('แม่แบบ', 'Template')).locator('.select').click();
  await page.locator('.ant-select-item-option').first().waitFor();
  await accessible(page, 'templates are offered');
  await pick(page, form, 'ขอนัดเข้าพบ');
  await press(page, say('เลิกทำ', 'Undo'));
  await become(() => text.inputValue(), 'พิมพ์ไว้ก่อน');
  await text.fill('');
  await choose(form, say('แม่แบบ', 'Template'), 'ขอนัดเข้าพบ');
  await become(() => control(form, say('เรื่อง', 'Subject')).locator('input').inputValue(), `ขอนัดเข้าพบ ${account.name}`);
  await accessible(page, 'an e-mail is written');
  await press(form, say('ส่ง', 'Send'));
  await toast(page, say('กำลังส่งอีเมล', 'The e-mail is on its way')).waitFor();
  await letterTo(account.email);
  const entry = page.locator('.timeline li', { hasText: `ขอนัดเข้าพบ ${account.name}` }).first();
  await until(async () => {
    await page.reload();
    await entry.getByText(say('ส่งแล้ว', 'Sent')).waitFor({ timeout: 2000 });
  }, 30_000);
  await press(entry, say('ตอบกลับ', 'Reply'));
  const body = control(dialog(page), say('ข้อความ', 'Text')).locator('textarea');
  assert.match(await body.inputValue(), /\n> /);
  await accessible(page, 'an e-mail is answered');
  const before = taken.length;
  await press(dialog(page), say('ส่ง', 'Send'));
  await until(() => assert.ok(taken.slice(before).some((one) => one.includes('In-Reply-To: <'))), 30_000);
});

inEitherLanguage('an e-mail that cannot go out says why, is cancelled where it stands and sent again (ACT-20)', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const chief = await persona('administrator')();
  const { port } = await chief.call('GET', '/api/mail/settings');
  const subject = named('ติดค้าง');
  const entry = page.locator('.timeline li', { hasText: subject }).first();
  /** The server writes what became of it beside the page, which is told of it. */
  const says = (words) => entry.getByText(words).first().waitFor({ timeout: 20_000 });
  await chief.call('PUT', '/api/mail/settings', { port: '9' });
  try {
    await me.call('POST', '/api/mail', { to: [account.email], subject, body: 'x', about: { entity: 'account', id: account.id } });
    await open(page, `/record/account/${account.id}`);
    await says(say('รอส่ง', 'Waiting to be sent'));
    await says('127.0.0.1');
    await press(entry, say('ยกเลิกการส่ง', 'Cancel sending'));
    await button(entry, say('ส่งอีกครั้ง', 'Send again')).waitFor();
    await says(say('ยกเลิกการส่ง', 'Cancelled'));
  } finally {
    await chief.call('PUT', '/api/mail/settings', { port });
  }
  await press(entry, say('ส่งอีกครั้ง', 'Send again'));
  await letterTo(account.email);
  await says(say('ส่งแล้ว', 'Sent'));
});

inEitherLanguage('the administrator tries the mail server out, and reads why it does not work until it does', { who: persona('administrator') }, async ({ page, me, say }) => {
  await withPost();
  const { port } = await me.call('GET', '/api/mail/settings');
  const address = `${named('trial').replace(' ', '.')}@b.co.th`;
  await open(page, '/mail');
  const test = say('ส่งข้อความทดสอบ', 'Send a test message');
  const trial = page.locator('form').filter({ has: page.getByRole('heading', { name: test }) });
  const answer = (words) => trial.getByRole('status').filter({ hasText: words }).waitFor();
  await type(trial, say('ส่งถึง', 'Send it to'), address);
  await me.call('PUT', '/api/mail/settings', { port: '9' });
  try {
    await press(trial, test);
    await answer(say('ส่งไม่สำเร็จ', 'It did not work'));
    await answer('127.0.0.1');
  } finally {
    await me.call('PUT', '/api/mail/settings', { port });
  }
  await press(trial, test);
  await answer(say('เซิร์ฟเวอร์รับข้อความแล้ว', 'The server took it'));
  await letterTo(address);
});

inEitherLanguage('an address that is read is written to where one is', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  await open(page, `/record/account/${account.id}`);
  await page.locator('.facts [data-field="email"] a').first().click();
  await type(dialog(page), say('เรื่อง', 'Subject'), named('ทักทาย'));
  await press(dialog(page), say('ส่ง', 'Send'));
  await letterTo(account.email);
  await become(async () => (await me.find('activity', { field: 'account', op: '=', value: account.id })).length, 1);
  // Filed on the record whose field it was, though nobody else would know it by the address.
  const lead = await me.make('lead', { name: named('คุณมีอีเมล'), email: account.email });
  await open(page, `/record/lead/${lead.id}`);
  await page.locator('.facts [data-field="email"] a').first().click();
  const subject = named('ถึงลีด');
  await type(dialog(page), say('เรื่อง', 'Subject'), subject);
  await press(dialog(page), say('ส่ง', 'Send'));
  await become(async () => (await me.find('activity', { field: 'subject', op: '=', value: subject }, ['regarding']))[0]?.regarding?.id, lead.id);
});

inEitherLanguage('whoever has an address is found by name as one types whom an e-mail goes to, of each kind of record and by keys alone', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const mark = named('ธีรหาเจอ');
  const at = (who) => `${named(who).replace(' ', '.')}@b.co.th`;
  const contact = await me.make('contact', { name: `${mark} ก`, account: account.id, email: at('contact') });
  const lead = await me.make('lead', { name: `${mark} ข`, email: at('lead') });
  await me.make('lead', { name: `${mark} ค` });
  await open(page, `/record/account/${account.id}`);
  await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
  const form = page.locator('.composer form');
  const to = control(form, say('ถึง', 'To')).getByRole('combobox');
  await become(() => to.inputValue(), account.email);
  const offered = form.getByRole('listbox').getByRole('option');
  await to.focus();
  await page.keyboard.press('End');
  // The search knows of a change within a second.
  await until(async () => assert.equal((await me.call('GET', `/api/search?q=${encodeURIComponent(mark)}`)).groups.length, 2));
  await page.keyboard.type(`, ${mark}`);
  await become(() => offered.count(), 2);
  await offered.filter({ hasText: lead.email }).filter({ hasText: say('ลูกค้าใหม่', 'Lead') }).waitFor();
  await accessible(page, 'receivers are offered');
  await page.keyboard.press('ArrowDown');
  await become(async () => (await offered.nth(1).getAttribute('aria-selected')) === 'true' && (await to.getAttribute('aria-activedescendant')) === (await offered.nth(1).getAttribute('id')), true);
  const second = (await offered.nth(1).innerText()).includes(lead.email) ? lead : contact;
  await page.keyboard.press('Enter');
  await become(() => to.inputValue(), `${account.email}, ${second.email}, `);
  // A colleague by his address, and one whom nobody knows as he is typed.
  await page.keyboard.type('somchai@sala');
  await offered.filter({ hasText: say('สมชาย ใจดี', 'Somchai Jaidee') }).click();
  const free = at('stranger');
  await page.keyboard.type(free);
  await type(form, say('เรื่อง', 'Subject'), named('ถึงหลายคน'));
  await press(form, say('ส่ง', 'Send'));
  for (const address of [account.email, second.email, 'somchai@sala-solutions.example', free]) {
    await until(() => assert.ok(taken.some((letter) => letter.includes(address) && letter.includes(free)), address), 30_000);
  }
});

inEitherLanguage('chosen customers are written to at once, each its own e-mail, after the first was seen', sales, async ({ page, me, say }) => {
  await withPost();
  const name = named('บริษัทข่าวสาร');
  const at = (who) => `${named(who).replace(' ', '.')}@b.co.th`;
  const make = (each, more) => me.make('account', { name: `${name} ${each}`, ...more });
  const first = await make('ก', { email: at('first') });
  const second = await make('ข', { email: at('second') });
  await make('ค', {});
  const phone = await make('ง', { email: at('phone'), preferredContact: 'phone' });
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await settled(page);
  await become(() => page.locator('.grid-row').count(), 4);
  const ask = async () => {
    for (const each of ['ก', 'ข', 'ค', 'ง']) await page.locator('.grid-row', { hasText: `${name} ${each}` }).locator('.check').click();
    await press(page.locator('.bulk'), say('คำสั่ง', 'Actions'));
    await entry(page, say('ส่งอีเมล', 'Send e-mail')).click();
    return dialog(page);
  };
  const asked = await ask();
  await asked.getByText(say('ส่งถึง 2 ราย', 'Goes to 2')).waitFor();
  await asked.getByText(say('อีก 2 รายไม่มีอีเมล', '2 without an address')).waitFor();
  await asked.getByText(say('เรียกคืนไม่ได้', 'cannot be taken back')).waitFor();
  const subject = named('ข่าว');
  await type(asked, say('เรื่อง', 'Subject'), subject);
  const preview = asked.getByRole('region', { name: say('อีเมลฉบับแรก', 'The first e-mail') });
  await preview.getByText(subject).waitFor();
  await preview.getByText(`${name} `).waitFor();
  await accessible(page, 'many are written to');
  await press(asked, say('ส่ง 2 ฉบับ', 'Send 2'));
  await letterTo(first.email);
  await letterTo(second.email);
  const told = page.locator('.refusals li');
  await become(() => told.count(), 2);
  assert.ok(!taken.some((letter) => letter.includes(phone.email)), 'who prefers the phone got none');
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);

  const again = await ask();
  await press(again, say('แม่แบบ', 'Template'));
  await control(again, say('แม่แบบ', 'Template')).locator('.select').click();
  await pick(page, again, 'ขอนัดเข้าพบ');
  await again.getByText(say(/^ส่งถึงผู้ที่สะดวก/, /^Also to those who prefer/)).click();
  await again.getByText(say('ส่งถึง 3 ราย', 'Goes to 3')).waitFor();
  await again.getByRole('region', { name: say('อีเมลฉบับแรก', 'The first e-mail') }).getByText(`ขอนัดเข้าพบ ${name}`).waitFor();
  await press(again, say('ส่ง 3 ฉบับ', 'Send 3'));
  await letterTo(phone.email);
});

inEitherLanguage('an e-mail takes along a file, goes to others as well and says below who wrote it (ACT-20)', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  const [copy, blind] = [named('copy'), named('blind')].map((name) => `${name.replace(' ', '.')}@c.co.th`);
  await open(page, `/record/account/${account.id}`);
  await page.locator('.user-button').click();
  await entry(page, say('ลายเซ็นของฉัน', 'Own signature')).click();
  await dialog(page).locator('textarea').fill('Somchai, sales desk');
  await press(dialog(page), say('บันทึก', 'Save'));
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
  const form = page.locator('.composer form');
  await press(form, say('เพิ่มสำเนา', 'Add copy'));
  for (const [line, text] of [[say('สำเนา', 'Copy'), copy], [say('สำเนาลับ', 'Blind copy'), blind], [say('เรื่อง', 'Subject'), 'Price list']]) {
    await control(form, line).locator('input').fill(text);
  }
  const body = control(form, say('ข้อความ', 'Text')).locator('textarea');
  assert.match(await body.inputValue(), /Somchai, sales desk/);
  await form.locator('.drop input').setInputFiles({ name: 'price.txt', mimeType: 'text/plain', buffer: Buffer.from('100 baht') });
  await become(() => form.getByRole('checkbox', { name: 'price.txt' }).isChecked(), true);
  await press(form, say('ส่ง', 'Send'));
  const letter = await letterTo(account.email);
  assert.match(letter, new RegExp(`^Cc: ${copy}$`, 'm'));
  assert.match(letter, /Somchai, sales desk/);
  assert.match(letter, /filename="?price\.txt/);
  assert.ok(!letter.includes(blind), 'nobody reads who got it blind');
  await me.call('PUT', '/api/mail/signature', { signature: '' });
});

inEitherLanguage('an e-mail takes nothing more while it is on its way, and an address goes where its name was typed', sales, async ({ page, me, say }) => {
  const account = await customer(me);
  await open(page, `/record/account/${account.id}`);
  await page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
  const form = page.locator('.composer form');
  const to = control(form, say('ถึง', 'To')).locator('input');
  await to.fill('first@c.co.th, ');
  await to.pressSequentially(account.email.split('@')[0]);
  await form.locator('.mentions li').first().waitFor();
  await to.press('Home');
  await form.locator('.mentions').waitFor({ state: 'detached' });
  await to.fill(account.email);
  await type(form, say('เรื่อง', 'Subject'), named('สายช้า'));
  const body = control(form, say('ข้อความ', 'Text')).locator('textarea');
  await body.fill('เรียนลูกค้า');
  const answer = await holdBack(page, '**/api/mail');
  await body.press('Control+Enter');
  await body.pressSequentially('ลืมแนบไฟล์');
  assert.equal(await body.inputValue(), 'เรียนลูกค้า');
  answer();
  await toast(page, say('กำลังส่งอีเมล', 'The e-mail is on its way')).waitFor();
});
