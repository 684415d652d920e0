import assert from 'node:assert/strict';
import { choose, control, dialog, drag, drawn, hold, holdBack, open, press, ready, toast } from '../stage/hands.mjs';
import { focused } from '../stage/keys.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const lane = (page, name) => page.getByRole('region', { name, exact: true }).and(page.locator('.lane'));

inEitherLanguage('any field with coloured words makes a board, moved on it by keyboard', sales, async ({ page, me, say }) => {
  const name = named(say('บริษัท ทดสอบกระดาน', 'Board Test'));
  const { id } = await me.make('account', { name, potential: 'low' });
  await open(page, '/board/account');
  await press(page, say('ศักยภาพ', 'Potential'));
  await page.getByRole('searchbox').fill(name);
  const card = (column) => lane(page, column).locator('.kanban-card', { hasText: name });
  await become(() => page.locator('.kanban-card').count(), 1);
  await card(say('ต่ำ', 'Low')).locator('a').focus();
  const answer = await holdBack(page, '**/api/records/account/query', (call) => call.postData().includes('"low"'));
  await page.keyboard.press('Control+ArrowLeft');
  await card(say('ปานกลาง', 'Medium')).waitFor();
  assert.equal(await page.locator('.kanban-card', { hasText: name }).count(), 1, 'though the column it left is slow to answer');
  await become(() => focused(card(say('ปานกลาง', 'Medium')).locator('a')), true);
  answer();
  assert.equal((await me.read('account', id)).potential, 'medium');
  await press(toast(page, say('ย้ายไปที่ปานกลางแล้ว', 'Moved to Medium')), say('เลิกทำ', 'Undo'));
  await card(say('ต่ำ', 'Low')).waitFor();
  assert.equal((await me.read('account', id)).potential, 'low');
});

inEitherLanguage('a column of the board says what all its deals are worth and is folded away', sales, async ({ page, me, say }) => {
  await open(page, '/board/opportunity?view=sfa.pipeline');
  const first = page.locator('.lane').first();
  const stage = await first.getAttribute('data-state');
  const question = {
    dimensions: [],
    facts: { all: { entity: 'opportunity', filter: { field: 'stage', op: '=', value: stage }, measures: { sum: { function: 'sum', of: 'expectedRevenue' } } } },
  };
  const table = await me.call('POST', '/api/query', question);
  const sum = Number(table.rows[0][table.columns.findIndex((column) => column.name === 'sum')]);
  const shown = sum.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  await until(async () => assert.match((await first.locator('.lane-sums').getAttribute('title')) ?? '', new RegExp(shown)));
  await first.locator('.lane-sums').getByText(say('รายได้ที่คาดหวัง', 'Estimated revenue')).waitFor();
  assert.match(await first.locator('.lane-sums').innerText(), say(/ (ล้าน|พัน)/, /[\d.]+[MK]/i));
  await first.locator('.fold').click();
  await first.locator('.kanban-card').first().waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.lane.folded').first().waitFor();
  await page.locator('.lane.folded .fold').click();
  await first.locator('.kanban-card').first().waitFor();
  await press(page, say('พับ', 'Fold') + ' ' + (await first.getAttribute('aria-label')));
  await page.locator('.lane.folded .fold').click();
});

inEitherLanguage('a column shows 25 cards and the others when they are asked for, and counts them all', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทการ์ดเยอะ') });
  const name = named('การ์ดเยอะ');
  const about = { account: account.id, expectedCloseOn: '2099-12-31' };
  await Promise.all(Array.from({ length: 27 }, (_, i) => me.make('opportunity', { name: `${name} ${i}`, ...about })));
  await open(page, `/board/opportunity?view=sfa.pipeline&q=${encodeURIComponent(name)}`);
  const first = page.locator('.lane').first();
  const cards = first.locator('.kanban-card');
  await become(() => cards.count(), 25);
  await become(() => first.locator('header .num').first().innerText(), '27');
  const more = first.getByRole('button', { name: say('แสดงเพิ่ม 2 รายการ', '2 more'), exact: true });
  // What was just made is told to the page meanwhile, which then asks anew for what it shows.
  await until(async () => {
    if ((await more.count()) > 0) await more.click({ timeout: 1000 });
    assert.equal(await cards.count(), 27);
  });
  await become(() => more.count(), 0);
});

