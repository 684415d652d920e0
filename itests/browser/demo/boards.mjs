import assert from 'node:assert/strict';
import { holdBack, open, press } from '../stage/hands.mjs';
import { persona } from '../stage/places.mjs';
import { inBothLanguages } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';

const sales = { who: persona('sales') };
const lane = (page, name) => page.getByRole('region', { name, exact: true }).and(page.locator('.lane'));

inBothLanguages('any field with coloured words makes a board, moved on it by keyboard', sales, async ({ page, me, say }) => {
  const name = say('บริษัท ทดสอบกระดาน จำกัด', 'Board Test Co., Ltd.');
  const { id } = await me.make('account', { name, potential: 'low' });
  await open(page, '/board/account');
  await press(page, say('ศักยภาพ', 'Potential'));
  await page.getByRole('searchbox').fill(name);
  const card = (column) => lane(page, column).locator('.kanban-card', { hasText: name });
  await card(say('ต่ำ', 'Low')).locator('a').focus();
  const answer = await holdBack(page, '**/api/records/account/query', (call) => call.postData().includes('"low"'));
  await page.keyboard.press('Control+ArrowLeft');
  await card(say('ปานกลาง', 'Medium')).waitFor();
  assert.equal(await page.locator('.kanban-card', { hasText: name }).count(), 1, 'though the column it left is slow to answer');
  answer();
  assert.equal((await me.read('account', id)).potential, 'medium');
});

inBothLanguages('a column of the board says what all its deals are worth and is folded away', sales, async ({ page, me, say }) => {
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
  await first.locator('.fold').click();
  await first.locator('.kanban-card').first().waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.lane.folded').first().waitFor();
  await page.locator('.lane.folded .fold').click();
  await first.locator('.kanban-card').first().waitFor();
  await press(page, say('พับ', 'Fold') + ' ' + (await first.getAttribute('aria-label')));
  await page.locator('.lane.folded .fold').click();
});
