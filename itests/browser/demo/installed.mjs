import assert from 'node:assert/strict';
import { open } from '../stage/hands.mjs';
import { Person } from '../stage/person.mjs';
import { DEMO } from '../stage/places.mjs';
import { inBothLanguages, languages, scene } from '../stage/scene.mjs';

const keeping = async () => (await Person.at(DEMO, { kept: true })).asPersona('sales');

/** Waits until the worker has kept the client and serves this page. */
const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

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
  // What an installed window shows comes from the same server: a customer made in it is there in the browser.
  const name = `Window ${Date.now()}`;
  await me.make('account', { name });
  const inBrowser = await (await Person.at(DEMO)).asPersona('sales');
  assert.equal((await inBrowser.find('account', { field: 'name', op: '=', value: name })).length, 1);
});

inBothLanguages('the client starts from the machine while the server is away, and says so', { who: keeping, refused: ['ERR_INTERNET_DISCONNECTED'] }, async ({ page, me, say }) => {
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