const faulty = { ...sales, refused: ['TypeError'] };
inEitherLanguage('the fault of one column of the board leaves the others', faulty, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  await page.route('**/api/records/opportunity/query', async (route) => {
    if (!route.request().postData().includes('"contacted"')) return route.continue();
    const answer = await route.fetch();
    const { items, ...rest } = await answer.json();
    await route.fulfill({ json: { ...rest, items: items.map((one) => ({ ...one, owner: { id: '1', label: 7 } })) } });
  });
  await deal.look();
  await page.locator('.lanes').getByRole('alert').getByRole('button', { name: say('ลองอีกครั้ง', 'Try again') }).waitFor();
  assert.equal(await page.locator('.lanes').getByRole('alert').count(), 1);
  await page.locator('.lane[data-state="won"] header').waitFor();
});

/** A deal alone on the board, and its card in a column. */
async function dealOnBoard(page, me) {
  const account = await me.make('account', { name: named('บริษัทลากการ์ด') });
  const deal = await me.make('opportunity', { name: named('โอกาสลากการ์ด'), account: account.id, expectedCloseOn: '2099-12-31' });
  const column = (state) => page.locator(`.lane[data-state="${state}"]`);
  const card = (state) => column(state).locator('.kanban-card', { hasText: deal.name });
  const carry = (from, to) => drag(page, card(from), column(to).locator('header'));
  const look = () => open(page, `/board/opportunity?view=sfa.pipeline&q=${encodeURIComponent(deal.name)}`);
  return { id: deal.id, card, carry, look };
}

inEitherLanguage('the board stands still below a card that is held over a column which is wholly seen', sales, async ({ page, me }) => {
  const deal = await dealOnBoard(page, me);
  await deal.look();
  await hold(page, deal.card('contacted'), page.locator('.lane[data-state="comparing"] header'));
  for (let frame = 0; frame < 20; frame++) await drawn(page);
  assert.equal(await page.locator('.lanes').evaluate((lanes) => lanes.scrollLeft), 0);
  await page.mouse.up();
  await deal.card('comparing').waitFor();
});

inEitherLanguage('a card carried to where a reason is asked for goes there with it, and stays without (OPP-12)', sales, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  const closeLost = say('ปิดการขายไม่ได้', 'Close lost');
  await deal.look();
  await deal.carry('contacted', 'lost');
  await control(dialog(page), say('เหตุผลที่ปิดการขายไม่ได้', 'Reason lost')).waitFor();
  await press(dialog(page), closeLost);
  await dialog(page).getByText(say('ต้องระบุ', 'Required')).first().waitFor();
  await press(dialog(page), say('ยกเลิก', 'Cancel'));
  await become(() => page.getByRole('dialog').count(), 0);
  await deal.card('contacted').waitFor();
  assert.deepEqual([await deal.card('lost').count(), (await me.read('opportunity', deal.id)).stage], [0, 'contacted']);
});

inEitherLanguage('a card moved by the keyboard to where a reason is asked for goes there with it, and stays without (OPP-12)', sales, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  await deal.look();
  await deal.card('contacted').waitFor();
  const states = await page.locator('.lane').evaluateAll((all) => all.map((one) => one.dataset.state));
  const last = states[states.indexOf('won') - 1];
  const { version } = await me.read('opportunity', deal.id);
  await me.call('POST', `/api/records/opportunity/${deal.id}/actions/move`, { input: { stage: last } }, { 'If-Match': `"${version}"` });
  await deal.card(last).waitFor();
  const ask = async () => {
    await deal.card(last).locator('a').first().focus();
    await page.keyboard.press('Control+ArrowRight');
    await control(dialog(page), say('เหตุผลที่ปิดการขายได้', 'Reason won')).waitFor();
  };
  await ask();
  await page.keyboard.press('Escape');
  await become(() => page.getByRole('dialog').count(), 0);
  await become(() => focused(deal.card(last).locator('a').first()), true);
  const { stage, version: now } = await me.read('opportunity', deal.id);
  assert.deepEqual([await deal.card(last).count(), stage], [1, last]);
  // Whoever goes on with something else is not called back when the card changes.
  await page.locator('.lane').first().locator('header').click({ position: { x: 2, y: 2 } });
  await me.call('PATCH', `/api/records/opportunity/${deal.id}`, { expectedRevenue: 4_321_000 }, { 'If-Match': `"${now}"` });
  await deal.card(last).getByText('4,321,000').first().waitFor();
  assert.equal(await focused(deal.card(last).locator('a').first()), false);
  await ask();
  await dialog(page).locator('.field:has(.star) .select').first().click();
  await ready(page).first().click();
  await dialog(page).locator('[type=submit]').click();
  await deal.card('won').waitFor();
  await become(() => focused(deal.card('won').locator('a').first()), true);
  await become(async () => (await me.read('opportunity', deal.id)).stage, 'won');
});

const undo = (page, say) => page.locator('.toast').getByRole('button', { name: say('เลิกทำ', 'Undo'), exact: true }).last();

