import fs from 'node:fs';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same without windows opens a page four times as fast, but has no desktop to notify. */
const bare = '/usr/bin/chromium-headless-shell';
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking' +
  ' --disable-component-update --disable-sync';

const start = (files) =>
  chromium.launch({
    executablePath: [process.env.CHROMIUM, ...files].find((file) => file && fs.existsSync(file)),
    headless: true,
    args: flags.split(' '),
  });

/** The one browser of this process. */
export const browser = await start([bare, ...whole]);
after(() => browser.close());

/** Another one with windows and a desktop, until the test is over. */
export async function withWindows() {
  const other = await start(whole);
  after(() => other.close());
  return other;
}
