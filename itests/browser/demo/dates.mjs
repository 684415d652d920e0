import assert from 'node:assert/strict';
import { accessible } from '../stage/axe.mjs';
import { control, dialog, drawn, edit, fact, open, press, savedAnyway, twoDays, writeDay } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO, onPhone, persona, phone, staying } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';
import { composing } from '../stage/ways.mjs';

const finger = { who: onPhone('sales'), timeout: 120_000 };
const narrow = async () => (await Person.at(DEMO, { ...phone, touch: false })).asPersona('sales');
const mouse = { who: staying('sales in a narrow window', narrow), timeout: 120_000 };
const calendar = '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)';

/** In the page: what of the open calendar is not on the screen, lies under something else or is missed by a finger. */
function beyond({ calendar, least }) {
  const sheet = document.querySelector(calendar);
  const parts = '.ant-picker-date-panel td, .ant-picker-header button, .ant-picker-time-panel-column, .ant-picker-footer :is(a, button)';
  const found = [...sheet.querySelectorAll(parts)].filter((part) => part.checkVisibility({ visibilityProperty: true })).flatMap((part) => {
    const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
    const named = `${part.className} "${(part.ariaLabel ?? part.innerText).slice(0, 12)}"`;
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return [`${named} is beyond the screen`];
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!part.contains(above) && !above?.contains(part)) return [`${named} is covered`];
    return Math.min(width, height) < least - 0.5 && part.localName !== 'a' ? [`${named} is small: ${width}×${height}`] : [];
  });
  const days = new Set([...sheet.querySelectorAll('td')].filter((day) => day.checkVisibility()).map((day) => day.getBoundingClientRect().left)).size;
  return [...found, ...(days === 7 ? [] : [`${days} days of a week`]), ...(document.documentElement.scrollWidth > innerWidth ? ['the page grew'] : [])];
}

const places = {
  'a form with a time': (page) => open(page, '/new/activity'),
  'a form with a day': (page) => open(page, '/new/opportunity'),
  'the composer of a record': composing(1),
  'a filter': async (page) => {
    await open(page, '/list/account?view=core.all-accounts');
    await page.locator('.toolbar [aria-haspopup] >> nth=2').click();
  },
  'the dialog of a call': async (page) => {
    await open(page, '/');
    await page.locator('.page-head .btn:not(.icon-only)').click();
    // Whom it was with may be offered first, over what is below.
    await until(async () => {
      await page.keyboard.press('Tab');
      await dialog(page).locator('form [role=group] .btn').first().click({ timeout: 500 });
    });
  },
};

const liesWhole = (least) => async ({ page, me }) => {
  for (const [width, height] of [[360, 740], [390, 844], [412, 915]]) {
    await page.setViewportSize({ width, height });
    for (const [where, go] of Object.entries(places)) {
      await go(page, me);
      const field = page.locator('.ant-picker').first();
      await field.waitFor();
      const before = await dialog(page).boundingBox({ timeout: 1 }).catch(() => null);
      // What holds it may still be on its way to its place.
      await until(async () => {
        if ((await page.locator(calendar).count()) === 0) await field.click();
        assert.ok(await page.locator(calendar).isVisible(), where);
      });
      await until(async () => assert.deepEqual(await page.evaluate(beyond, { calendar, least }), [], `${where}, ${width} px wide`));
      if (before) assert.equal((await dialog(page).boundingBox()).x, before.x, `${where} stays where it is`);
    }
  }
};

inEitherLanguage('on the phone each calendar and its times lie wholly on the screen', finger, liesWhole(44));
inEitherLanguage('in a narrow window each calendar lies wholly in it', mouse, liesWhole(0));

inEitherLanguage('a day and a time are chosen with the thumb, and the button below the calendar takes them', finger, async ({ page, say }) => {
  await open(page, '/new/activity');
  const start = control(page, say('เริ่ม', 'Start'));
  await start.locator('.ant-picker').tap();
  const sheet = page.locator(calendar);
  await sheet.waitFor();
  await accessible(page, 'with the calendar of a form');
  await sheet.locator('td', { hasText: /^15$/ }).first().tap();
  await sheet.locator('[data-type=hour] li', { hasText: '14' }).tap();
  await sheet.locator('[data-type=minute] li', { hasText: '30' }).tap();
  await sheet.getByRole('button', { name: say('ตกลง', 'OK'), exact: true }).tap();
  await sheet.waitFor({ state: 'hidden' });
  await become(() => start.locator('input').inputValue().then((value) => /^15 .* 14:30$/.test(value)), true);
});

const sales = { who: persona('sales') };
const foundedOn = (say) => say('วันก่อตั้งบริษัท', 'Founded on');

