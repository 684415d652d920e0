import assert from 'node:assert/strict';
import { choose, drag, open, pick, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';
import { deal, openDeal, sales, stage, step, wordsOf } from './deal.mjs';
import { administrator } from './people.mjs';

const lane = (page, code) => page.locator(`.lane[data-state="${code}"]`);
const number = async (place) => Number((await place.locator('header .num').first().innerText()).replace(/,/g, ''));

inEitherLanguage(
  'the steps of the sale are seen with their chances, and one is gone after the other (OPP-04 OPP-05)',
  sales,
  async ({ page, me, say }) => {
    const made = await deal(me);
    await openDeal(page, made);
    const path = page.locator('.stage-path');
    for (const [name, percent] of [
      [say('ติดต่อครั้งแรก', 'First contact'), 10],
      [say('เก็บความต้องการ', 'Finding the need'), 20],
      [say('กำลังพิจารณา', 'Considering'), 40],
      [say('เปรียบเทียบราคา', 'Comparing prices'), 60],
      [say('ต่อรองเงื่อนไข', 'Negotiating'), 75],
      [say('ได้รับใบสั่งซื้อ', 'Purchase order received'), 90],
    ]) {
      await path
        .locator('li', { hasText: name })
        .filter({ hasText: `${percent}%` })
        .waitFor();
    }
    await become(() => wordsOf(page, 'probability'), '10%');
    await step(page, say('เปรียบเทียบราคา', 'Comparing prices')).click();
    await stage(page)
      .filter({ hasText: say('เปรียบเทียบราคา', 'Comparing prices') })
      .waitFor();
    await become(() => wordsOf(page, 'probability'), '60%');
    await step(page, say('ได้รับใบสั่งซื้อ', 'Purchase order received')).click();
    await become(() => wordsOf(page, 'probability'), '90%');
    await page.getByRole('tab', { name: say('ประวัติการแก้ไข', 'History') }).click();
    const history = page.getByRole('tabpanel');
    await history.getByText(say('เปลี่ยนขั้นตอน', 'Change stage')).nth(1).waitFor();
    assert.match(
      await history.innerText(),
      say(/เปรียบเทียบราคา → ได้รับใบสั่งซื้อ/, /Comparing prices → Purchase order received/),
    );
  },
);

inEitherLanguage(
  'the board counts and sums all deals of a stage, and a card is dragged on (OPP-04)',
  sales,
  async ({ page, me }) => {
    const made = await deal(me, { expectedRevenue: 99_000_000 });
    await open(page, '/board/opportunity?view=sfa.pipeline');
    const count = async (code) =>
      me.count('opportunity', {
        all: [
          { field: 'stage', op: '=', value: code },
          { field: 'open', op: '=', value: true },
        ],
      });
    for (const code of ['contacted', 'considering']) {
      await until(async () => assert.equal(await number(lane(page, code)), await count(code)));
    }
    const sums = await me.call('POST', '/api/query', {
      dimensions: [{ name: 'state', path: 'stage' }],
      facts: { cards: { entity: 'opportunity', measures: { sum: { function: 'sum', of: 'expectedRevenue' } } } },
    });
    const sum = Number(sums.rows.find(([state]) => state === 'contacted')[1]);
    const shown = await lane(page, 'contacted').locator('.lane-sums').getAttribute('title');
    assert.equal(Number(/[\d,.]+/.exec(shown)[0].replace(/,/g, '')), sum);
    const [from, to] = [await count('contacted'), await count('considering')];
    await lane(page, 'contacted').locator('.kanban-card', { hasText: made.name }).waitFor();
    await drag(page, page.locator('.kanban-card', { hasText: made.name }), lane(page, 'considering').locator('header'));
    await lane(page, 'considering').locator('.kanban-card', { hasText: made.name }).waitFor();
    await become(() => number(lane(page, 'contacted')), from - 1);
    await become(() => number(lane(page, 'considering')), to + 1);
    assert.equal((await me.read('opportunity', made.id)).stage, 'considering');
  },
);

inEitherLanguage(
  'the company adds a step with its phase and chance, and a deal goes on to it (OPP-04 OPP-05)',
  sales,
  async ({ page, me, say }) => {
    const code = named('demo').replace(/ /g, '');
    const [th, en] = [named('สาธิตสินค้า'), named('Demonstration')];
    const boss = await administrator();
    await boss.settle({ locale: say('th', 'en') });
    const lists = await boss.page();
    await open(lists, '/pick-lists');
    const list = say('ขั้นตอนการขาย', 'Stage');
    await choose(lists, say('รายการ', 'List'), list, list);
    await lists.getByText('contacted', { exact: true }).waitFor();
    await press(lists, say('เพิ่มตัวเลือก', 'Add value'));
    const line = lists.locator('.picks tbody tr', { has: lists.locator('td:nth-child(2) input') });
    await line.locator('td:nth-child(2) input').fill(code);
    await line.locator('td:nth-child(3) input').fill(th);
    await line.locator('td:nth-child(4) input').fill(en);
    await line.locator('.percent input').fill('85');
    for (const closed of ['lost', 'won']) {
      await press(line, say(`เลื่อน ${th} ขึ้น`, `Move ${en} up`));
      await line.locator('xpath=following-sibling::tr[1]').getByText(closed, { exact: true }).waitFor();
    }
    await press(lists, say('บันทึก', 'Save'));
    await lists
      .getByRole('alert')
      .filter({ hasText: code })
      .filter({ hasText: say('ต้องระบุช่วง', 'needs its phase') })
      .waitFor();
    await line.locator('.phase .select').click();
    await pick(lists, line, say('กำลังดำเนินการ', 'Open'));
    await press(lists, say('บันทึก', 'Save'));
    await lists.getByText(say('บันทึกรายการแล้ว', 'The list was saved')).waitFor();
    await lists.close();
    const made = await deal(me);
    await open(page, '/board/opportunity?view=sfa.pipeline');
    await lane(page, code)
      .locator('header', { hasText: say(th, en) })
      .waitFor();
    await openDeal(page, made);
    await page
      .locator('.stage-path li', { hasText: say(th, en) })
      .filter({ hasText: '85%' })
      .waitFor();
    await step(page, say(th, en)).click();
    await stage(page)
      .filter({ hasText: say(th, en) })
      .waitFor();
    await become(() => wordsOf(page, 'probability'), '85%');
    await open(page, '/board/opportunity?view=sfa.pipeline');
    await lane(page, code).locator('.kanban-card', { hasText: made.name }).waitFor();
  },
);
