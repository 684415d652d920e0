// Pictures of every screen of a built client over the stand-in server, in both languages, light and dark, wide and
// narrow, with an accessibility check of each: `npm run build && npm run shots [name]`. They land in shots/.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { filesOf } from '../dev/files.mjs';
import { createServer } from '../dev/server.mjs';
import { screens } from './screens.mjs';

const only = process.argv[2];
const combos = (process.argv[3] ?? 'th-light-wide,en-night-wide,th-light-phone,en-night-phone').split(',');
const port = Number(process.env.PORT ?? 5191);
const axe = fs.readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const server = createServer(undefined, filesOf('dist'));
await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: flags });
fs.mkdirSync('shots', { recursive: true });
let findings = 0;

async function shoot(name, steps, combo) {
  const [locale, look, size] = combo.split('-');
  const { world } = server;
  Object.assign(world.settings, { locale, skin: look === 'night' ? 'night' : 'lagoon' });
  world.signedIn = name.startsWith('sign-in') ? null : name === 'home' ? 'sales' : 'admin';
  world.mustChange = name === 'sign-in-change';
  const viewport = size === 'phone' ? { width: 360, height: 740 } : { width: 1440, height: 900 };
  const context = await browser.newContext({
    viewport,
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    deviceScaleFactor: 1,
  });
  await context.addInitScript(
    ([language, skin]) => {
      if (localStorage.getItem('sala.locale')) return;
      localStorage.setItem('sala.locale', language);
      localStorage.setItem('sala.look', JSON.stringify({ skin }));
    },
    [locale, look === 'night' ? 'night' : 'lagoon'],
  );
  const page = await context.newPage();
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !message.text().includes('Failed to load') &&
      console.log(`  ${name}: ${message.text().slice(0, 300)}`),
  );
  page.on('pageerror', (error) => console.log(`  ${name}: ${error.message}`));
  try {
    await steps(page, `http://127.0.0.1:${port}`, { world, phone: size === 'phone' });
    await page.waitForTimeout(350);
    await page.screenshot({ path: `shots/${name}.${combo}.png` });
    // The page's policy refuses scripts from text, so the checker comes in through the debugger.
    const client = await context.newCDPSession(page);
    const run = async (expression) =>
      (await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value;
    await run(axe);
    const tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']";
    const found = await run(
      `axe.run({runOnly:${tags}}).then(r=>r.violations.map(v=>v.id+' '+v.nodes.map(n=>n.target+' :: '+(n.any[0]?.message??'')).slice(0,3).join(' | ')))`,
    );
    const wide = await run('document.documentElement.scrollWidth > innerWidth');
    if (wide) found.push('the page scrolls sideways');
    findings += found.length;
    for (const one of found) console.log(`  ${name} ${combo}: ${one.slice(0, 400)}`);
  } catch (error) {
    findings += 1;
    await page.screenshot({ path: `shots/${name}.${combo}.png` });
    console.log(`  ${name} ${combo}: ${error.message.slice(0, 600)}`);
  }
  await context.close();
}

for (const [name, steps] of Object.entries(screens)) {
  if (
    only &&
    !only.split(',').some((part) => (part.endsWith('*') ? name.startsWith(part.slice(0, -1)) : name === part))
  )
    continue;
  for (const combo of combos) await shoot(name, steps, combo);
}
await browser.close();
server.closeAllConnections();
server.close();
console.log(`${findings} findings`);
process.exit(findings > 0 ? 1 : 0);