inEitherLanguage('what is typed and is no day stays, is refused by its name and put right', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const name = named('บริษัทวันผิด');
  await open(page, '/new/account');
  await control(page, say('ชื่อลูกค้า', 'Account name')).locator('input').fill(name);
  const founded = control(page, foundedOn(say));
  const box = founded.locator('input');
  await box.pressSequentially('31/2/2567');
  await press(page, say('บันทึก', 'Save'));
  await founded.getByText('31/2/2567').waitFor();
  await founded.locator('input:focus').waitFor(); // led to what is wrong
  assert.equal(await box.inputValue(), '31/2/2567');
  assert.equal((await me.find('account', { field: 'name', op: '=', value: name })).length, 0);
  await box.fill('');
  await box.pressSequentially('28/2/67');
  await press(page, say('บันทึก', 'Save'));
  await savedAnyway(page, say, page.locator('.facts'));
  const [made] = await me.find('account', { field: 'name', op: '=', value: name }, ['foundedOn']);
  assert.equal(made.foundedOn, '2024-02-28');
});

inEitherLanguage('a day is typed key by key where it stands, refused where it is none, and taken away', { ...sales, refused: [422] }, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทวันที่'), foundedOn: '2020-01-31' });
  const stored = async () => (await me.read('account', account.id)).foundedOn ?? null;
  const change = async (typed) => {
    const place = await edit(page, 'foundedOn');
    const box = place.locator('input');
    await box.press('ControlOrMeta+a');
    await (typed ? box.pressSequentially(typed) : box.press('Delete'));
    await box.press('Tab');
  };
  await open(page, `/record/account/${account.id}`);
  for (const typed of ['25/08/2520', '25-8-20', '25 Aug 1977']) {
    await change(typed);
    await become(stored, '1977-08-25');
    await become(() => fact(page, 'foundedOn').innerText(), say('25 ส.ค. 2520', '25 Aug 2520'));
    const { version } = await me.read('account', account.id);
    await me.call('PATCH', `/api/records/account/${account.id}`, { foundedOn: '2020-01-31' }, { 'If-Match': `"${version}"` });
    await become(() => fact(page, 'foundedOn').innerText(), say('31 ม.ค. 2563', '31 Jan 2563'));
  }
  await change('31/2/2563');
  const box = page.locator('[data-field="foundedOn"] .in-place input');
  await page.locator('[data-field="foundedOn"] [role=alert]').waitFor();
  assert.equal(await box.inputValue(), '31/2/2563');
  await box.press('ControlOrMeta+a');
  await box.press('Delete');
  await box.press('Tab');
  await become(stored, null);
});

inEitherLanguage('whoever empties a day, or begins another, and cancels with the mouse keeps the one that was there', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทไม่เปลี่ยนวัน'), foundedOn: '2020-01-31' });
  const { version } = await me.read('account', account.id);
  await open(page, `/record/account/${account.id}`);
  for (const typed of ['', '25/8/20']) {
    const place = await edit(page, 'foundedOn');
    await place.locator('input').press('ControlOrMeta+a');
    await place.locator('input').press('Delete');
    await place.locator('input').pressSequentially(typed);
    await press(place, say('ยกเลิก', 'Cancel'));
    await place.locator('.in-place').waitFor({ state: 'detached' });
    await become(() => fact(page, 'foundedOn').innerText(), say('31 ม.ค. 2563', '31 Jan 2563'));
  }
  assert.equal((await me.read('account', account.id)).version, version);
});

inEitherLanguage('a day with its time is typed key by key', sales, async ({ page, me, say }) => {
  const subject = named('นัดพิมพ์เวลา');
  await open(page, '/new/activity');
  await control(page, say('เรื่อง', 'Subject')).locator('input').fill(subject);
  await control(page, say('เริ่ม', 'Start')).locator('input').pressSequentially('31/12/2567 14:30');
  await press(page, say('บันทึก', 'Save'));
  await page.locator('.facts').first().waitFor();
  const [made] = await me.find('activity', { field: 'subject', op: '=', value: subject }, ['startAt']);
  assert.equal(made.startAt, '2024-12-31T07:30:00Z');
});

