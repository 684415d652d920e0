import { fact, open } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { salesperson } from './people.mjs';

export const sales = { who: salesperson };

/** A deal of the salesperson's own with a customer of his own. */
export async function deal(me, values = {}) {
  const name = named('ดีลทดสอบ');
  const account = await me.make('account', { name: `บริษัท ${name} จำกัด` });
  const more = { expectedRevenue: 120000, revenueTyped: true, expectedCloseOn: '2099-12-31', ...values };
  return me.make('opportunity', { name, account: account.id, ...more });
}

export const openDeal = (page, { id }) => open(page, `/record/opportunity/${id}`);
export const stage = (page) => page.locator('.stage-path [aria-current="step"]');
export const step = (page, name) => page.locator('.stage-path button', { hasText: name });
export const wordsOf = (page, name) => fact(page, name).innerText();
