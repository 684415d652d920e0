// Takes every screen of a running demonstration in both languages, light and dark, on a desk and on a phone:
//     DEMO=http://127.0.0.1:8181 node pictures.mjs [part of a screen's name]
// One picture of each screen in all its looks comes to docs/screens, each look by itself to target/screens.
import fs from 'node:fs';
import { Person } from './stage/person.mjs';
import { DEMO } from './stage/places.mjs';
import { browser } from './stage/browser.mjs';
import { outside, screens } from './stage/screens.mjs';

const [wanted = ''] = process.argv.slice(2);
const all = new URL('../../docs/screens/', import.meta.url).pathname;
const single = new URL('../target/screens/', import.meta.url).pathname;
const desk = { width: 1440, height: 900, shown: 720 };
const phone = { width: 360, height: 740, shown: 234, touch: true };
const looks = ['th-lagoon', 'th-night', 'en-lagoon', 'en-night'];
const words = { lagoon: 'light', night: 'dark' };
const quality = 10;
/** The one the README shows, large. */
const front = 'list of opportunities';

const fileOf = (name) => name.replace(/\W+/g, '-');
/** Waits until nothing is being fetched and nothing moves. */
async function still(page) {
  // What lies behind a question may wait for its answer.
  await page.waitForFunction(() => {
    const place = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document;
    return !place.querySelector('[aria-busy="true"], .skeleton');
  });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.evaluate(() => Promise.allSettled([document.fonts.ready, ...document.getAnimations().map((one) =>
    one.effect?.getComputedTiming().iterations === Infinity ? undefined : one.finished)]).then(() => {}));
}

const people = new Map();
/** Somebody at his desk and at his phone. */
async function places(who) {
  if (!people.has(who)) {
    const at = async (size) => {
      const person = await Person.at(DEMO, size);
      if (who) await person.asPersona(who);
      return { person, page: await person.page(), size };
    };
    people.set(who, [await at(desk), await at(phone)]);
  }
  return people.get(who);
}

async function take({ person, page, size }, go, file) {
  await page.unrouteAll();
  await go(page, person);
  await page.mouse.move(0, 0);
  await still(page);
  await page.screenshot({ path: file });
  return { file, width: size.shown };
}

async function capture(page, to, quality) {
  const debug = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: document.body.scrollWidth, height: document.body.scrollHeight }));
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality, clip, captureBeyondViewport: true });
  fs.writeFileSync(to, Buffer.from(data, 'base64'));
}

/** Puts the looks of a screen together: at the desk two in a row, below them the phones. */
async function together(taken, to) {
  const row = (width, some) =>
    `<div>${some.map(({ file }) => `<img width=${width} src="data:image/png;base64,${fs.readFileSync(file, 'base64')}">`).join('')}</div>`;
  const wide = taken.filter(({ width }) => width === desk.shown);
  const narrow = taken.filter(({ width }) => width === phone.shown);
  const page = await browser.newPage({ viewport: { width: desk.shown * 2 + 36, height: 900 } });
  const style = '<style>body{margin:0;padding:6px;background:#8794a3}div{display:flex;gap:12px;padding:6px}img{display:block}</style>';
  await page.setContent(style + [wide.slice(0, 2), wide.slice(2), narrow].filter((some) => some.length > 0)
    .map((some) => row(some[0].width, some)).join(''));
  await capture(page, to, quality);
  await page.close();
}

async function shrink(from, to) {
  const page = await browser.newPage({ viewport: { width: desk.width, height: desk.height } });
  await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${fs.readFileSync(from, 'base64')}">`);
  await capture(page, to, 75);
  await page.close();
}

async function picture(name, { who, go, widths = [1440, 360] }) {
  const taken = [];
  const there = (await places(who)).filter(({ size }) => widths.includes(size.width));
  for (const look of looks) {
    const [locale, skin] = look.split('-');
    if (who) await there[0].person.settle({ locale, skin, era: locale === 'th' ? 'BE' : 'CE' });
    taken.push(...await Promise.all(there.map(async (place) => {
      if (!who) {
        await place.page.addInitScript(([locale, skin]) => {
          localStorage.setItem('sala.locale', locale);
          localStorage.setItem('sala.look', JSON.stringify({ skin }));
        }, [locale, skin]);
      }
      return take(place, go, `${single}${fileOf(name)}.${locale}-${words[skin]}-${place.size.width}.png`);
    })));
  }
  await together(taken, `${all}${fileOf(name)}.webp`);
  if (name === front) await shrink(`${single}${fileOf(name)}.en-light-1440.png`, `${all}list.webp`);
}

fs.mkdirSync(single, { recursive: true });
fs.mkdirSync(all, { recursive: true });
const every = [...Object.entries(screens), ...Object.entries(outside).map(([name, go]) => [name, { who: '', go }])];
let missed = 0;
for (const [name, screen] of every.filter(([name]) => name.includes(wanted))) {
  try {
    await picture(name, screen);
  } catch (error) {
    missed += 1;
    console.error(`${name}: ${error.message}`);
  }
}
await browser.close();
process.exit(missed > 0 ? 1 : 0);
