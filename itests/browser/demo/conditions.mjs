import assert from 'node:assert/strict';
import { open, press } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { persona } from '../stage/places.mjs';
import { inEitherLanguage } from '../stage/scene.mjs';
import { until } from '../stage/until.mjs';

const sales = { who: persona('sales') };

inEitherLanguage('what was said in an e-mail that went out is only read, in an activity that is none it is written', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทรู้แล้ว'), email: 'known@b.co.th' });
  const subject = named('ข้อความที่ส่งแล้ว');
  await me.call('POST', '/api/mail', { to: [account.email], subject, body: 'x', about: { entity: 'account', id: account.id } });
  const [{ id }] = await me.find('activity', { field: 'subject', op: '=', value: subject });
  await open(page, `/record/activity/${id}`);
  const pencil = (name) => page.locator(`.facts [data-field="${name}"] .pencil`);
  await pencil('priority').first().waitFor({ state: 'attached' });
  for (const name of ['type', 'subject', 'description']) assert.equal(await pencil(name).count(), 0, name);
  // Its state is written meanwhile.
  await until(async () => {
    const { version } = await me.read('activity', id);
    const answer = await me.fetch('PATCH', `/api/records/activity/${id}`, { description: 'y' }, { 'If-Match': `"${version}"` });
    assert.equal(answer.status(), 422);
  });
  const { id: call } = await me.make('activity', { type: 'phone', subject: named('โทร'), priority: 'normal' });
  await open(page, `/record/activity/${call}`);
  for (const name of ['type', 'subject', 'description']) await pencil(name).waitFor({ state: 'attached' });
});

inEitherLanguage('what a form shows under a condition comes with it', sales, async ({ page, me, say }) => {
  const account = await me.make('account', { name: named('บริษัทมีเหตุผล') });
  const deal = await me.make('opportunity', { name: named('โอกาสมีเหตุผล'), account: account.id, expectedCloseOn: '2099-12-31' });
  await open(page, `/record/opportunity/${deal.id}`);
  const reason = page.locator('.facts [data-field="lostReason"]');
  await page.locator('.facts [data-field="nextStep"]').waitFor();
  assert.equal(await reason.count(), 0);
  const { version } = await me.read('opportunity', deal.id);
  await me.call('POST', `/api/records/opportunity/${deal.id}/actions/close-lost`, { input: { lostReason: 'budget' } }, { 'If-Match': `"${version}"` });
  await reason.getByText(say('ลูกค้าไม่มีงบประมาณ', 'No budget')).waitFor();
});

inEitherLanguage('what a form demands under a condition has its star and is asked for, from the first click on', { who: persona('administrator') }, async ({ page, say }) => {
  await open(page, '/new/anniversaryRule');
  const template = page.locator('.field', { hasText: say('แม่แบบคำอวยพร', 'Greeting template') });
  await template.waitFor();
  assert.equal(await template.locator('.star').count(), 0);
  // The list of kinds has the focus: leaving it empty is said below it, which must not move the box away from the click.
  const box = page.getByRole('checkbox', { name: say('ส่งอัตโนมัติ', 'Send by itself') });
  await box.click();
  await template.locator('.star').waitFor();
  await press(page, say('บันทึก', 'Save'));
  await template.locator('.error').waitFor();
  await box.click();
  await template.locator('.star').waitFor({ state: 'detached' });
});
