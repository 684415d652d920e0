import assert from 'node:assert/strict';
import { dialog, entry, open, press, rows } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { onPhone, persona } from '../stage/places.mjs';
import { languages, scene } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';

const many = 130;
const [thai] = languages;
const names = (mark) => Array.from({ length: many }, (_, i) => `${mark} ${String(i + 1).padStart(3, '0')}`);

/** Some at a time: nobody may ask for everything at once. */
async function makeAll(me, called) {
  for (let at = 0; at < called.length; at += 10) {
    await Promise.all(called.slice(at, at + 10).map((name) => me.make('lead', { name })));
  }
}

/** More leads than come at once, in a list of theirs alone; answers what they are called, in its order. */
async function longList(page, me, title) {
  const mark = named(title);
  const called = names(mark);
  await makeAll(me, called);
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}&sort=${JSON.stringify([{ path: 'name' }])}`);
  return called;
}

/** Rolls on until the last one has come; what was drawn on the way, in its order. */
async function rolled(page, place, drawn, called) {
  const seen = [];
  await place.hover();
  await until(async () => {
    for (const name of (await drawn()).filter((one) => called.includes(one) && !seen.includes(one))) seen.push(name);
    if (seen.at(-1) !== called.at(-1)) await page.mouse.wheel(0, 300);
    assert.equal(seen.at(-1), called.at(-1));
  }, 30_000);
  return seen;
}

scene('In Thai: who rolls through a list longer than a page meets each row once, in its order', { who: persona('sales'), language: thai }, async ({ page, me }) => {
  const called = await longList(page, me, 'ยาวเกินหน้า');
  const drawn = async () => (await rows(page)).flat();
  await until(async () => assert.ok((await drawn()).includes(called[0])));
  assert.deepEqual(await rolled(page, page.locator('.grid-row').first(), drawn, called), called);
});

scene('In Thai: who rolls through cards on the phone meets each once, in its order', { who: onPhone('sales'), language: thai }, async ({ page, me }) => {
  const called = await longList(page, me, 'การ์ดยาว');
  const drawn = () => page.locator('.card-row .strong').allInnerTexts();
  await until(async () => assert.ok((await drawn()).includes(called[0])));
  assert.deepEqual(await rolled(page, page.locator('.cards'), drawn, called), called);
});

scene('In Thai: the keys walk a list by rows, pages and to both of its ends', { who: persona('sales'), language: thai }, async ({ page, me }) => {
  const called = await longList(page, me, 'เดินด้วยปุ่ม');
  await until(async () => assert.ok((await rows(page)).flat().includes(called[0])));
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement.closest('[data-col]');
      return { row: Number(cell?.closest('[data-row]')?.dataset.row), column: Number(cell?.dataset.col) };
    });
  await page.locator('[data-row="0"] [data-col="1"]').focus();
  const press = async (key, row, column = 1) => {
    await page.keyboard.press(key);
    await until(async () => assert.deepEqual(await at(), { row, column }, key));
  };
  await press('ArrowDown', 1);
  await press('ArrowDown', 2);
  await press('ArrowUp', 1);
  await press('Home', 1, 0);
  await press('ArrowRight', 1);
  await page.keyboard.press('PageDown');
  const page1 = await until(async () => {
    const { row } = await at();
    assert.ok(row > 5 && row < many, `${row}`);
    return row;
  });
  await press('PageUp', 1);
  // The end is that of what has come; more of it comes as one gets there.
  await until(async () => {
    await page.keyboard.press('Control+End');
    assert.deepEqual(await at(), { row: many - 1, column: 1 });
  });
  assert.ok(page1 < many - 1);
  const cells = await page.locator(`[data-row="${many - 1}"] [data-col]`).count();
  await press('End', many - 1, cells - 1);
  await press('Control+Home', 0, cells - 1);
});

scene('In Thai: all that was found is chosen, also what is not loaded, and deleted at once', { who: persona('manager'), language: thai }, async ({ page, me, say }) => {
  const mark = named('เลือกทั้งหมด');
  await makeAll(me, names(mark));
  const left = () => me.count('lead', { field: 'name', op: 'startsWith', value: mark });
  assert.equal(await left(), many);
  await open(page, `/list/lead?view=core.all-leads&q=${encodeURIComponent(mark)}`);
  await until(async () => assert.ok((await rows(page)).length > 0));
  await page.getByRole('checkbox', { name: say('เลือกรายการที่แสดง', 'Choose loaded records') }).click();
  const chosen = page.locator('.bulk strong');
  await until(async () => assert.ok(Number((await chosen.innerText()).replace(/\D/g, '')) < many));
  await press(page, say(`เลือกทั้งหมด ${many} รายการ`, `Choose all ${many} records`));
  await become(() => chosen.innerText(), say(`เลือกแล้ว ${many} รายการ`, `${many} chosen`));
  await press(page, say('คำสั่ง', 'Actions'));
  await entry(page, say('ลบ', 'Delete')).click();
  await press(dialog(page), say('ลบ', 'Delete'));
  await become(left, 0);
});
