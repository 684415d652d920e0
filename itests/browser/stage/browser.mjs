import fs from 'node:fs';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking' +
  ' --disable-component-update --disable-sync';

/** The one browser of this process. */
export const browser = await chromium.launch({
  executablePath: found.find((file) => file && fs.existsSync(file)),
  headless: true,
  args: flags.split(' '),
});
after(() => browser.close());