inEitherLanguage('a card that was carried is put back with all that was asked on the way (OPP-12)', { who: persona('manager') }, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  await deal.look();
  await deal.carry('contacted', 'lost');
  await choose(dialog(page), say('เหตุผลที่ปิดการขายไม่ได้', 'Reason lost'), say('ลูกค้าไม่มีงบประมาณ', 'No budget'));
  await press(dialog(page), say('ปิดการขายไม่ได้', 'Close lost'));
  await deal.card('lost').waitFor();
  await undo(page, say).click();
  await toast(page, say('กลับเป็นเหมือนเดิมแล้ว', 'It is as it was before')).waitFor();
  await deal.card('contacted').waitFor();
  const { stage, lostReason = null } = await me.read('opportunity', deal.id);
  assert.deepEqual([stage, lostReason, await deal.card('lost').count()], ['contacted', null, 0]);
});

inEitherLanguage('a card that somebody else carried on meanwhile is not put back', { ...sales, refused: [412] }, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  await deal.look();
  await deal.card('contacted').waitFor();
  const [, next, further] = await page.locator('.lane').evaluateAll((all) => all.map((one) => one.dataset.state));
  await deal.carry('contacted', next);
  await deal.card(next).waitFor();
  const { version } = await me.read('opportunity', deal.id);
  await me.call('POST', `/api/records/opportunity/${deal.id}/actions/move`, { input: { stage: further } }, { 'If-Match': `"${version}"` });
  await undo(page, say).click();
  await toast(page, say('มีคนอื่นแก้ไขรายการนี้หลังจากนั้นแล้ว', 'Somebody else has changed this since')).waitFor();
  assert.equal((await me.read('opportunity', deal.id)).stage, further);
});

inEitherLanguage('a card carried to where it may not go says so and is back', { who: persona('manager') }, async ({ page, me, say }) => {
  const deal = await dealOnBoard(page, me);
  const { version } = await me.read('opportunity', deal.id);
  const lost = { input: { lostReason: 'budget' } };
  await me.call('POST', `/api/records/opportunity/${deal.id}/actions/close-lost`, lost, { 'If-Match': `"${version}"` });
  await deal.look();
  await deal.carry('lost', 'won');
  await toast(page, say('เปลี่ยนเป็นขั้นตอนนี้ไม่ได้: ', 'This step is not possible from here: ')).waitFor();
  await deal.card('lost').waitFor();
  assert.deepEqual([await deal.card('won').count(), (await me.read('opportunity', deal.id)).stage], [0, 'lost']);
});

inEitherLanguage('a key that is pressed twice moves a card once, and nobody is said to have been faster', sales, async ({ page, me }) => {
  const deal = await dealOnBoard(page, me);
  await deal.look();
  await deal.card('contacted').locator('a').first().focus();
  await page.route('**/actions/move', async (call) => {
    await page.keyboard.press('Control+ArrowRight');
    await call.fallback();
  });
  await page.keyboard.press('Control+ArrowRight');
  await become(async () => (await me.read('opportunity', deal.id)).stage === 'contacted', false);
  const { stage } = await me.read('opportunity', deal.id);
  await deal.card(stage).waitFor();
  assert.equal(await page.locator('.toast.t-danger').count(), 0);
});

inEitherLanguage('a card tells for how many days its deal has stood in its stage', sales, async ({ page, me, say }) => {
  const deals = await me.find('opportunity', { field: 'open', op: '=', value: true }, ['name', 'stateSince']);
  const days = ({ stateSince }) => Math.floor((Date.now() - Date.parse(stateSince)) / 86_400_000);
  const still = deals.find((deal) => days(deal) > 1);
  await open(page, `/board/opportunity?view=sfa.pipeline&q=${encodeURIComponent(still.name)}`);
  const told = page.locator('.kanban-card', { hasText: still.name }).first().locator('.still');
  const [number, since] = [Number((await told.innerText()).replace(/\D/g, '')), await told.getAttribute('title')];
  // Days are counted from midnight to midnight.
  assert.ok([days(still), days(still) + 1].includes(number), `${number} of ${days(still)}`);
  assert.match(since, say(/^อยู่ในสถานะนี้ตั้งแต่ \d/, /^In this state since \d/));
});

inEitherLanguage('whose filters are cleared on a board searches all columns again', sales, async ({ page, say }) => {
  const filters = encodeURIComponent(JSON.stringify([{ field: 'probability', op: '>=', value: 20 }]));
  await open(page, `/board/opportunity?view=sfa.pipeline&q=zzz&in=name&filters=${filters}`);
  await page.locator('.chips').getByText(say('ล้างตัวกรอง', 'Clear filters')).click();
  await page.locator('.kanban-card').first().waitFor();
  assert.ok(!/[?&](q|in|filters)=/.test(page.url()), page.url());
});
