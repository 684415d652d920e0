import assert from 'node:assert/strict';
import { control, dialog, edit, fact, open, press, savedAnyway, settled, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { power } from '../stage/places.mjs';
import { postOffice } from '../stage/post.mjs';
import { inEitherLanguage, scene, spoken } from '../stage/scene.mjs';
import { become } from '../stage/until.mjs';
import { administrator, PASSWORD, stranger } from './people.mjs';

/** In a browser of its own, because its session ends. */
const once = async (say) => (await stranger()).signIn(say('wanida', 'william'), PASSWORD);

inEitherLanguage('whose session ends signs in again over his page and loses nothing he typed (ADM-02)', { who: once, refused: [401] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทหมดเวลา') });
  await open(page, `/record/account/${account.id}`);
  const box = (await edit(page, 'phone')).locator('input');
  await box.fill('02-444-4444');
  await me.call('DELETE', '/api/session');
  await box.press('Enter');
  const again = dialog(page);
  await again.getByText(say('หมดเวลาการเข้าใช้', 'Your session has ended')).waitFor();
  await type(again, say('รหัสผ่าน', 'Password'), PASSWORD);
  await press(again, say('เข้าสู่ระบบ', 'Sign in'));
  await again.waitFor({ state: 'hidden' });
  assert.equal(await box.inputValue(), '02-444-4444');
  await box.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-444-4444');
});

inEitherLanguage('while the server is away nothing typed is lost, and work goes on when it is back', { who: once, refused: ['ERR_FAILED'] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทสายหลุด') });
  await open(page, `/record/account/${account.id}`);
  const place = await edit(page, 'phone');
  const box = place.locator('input');
  await box.fill('02-555-5555');
  await page.route('**/api/records/**', (call) => call.abort());
  await box.press('Enter');
  await place.getByText(say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached')).waitFor();
  assert.equal(await box.inputValue(), '02-555-5555');
  await page.unroute('**/api/records/**');
  await box.press('Enter');
  await become(() => fact(page, 'phone').innerText(), '02-555-5555');
});

let opened;
/** The company gets a mail server with the first e-mail. */
const withPost = () =>
  (opened ??= (async () => {
    const server = { host: '127.0.0.1', port: String(await postOffice(() => {})), security: 'none', senderAddress: 'sala@shop.co.th' };
    await (await administrator()).call('PUT', '/api/mail/settings', server);
  })());

/** A form, a filter, a note and an e-mail, each with something typed that the server has not seen. */
const written = {
  form: async (page, me, say) => {
    await open(page, '/new/account');
    const box = control(page, say('ชื่อลูกค้า', 'Account name')).locator('input');
    await box.fill(named('พิมพ์ไว้ในฟอร์ม'));
    return { box, save: () => press(page.locator('.page-head'), say('บันทึก', 'Save')), saved: () => savedAnyway(page, say, page.locator('.facts')) };
  },
  filter: async (page, me, say) => {
    await open(page, '/list/account?view=core.all-accounts');
    await settled(page);
    await press(page.locator('.toolbar'), say('ตัวกรอง', 'Filter'));
    const box = page.locator('.filter-builder input').last();
    await box.fill('02-');
    return { box, save: () => press(page.locator('.filter-builder'), say('เพิ่มตัวกรอง', 'Add filter')), saved: () => page.locator('.chip').waitFor(), kept: false };
  },
  composer: async (page, me) => {
    const account = await me.make('account', { name: named('บริษัทมีโน้ต') });
    await open(page, `/record/account/${account.id}`);
    const box = page.locator('.composer textarea').first();
    const text = named('เขียนค้างไว้');
    await box.fill(text);
    return { box, save: () => box.press('Control+Enter'), saved: () => page.locator('.timeline > li', { hasText: text }).first().waitFor() };
  },
  mail: async (page, me, say) => {
    await withPost();
    const account = await me.make('account', { name: named('บริษัทรับจดหมาย'), email: 'office@b.co.th' });
    await open(page, `/record/account/${account.id}`);
    const form = page.locator('.composer form');
    const begin = () => page.locator('.composer').getByText(say('อีเมล', 'E-mail'), { exact: true }).click();
    await begin();
    await type(form, say('เรื่อง', 'Subject'), named('เรื่องค้างไว้'));
    const box = control(form, say('ข้อความ', 'Text')).locator('textarea');
    await box.fill(named('จดหมายค้างไว้'));
    const queued = toast(page, say('กำลังส่งอีเมล', 'The e-mail is on its way'));
    return { box, begin, save: () => press(form, say('ส่ง', 'Send')), saved: () => queued.waitFor() };
  },
};

/** What was typed can be saved now, also after the page was loaded anew; what was only to be shown comes by itself. */
async function stillThere(page, { box, save, saved, begin = async () => {}, kept = true }, text) {
  if (kept) {
    assert.equal(await box.inputValue(), text);
    await page.reload();
    await begin();
    assert.equal(await box.inputValue(), text, 'also after the page was loaded anew');
    await save();
  }
  await saved();
}

inEitherLanguage('a form, a filter, a note and an e-mail outlive the end of the session', { who: once, refused: [401], timeout: 90_000 }, async ({ page, me, say }) => {
  for (const write of Object.values(written)) {
    const work = await write(page, me, say);
    const text = await work.box.inputValue();
    await me.call('DELETE', '/api/session');
    await work.save();
    const again = dialog(page);
    await again.getByText(say('หมดเวลาการเข้าใช้', 'Your session has ended')).waitFor();
    await type(again, say('รหัสผ่าน', 'Password'), PASSWORD);
    await press(again, say('เข้าสู่ระบบ', 'Sign in'));
    await again.waitFor({ state: 'hidden' });
    await me.goOn();
    await stillThere(page, work, text);
  }
});

const away = (say) => say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached');

scene(
  'A form, a filter, a note and an e-mail outlive a restart of the server, and each says that it is away',
  { who: administrator, refused: ['ERR_', 'status of 50'], timeout: 240_000 },
  async () => {
    const begun = [];
    for (const { locale, say } of spoken) {
      const me = await once(say);
      await me.settle({ locale });
      for (const write of Object.values(written)) {
        const page = await me.page();
        // A server that has just started takes its time.
        page.setDefaultTimeout(30_000);
        const work = await write(page, me, say);
        begun.push({ page, say, ...work, text: await work.box.inputValue() });
      }
    }
    await power('stop');
    for (const { page, say, save } of begun) {
      await save();
      await page.getByText(away(say)).first().waitFor({ timeout: 20_000 });
    }
    await power('start');
    for (const { page, say, text, ...work } of begun) {
      await stillThere(page, work, text);
      // What was only to be shown comes by itself.
      await page.getByText(away(say)).first().waitFor({ state: 'hidden', timeout: 30_000 });
      await page.close();
    }
  },
);
