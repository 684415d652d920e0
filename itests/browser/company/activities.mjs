import assert from 'node:assert/strict';
import { choose, dialog, edit, fact, open, pick, press, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { become, until } from '../stage/until.mjs';
import { administrator, salesperson } from './people.mjs';

const sales = { who: salesperson };
const wordsOf = (page, name) => fact(page, name).innerText();
const typeLabel = (say) => say('ประเภทกิจกรรม', 'Activity type');

/** Puts down an activity of a type in the short form, and finds it in the list with that type. */
async function putDown({ page, say }, kind) {
  const subject = named(kind);
  await press(page, say('สร้างใหม่', 'New'));
  await page.getByRole('menu').getByText(say('กิจกรรม', 'Activity'), { exact: true }).click();
  const form = dialog(page);
  await choose(form, typeLabel(say), kind);
  await type(form, say('เรื่อง', 'Subject'), subject);
  await press(form, say('บันทึก', 'Save'));
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('searchbox').fill(subject);
  await page.locator('.grid-row', { hasText: subject }).locator('.pill', { hasText: kind }).waitFor();
}

const kinds = (words) => async (stage) => {
  await open(stage.page, '/list/activity?view=core.all-activities');
  for (const kind of words.map(([th, en]) => stage.say(th, en))) await putDown(stage, kind);
};

inEitherLanguage(
  'activities are appointments, calls, faxes and e-mails (ACT-04 ACT-05 ACT-06 ACT-07)',
  sales,
  kinds([['นัดหมาย', 'Appointment'], ['โทรศัพท์', 'Phone'], ['แฟกซ์', 'Fax'], ['อีเมล', 'E-mail']]),
);
inEitherLanguage(
  'activities are letters, events and tasks (ACT-08 ACT-09 ACT-10)',
  sales,
  kinds([['จดหมาย', 'Letter'], ['งานอีเวนต์', 'Event'], ['งาน', 'Task']]),
);

inEitherLanguage('the administrator adds a type of activity, and everybody has it (ACT-11)', sales, async (stage) => {
  const { page, say } = stage;
  const [th, en] = [named('ไลน์'), named('LINE call')];
  const boss = await administrator();
  await boss.settle({ locale: say('th', 'en') });
  const lists = await boss.page();
  await open(lists, '/pick-lists');
  await choose(lists, say('รายการ', 'List'), typeLabel(say), say('ประเภทกิจกรรม', 'Activity t'));
  await lists.getByText('appointment', { exact: true }).waitFor();
  await press(lists, say('เพิ่มตัวเลือก', 'Add value'));
  const line = lists.locator('.picks tbody tr').last();
  await line.locator('td:nth-child(2) input').fill(named('line').replace(/ /g, ''));
  await line.locator('td:nth-child(3) input').fill(th);
  await line.locator('td:nth-child(4) input').fill(en);
  await press(lists, say('บันทึก', 'Save'));
  await lists.getByText(say('บันทึกรายการแล้ว', 'The list was saved')).waitFor();
  await lists.close();
  await open(page, '/list/activity?view=core.all-activities');
  await putDown(stage, say(th, en));
});

const state = (page) => page.locator('.stage-path [aria-current="step"]');

inEitherLanguage('an activity is not started, in process, waiting, completed (ACT-15 ACT-16 ACT-17 ACT-18 ACT-23)', sales, async ({ page, me, say }) => {
  const made = await me.make('activity', { subject: named('งานสี่สถานะ'), type: 'task', priority: 'normal' });
  await open(page, `/record/activity/${made.id}`);
  await state(page).filter({ hasText: say('ยังไม่เริ่ม', 'Not started') }).waitFor();
  const step = (name) => page.locator('.stage-path button', { hasText: name });
  await step(say('กำลังดำเนินการ', 'In process')).click();
  await state(page).filter({ hasText: say('กำลังดำเนินการ', 'In process') }).waitFor();
  await step(say('รอ', 'Waiting')).click();
  await state(page).filter({ hasText: say('รอ', 'Waiting') }).waitFor();
  await press(page, say('เสร็จสิ้น', 'Complete'));
  await type(dialog(page), say('ผลของกิจกรรม', 'Result'), say('ลูกค้าขอใบเสนอราคา', 'Wants a quotation'));
  await press(dialog(page), say('เสร็จสิ้น', 'Complete'));
  await state(page).filter({ hasText: say('เสร็จสิ้น', 'Completed') }).waitFor();
  await become(() => wordsOf(page, 'result'), say('ลูกค้าขอใบเสนอราคา', 'Wants a quotation'));
});

inEitherLanguage('activities are split by their status (ACT-19)', sales, async ({ page, me, say }) => {
  const mark = named('แยกสถานะ');
  const make = (subject) => me.make('activity', { subject: `${mark} ${subject}`, type: 'task', priority: 'normal' });
  await make('ค้าง');
  const done = await make('จบ');
  await me.call('POST', `/api/records/activity/${done.id}/actions/complete`, { input: {} });
  await open(page, `/list/activity?view=core.all-activities&q=${encodeURIComponent(mark)}`);
  const subjects = () => page.locator('.grid-row a').allInnerTexts();
  await until(async () => assert.equal((await subjects()).length, 2));
  await press(page, say('ตัวกรอง', 'Filter'));
  const asked = dialog(page);
  const selects = asked.locator('.select');
  const take = async (nth, option, typed) => {
    await selects.nth(nth).click();
    await pick(page, selects.nth(nth), new RegExp(`^${option}$`), typed);
  };
  await take(0, say('สถานะ', 'Status'), say('สถานะ', 'Status'));
  await take(2, say('เสร็จสิ้น', 'Completed'));
  await page.keyboard.press('Escape');
  await press(asked, say('เพิ่มตัวกรอง', 'Add filter'));
  await become(subjects, [`${mark} จบ`]);
  await page.locator('.chip', { hasText: say('สถานะ: เสร็จสิ้น', 'Status: Completed') }).waitFor();
});

inEitherLanguage('every activity has a priority, and urgent ones stand out (ACT-22)', sales, async ({ page, me, say }) => {
  const subject = named('ด่วนมาก');
  await me.make('activity', { subject: named('ไม่ด่วน'), type: 'task', priority: 'low' });
  await me.make('activity', { subject, type: 'task', priority: 'normal', dueAt: new Date(Date.now() + 3_600_000).toISOString() });
  await open(page, `/list/activity?view=core.all-activities&q=${encodeURIComponent(subject)}`);
  await page.getByRole('link', { name: subject }).click();
  await pick(page, await edit(page, 'priority'), say('ด่วน', 'Urgent'));
  await fact(page, 'priority').locator('.pill.t-danger', { hasText: say('ด่วน', 'Urgent') }).waitFor();
  await open(page, '/list/activity?view=core.urgent-activities');
  await page.locator('.grid-row', { hasText: subject }).waitFor();
  await open(page, `/list/activity?view=core.my-open-activities&q=${encodeURIComponent(subject)}`);
  await page.locator('.grid-row', { hasText: subject }).locator('.pill.t-danger', { hasText: say('ด่วน', 'Urgent') }).waitFor();
});
