import assert from 'node:assert/strict';
import { button, fact, open, press, settled } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const service = { who: persona('service') };
const owner = (me, op) => ({ field: 'owner', op, value: '@me' });

/** A record of somebody else's, as the administrator finds it. */
async function foreign(entity, where) {
  const boss = await persona('administrator')();
  const [found] = await boss.find(entity, where, ['name', 'owner', 'team'], { limit: 1 });
  return found;
}

inEitherLanguage('one works with records of his own, reads those of his team, and does not know of others (ADM-03 ADM-04)', { ...sales, refused: [404] }, async ({ page, me, say }) => {
  const [own] = await me.find('account', owner(me, '='), ['name', 'team'], { limit: 1 });
  const mates = await foreign('account', { all: [{ field: 'team', op: '=', value: own.team.id }, { field: 'owner', op: '!=', value: me.id }] });
  const others = await foreign('account', { field: 'team', op: '!=', value: own.team.id });
  const pencils = () => page.locator('.pencil').count();
  await open(page, `/record/account/${own.id}`);
  await fact(page, 'name').getByText(own.name).waitFor();
  await until(async () => assert.ok((await pencils()) > 10));
  await button(page, say('เพิ่มเติม', 'More')).waitFor();
  await open(page, `/record/account/${mates.id}`);
  await fact(page, 'name').getByText(mates.name).waitFor();
  assert.equal(await pencils(), 0, 'nothing to change');
  await button(page, say('บันทึกการโทร', 'Log a call')).first().waitFor();
  await press(page, say('เพิ่มเติม', 'More'));
  const offered = page.getByRole('menu').getByRole('menuitem');
  await offered.first().waitFor();
  assert.deepEqual(await offered.allInnerTexts(), [say('ติดตาม', 'Follow'), say('เพิ่มในรายการโปรด', 'Add to favourites'), say('ทำไมฉันจึงเห็นรายการนี้', 'Why I see this'), say('พิมพ์หน้านี้', 'Print this page')], 'what adds to it, and nothing that changes it');
  await page.keyboard.press('Escape');
  await page.goto(`/record/account/${others.id}`);
  await page.locator('.empty').waitFor();
  assert.equal(await page.getByText(others.name).count(), 0);
  await open(page, `/list/account?view=core.all-accounts&q=${encodeURIComponent(others.name)}`);
  await page.getByText(say('ไม่พบรายการที่ตรงกัน', 'Nothing matches')).waitFor();
  await page.goto(`/list/account?view=core.all-accounts&q=${encodeURIComponent(mates.name)}`);
  await page.locator('.grid-row', { hasText: mates.name }).first().waitFor();
});

inEitherLanguage('on the board one moves his own deals, those of others lie still (ADM-03)', sales, async ({ page, me, say }) => {
  const cardOf = async (op) => {
    const [deal] = await me.find('opportunity', { all: [{ field: 'open', op: '=', value: true }, owner(me, op)] }, ['name'], { limit: 1 });
    await open(page, `/board/opportunity?view=sfa.pipeline&q=${encodeURIComponent(deal.name)}`);
    return page.locator('.kanban-card').filter({ has: page.locator(`a[href$="${deal.id}"]`) });
  };
  const menuOf = (card) => card.getByRole('button', { name: say('ไปขั้นตอนอื่น', 'to another stage') });
  await menuOf(await cardOf('=')).waitFor();
  const foreign = await cardOf('!=');
  await foreign.waitFor();
  assert.equal(await menuOf(foreign).count(), 0);
});

inEitherLanguage('who has no right to something sees no button and no menu for it (ADM-01)', service, async ({ page, say }) => {
  await open(page, '/');
  await page.getByRole('link', { name: say('การขาย', 'Sales'), exact: true }).click();
  await page.getByRole('link', { name: say('ลูกค้า', 'Accounts'), exact: true }).click();
  await press(page, say('ลูกค้าทั้งหมด', 'All accounts'));
  await settled(page);
  for (const name of [say('โอกาสทางการขาย', 'Opportunities'), say('ไปป์ไลน์การขาย', 'Pipeline')]) {
    assert.equal(await page.getByRole('link', { name, exact: true }).count(), 0, name);
  }
  const head = page.locator('.page-head');
  assert.equal(await button(head, say('สร้างใหม่', 'New')).count(), 0);
  assert.equal(await head.getByRole('link', { name: say('นำเข้า', 'Import') }).count(), 0);
  await page.locator('.grid-row a').first().click();
  await fact(page, 'name').waitFor();
  assert.equal(await page.locator('.pencil').count(), 0);
  for (const name of [say('ผู้ดูแลระบบ', 'Administrator'), say('นำเข้าข้อมูล', 'Import'), say('โมดูล', 'Modules'), say('ผู้ใช้', 'Users'), say('บทบาทและสิทธิ์', 'Roles and rights'), say('รายการตัวเลือก', 'Pick lists')]) {
    assert.equal(await page.getByRole('link', { name, exact: true }).count(), 0, name);
  }
  await page.goto('/modules');
  await page.getByText(say('คุณไม่มีสิทธิ์เปิดหน้านี้', 'You have no right to open this page')).waitFor();
});

inEitherLanguage('a manager works with the records of his team (ADM-04)', { who: persona('manager') }, async ({ page, me, say }) => {
  const [mates] = await me.find('account', owner(me, '!='), ['name', 'team'], { limit: 1 });
  await open(page, `/record/account/${mates.id}`);
  await fact(page, 'name').hover();
  await page.locator('[data-field="remark"]').scrollIntoViewIfNeeded();
  await page.locator('[data-field="remark"]').hover();
  await page.locator('[data-field="remark"] .pencil').click();
  const words = named(say('หัวหน้าแก้', 'Changed by the manager'));
  const box = page.locator('[data-field="remark"] textarea');
  await box.fill(words);
  await box.press('Control+Enter');
  await fact(page, 'remark').getByText(words).waitFor();
});

inEitherLanguage('who may not open a page reads so and finds the way home', { ...service, refused: [403, 404] }, async ({ page, say }) => {
  const entity = ['list', 'board', 'new', 'duplicates', 'merge'].map((page) => `/${page}/opportunity`);
  const pages = ['/modules', ...entity, '/record/opportunity/1', '/record/account/999999999'];
  for (const place of pages) {
    await page.goto(place);
    await page.locator('.main .empty').getByRole('link', { name: say('หน้าแรก', 'Home'), exact: true }).waitFor();
    assert.equal(await page.locator('.grid').count(), 0, `nothing is half drawn at ${place}`);
  }
});
