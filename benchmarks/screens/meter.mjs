// A browser whose processor can be slowed down, and clocks that run inside its pages: from what a person did to the paint.
import fs from 'node:fs';
import { chromium } from '../../itests/browser/node_modules/playwright-core/index.mjs';

const found = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const startBrowser = () =>
  chromium.launch({
    executablePath: found.find((file) => file && fs.existsSync(file)),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });

/** Somebody who is signed in, with nothing kept on his machine yet. */
export async function signIn(browser, at, credentials, viewport = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ baseURL: at, viewport, serviceWorkers: 'block' });
  context.setDefaultTimeout(60_000);
  const path = credentials.persona ? '/api/session/persona' : '/api/session';
  const answer = await context.request.post(path, { data: credentials });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()} ${await answer.text()}`);
  const { csrf, user } = await answer.json();
  const call = async (method, address, data, headers = {}) => {
    const told = await context.request.fetch(address, {
      method,
      ...(data === undefined ? {} : { data }),
      headers: { 'X-CSRF-Token': csrf, ...headers },
      timeout: 120_000,
    });
    const text = await told.text();
    if (told.status() === 503) {
      await new Promise((again) => setTimeout(again, 500));
      return call(method, address, data, headers);
    }
    if (!told.ok()) throw new Error(`${method} ${address} answered ${told.status()} ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : undefined;
  };
  return { context, call, id: user.id };
}

/** A page of which the processor is so many times slower. */
export async function pageOf(person, slower) {
  const page = await person.context.newPage();
  const wire = await person.context.newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return page;
}

/**
 * Waits inside the page until something is seen and nothing is in its way, and until that is painted.
 *
 * @param see selectors that all have to be there, `text=…` for one whose words contain something
 * @param not selectors of what must be gone
 */
const watch = ({ see, not, texts, since }) =>
  new Promise((resolve) => {
    let from = since === 'open' ? 0 : undefined;
    const first = (event) => {
      from ??= event.timeStamp;
    };
    if (from === undefined) for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, first, { capture: true });
    const is = () =>
      from !== undefined &&
      see.every((selector) => document.querySelector(selector)) &&
      not.every((selector) => !document.querySelector(selector)) &&
      texts.every(([selector, words]) => document.querySelector(selector)?.textContent.includes(words));
    const look = () => {
      if (!is()) return requestAnimationFrame(look);
      // The frame after the next one is on the screen.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    };
    look();
  });

const wish = ({ see = [], not = [], texts = [] }, since) => ({ see, not, texts, since });

/** Milliseconds from entering an address to what is waited for. */
export async function opened(page, address, until) {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(watch, wish(until, 'open'));
}

/** Milliseconds from a click or key to what is waited for; several waits may begin with the same click. */
export async function after(page, act, ...untils) {
  const waits = untils.map((until) => page.evaluate(watch, wish(until, 'event')));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await act();
  return Promise.all(waits);
}

/** The longest time from a key to its paint while a text is typed, as the browser itself counts it. */
export async function typed(page, text) {
  await page.evaluate(() => {
    window.keys = [];
    const isKey = ({ name }) => name.startsWith('key') || name.endsWith('input');
    new PerformanceObserver((list) =>
      window.keys.push(...list.getEntries().filter(isKey).map((one) => one.duration)),
    ).observe({ type: 'event', durationThreshold: 16 });
  });
  await page.keyboard.type(text, { delay: 120 });
  await page.waitForTimeout(1_000);
  return page.evaluate(() => Math.max(16, ...window.keys));
}

/** Scrolls like somebody in a hurry; how long the frames took meanwhile. */
export async function scrolled(page, selector, millis) {
  const box = await page.locator(selector).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    window.frames_ = [];
    let before = performance.now();
    const frame = (now) => {
      window.frames_.push(now - before);
      before = now;
      window.going = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const end = Date.now() + millis;
  while (Date.now() < end) await page.mouse.wheel(0, 900);
  return page.evaluate(() => {
    cancelAnimationFrame(window.going);
    const all = window.frames_.slice(1).sort((a, b) => a - b);
    return { frames: all.length, p95: all[Math.floor(all.length * 0.95)] ?? 0, longest: all.at(-1) ?? 0 };
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
