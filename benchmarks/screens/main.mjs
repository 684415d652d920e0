// How fast the screens are, in Chromium at normal speed and with a processor four times slower: printed, never asserted.
//   node benchmarks/screens/main.mjs http://127.0.0.1:8181 LOGIN PASSWORD [database and rows, for the heading]
//   node benchmarks/screens/main.mjs http://127.0.0.1:8181 persona admin
import { prepare } from './company.mjs';
import { after, median, opened, pageOf, scrolled, signIn, startBrowser, typed } from './meter.mjs';

const [at, login, password, heading = ''] = process.argv.slice(2);
const credentials = login === 'persona' ? { persona: password } : { login, password };
const say = (words) => console.error(words);
const ROUNDS = 5;

const browser = await startBrowser();
const admin = await signIn(browser, at, credentials);
const made = await prepare(admin, say);

const list = '/list/opportunity?view=sfa.all-opportunities';
const listReady = { see: ['.grid-row a', '.list-body[aria-busy="false"]'], not: ['.grid-row .sk'] };
const recordHead = { see: ['.record-head h1'] };
const recordReady = { see: ['.record-head h1', '[role=tabpanel]'], not: ['.skeleton'] };

const rounds = async (work) => {
  const all = [];
  for (let i = 0; i < ROUNDS; i++) all.push(await work(i));
  return median(all);
};

/** A page that was never opened before: nothing of the client is kept yet. */
async function cold(slower, address, until) {
  return rounds(async () => {
    const person = await signIn(browser, at, credentials);
    const page = await pageOf(person, slower);
    const took = await opened(page, address, until);
    await person.context.close();
    return took;
  });
}

/** The work on a page that is open already, in the same application. */
async function warm(slower, address, until, work) {
  const page = await pageOf(admin, slower);
  await opened(page, address, until);
  await page.waitForTimeout(500);
  const result = await work(page);
  await page.close();
  return result;
}

const number = (ms) => (ms === undefined ? '–' : `${Math.round(ms).toLocaleString('en-US')} ms`);
const bars = [];
/** @param limits what the two speeds may take; undefined where nothing was set */
const bar = (name, times, limits) => {
  bars.push({ name, times, limits });
  say(`  ${name}: ${times.map(number).join(' / ')}`);
};

const both = async (work) => [await work(1), await work(4)];

say('home');
const homeReady = { see: ['.home-blocks .card'], not: ['.skeleton'] };
bar('home ready, nothing kept yet', await both((slower) => cold(slower, '/', homeReady)), [1000, undefined]);
bar(
  'home ready again, the client from its cache',
  await both((slower) => warm(slower, '/', homeReady, (page) => rounds(() => opened(page, '/', homeReady)))),
  [1000, undefined],
);

say('list');
bar('list ready, nothing kept yet', await both((slower) => cold(slower, list, listReady)), [1200, 4000]);
bar(
  'longest key while typing in the search box',
  await both((slower) => warm(slower, list, listReady, async (page) => {
    await page.locator('[role=searchbox], input[type=search]').first().click();
    return typed(page, 'โครงการ abc');
  })),
  [undefined, 120],
);
bar(
  'sorting by a column',
  await both((slower) => warm(slower, list, listReady, (page) =>
    rounds(async (i) => {
      const sorted = ['ascending', 'descending', 'none'][i % 3];
      const heads = page.locator('.gh-label');
      const until = { see: [`.gh[aria-colindex="2"][aria-sort="${sorted}"]`, ...listReady.see], not: listReady.not };
      const [took] = await after(page, () => heads.nth(0).click(), until);
      await page.waitForTimeout(300);
      return took;
    }),
  )),
  [undefined, 600],
);

say('record');
const openings = await both((slower) => warm(slower, list, listReady, async (page) => {
  const heads = [];
  const readies = [];
  for (let i = 0; i < ROUNDS; i++) {
    const [head, ready] = await after(page, () => page.locator('.grid-row a').nth(i).click(), recordHead, recordReady);
    heads.push(head);
    readies.push(ready);
    await page.goBack();
    await page.locator('.grid-row a').first().waitFor();
    await page.waitForTimeout(300);
  }
  return { head: median(heads), ready: median(readies) };
}));
bar('opening a record: head', openings.map((one) => one.head), [undefined, 300]);
bar('opening a record: ready', openings.map((one) => one.ready), [undefined, 1500]);
bar(
  'record with 60 fields, 3 lists, 200 entries: ready, nothing kept yet',
  await both((slower) => cold(slower, `/record/account/${made.account}`, recordReady)),
  [1500, undefined],
);

say('large');
const large = async (name, work) => bar(name, [await work(1), await work(4)], [2000, undefined]);
await admin.call('PUT', '/api/preferences/list.account.core.all-accounts', { columns: made.columns });
const wide = '/list/account?view=core.all-accounts';
await large('list of 40 columns', (slower) => cold(slower, wide, listReady));
await admin.call('PUT', '/api/preferences/list.account.core.all-accounts', {});
await large('record with 200 fields of the company’s own', (slower) => cold(slower, `/record/lead/${made.lead}`, recordReady));
await large('form for a new one with 200 fields', (slower) => cold(slower, '/new/lead', { see: ['form .field'], not: ['.skeleton'] }));
await large('owner picked among 10,000: open to names', (slower) =>
  warm(slower, `/record/lead/${made.lead}`, recordReady, async (page) => {
    const more = page.locator('.record-head button[aria-haspopup=menu]').last();
    await more.click();
    await page.locator('.menu-item').last().waitFor();
    await page.locator('.menu-item', { hasText: /Assign|มอบหมาย/ }).first().click();
    await page.locator('[role=dialog] .select').first().click();
    await page.locator('.ant-select-item-option').first().waitFor();
    const [took] = await after(page, () => page.keyboard.type('Bench Person 77'), {
      texts: [['.ant-select-item-option', 'Bench Person 77']],
    });
    return took;
  }),
);
await large('board of 5,000 cards and more', (slower) =>
  cold(slower, '/board/opportunity?view=sfa.open-opportunities', { see: ['.kanban-card', '.lane'], not: ['.lane .skeleton'] }));
await large('calendar month of 2,000 entries', (slower) =>
  cold(slower, '/calendar?view=month', { see: ['.cal-body[aria-busy="false"] .cal-more'], not: ['.skeleton'] }));
const scrolls = await both((slower) => warm(slower, list, listReady, (page) => scrolled(page, '.grid', 6_000)));

const reached = ({ times, limits }) =>
  limits.every((limit, i) => limit === undefined || times[i] <= limit) ? 'yes' : 'no';
console.log(`\n### Screens${heading ? `: ${heading}` : ''}\n`);
console.log('| what | normal speed | 4 × slower | bar (normal / 4 ×) | reached |\n|---|---|---|---|---|');
for (const one of bars) {
  const limits = one.limits.map(number).join(' / ');
  console.log(`| ${one.name} | ${number(one.times[0])} | ${number(one.times[1])} | ${limits} | ${reached(one)} |`);
}
scrolls.forEach(({ frames, p95, longest }, i) =>
  console.log(
    `${i === 0 ? '\n' : ''}- 6 s of scrolling through the list, ${i === 0 ? 'normal speed' : '4 × slower'}: ` +
      `${frames} frames, p95 ${Math.round(p95)} ms, longest ${Math.round(longest)} ms`,
  ),
);
await browser.close();