inEitherLanguage('a mouse that rests on the calendar takes nothing of what is typed', sales, async ({ page, me, say }) => {
  const subject = named('นัดใต้เมาส์');
  await open(page, '/new/activity');
  await control(page, say('เรื่อง', 'Subject')).locator('input').fill(subject);
  const box = control(page, say('เริ่ม', 'Start')).locator('input');
  await box.pressSequentially('31/12/2567 14:30');
  await page.locator(`${calendar} td[title]`, { hasText: /^20$/ }).hover();
  assert.match(await box.inputValue(), /^31/);
  await page.keyboard.press('Enter');
  await press(page, say('บันทึก', 'Save'));
  await page.locator('.facts').first().waitFor();
  const [made] = await me.find('activity', { field: 'subject', op: '=', value: subject }, ['startAt']);
  assert.equal(made.startAt, '2024-12-31T07:30:00Z');
});

inEitherLanguage('the keys lead through both days of a period and on; what is no day does not stay, and of two the wrong way round the last one counts', sales, async ({ page, say }) => {
  await open(page, '/list/account?view=core.all-accounts');
  await press(page, say('ช่วงเวลา', 'Period'));
  const [from, to] = await twoDays(page.locator('.day-range'));
  const inside = (place) => place.evaluate((one) => one.contains(document.activeElement));
  const given = () => JSON.parse(new URL(page.url()).searchParams.get('period') ?? '{}');
  await from.click();
  await page.keyboard.type('31/2/2567');
  await page.keyboard.press('Tab');
  await become(() => from.inputValue(), '');
  await become(() => inside(to), true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('1/2/67');
  await page.keyboard.press('Tab');
  await page.keyboard.type('28/2/2567');
  await page.keyboard.press('Tab');
  await until(async () => assert.deepEqual(given(), { field: 'createdAt', from: '2024-02-01', to: '2024-02-28' }));
  assert.equal(await inside(page.locator('.day-range')), false);
  await from.fill('1/3/2567');
  await from.press('Enter');
  await become(() => to.inputValue(), '');
  await until(async () => assert.deepEqual(given(), {}));
});

inEitherLanguage('the keys that save take the day that is being typed', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทวันที่บันทึกเร็ว') });
  const subject = named('นัดบันทึกเร็ว');
  await open(page, `/record/account/${account.id}`);
  await press(page.locator('.composer'), say('นัดหมาย', 'Appointment'));
  const form = page.locator('.composer form');
  await control(form, say('เรื่อง', 'Subject')).locator('input').fill(subject);
  const start = form.locator('.date input').first();
  await start.click();
  await page.keyboard.type('25/12/2575 14:30');
  await page.keyboard.press('Control+s');
  await become(async () => (await me.find('activity', { field: 'subject', op: '=', value: subject }, ['startAt'])).map((one) => one.startAt), ['2032-12-25T07:30:00Z']);
  await become(() => start.inputValue(), '');
  await page.keyboard.press('Tab');
  await drawn(page);
  assert.equal(await start.inputValue(), '', 'what was saved is not begun again');

  const { id } = await me.make('opportunity', { name: named('โอกาสบันทึกเร็ว'), account: account.id, expectedCloseOn: '2099-12-31' });
  await open(page, `/record/opportunity/${id}`);
  for (const [keys, day] of [['Control+s', '25'], ['Control+Enter', '26']]) {
    const box = (await edit(page, 'expectedCloseOn')).locator('input');
    await box.press('ControlOrMeta+a');
    await box.pressSequentially(`${day}/12/2575`);
    await page.keyboard.press(keys);
    await become(async () => (await me.read('opportunity', id)).expectedCloseOn, `2032-12-${day}`);
  }
});

inEitherLanguage('no call is logged before the day of its next step is one, and weeks begin as in the calendar', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทนัดวันผิด') });
  const logged = () => me.count('activity', { field: 'regarding', op: '=', value: account.id });
  await open(page, `/record/account/${account.id}`);
  await press(page.locator('.record-head'), say('บันทึกการโทร', 'Log a call'));
  await dialog(page).locator('textarea').first().fill('คุยแล้ว');
  await dialog(page).getByText(say('ขั้นต่อไป', 'Next step'), { exact: true }).click();
  const start = control(dialog(page), say('เริ่ม', 'Start')).locator('input');
  await start.click();
  const week = page.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) thead th').first();
  assert.match(await week.innerText(), say(/^จ/, /^Mo/));
  await writeDay(start, '7/13 พรุ่งนี้');
  await press(dialog(page), say('บันทึกและนัดต่อ', 'Save and plan'));
  await dialog(page).getByText(say('7/13 พรุ่งนี้ ไม่ใช่วันที่และเวลา', '7/13 พรุ่งนี้ is not a date with time')).waitFor();
  assert.equal(await logged(), 0);
  await press(dialog(page), say('พรุ่งนี้', 'Tomorrow'));
  await press(dialog(page), say('บันทึกและนัดต่อ', 'Save and plan'));
  await become(logged, 2);
});
