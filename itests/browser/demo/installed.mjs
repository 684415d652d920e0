import assert from 'node:assert/strict';
import { dialog, open, press, savedAnyway, toast, type } from '../stage/hands.mjs';
import { named } from '../stage/names.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO } from '../stage/places.mjs';
import { inEitherLanguage, languages, scene } from '../stage/scene.mjs';

const keeping = async () => (await Person.at(DEMO, { kept: true })).asPersona('sales');

/** Waits until the worker has kept the client and serves this page. */
const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });

scene('The client can be installed as a window of its own, and in the browser it shows the same (GEN-27)', { who: keeping, language: languages[1] }, async ({ page, me }) => {
  await open(page, '/list/account');
  const link = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await me.call('GET', link);
  assert.equal(manifest.display, 'standalone');
  assert.equal(manifest.start_url, '/');
  for (const size of ['192x192', '512x512']) {
    const icon = manifest.icons.find((one) => one.sizes === size && one.purpose === 'any');
    const answer = await me.context.request.get(icon.src);
    assert.equal(answer.headers()['content-type'], 'image/png');
  }
  await served(page);
  // The browser itself finds nothing that keeps it from offering the window.
  const { installabilityErrors } = await (await me.context.newCDPSession(page)).send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
  // What an installed window shows comes from the same server: a customer made in it is there in the browser.
  const name = named('Window');
  await press(page.locator('.page-head'), 'New');
  await type(dialog(page), 'Account name', name);
  await press(dialog(page), 'Save');
  await savedAnyway(page, (_, en) => en, toast(page, 'The record was created'));
  const inBrowser = await (await Person.at(DEMO)).asPersona('sales');
  const other = await inBrowser.page();
  await open(other, `/list/account?view=core.all-accounts&q=${encodeURIComponent(name)}`);
  await other.locator('.grid-row a', { hasText: name }).waitFor();
  await inBrowser.context.close();
});

inEitherLanguage('the client starts from the machine while the server is away, and says so', { who: keeping, refused: ['ERR_INTERNET_DISCONNECTED'] }, async ({ page, me, say }) => {
  await open(page, '/');
  await served(page);
  await page.reload();
  await me.context.setOffline(true);
  await page.reload();
  await page.getByRole('alert').getByText(say('ติดต่อเซิร์ฟเวอร์ไม่ได้', 'The server cannot be reached')).waitFor();
  await me.context.setOffline(false);
  await page.locator('.home-blocks').waitFor();
  await me.context.close();
});
