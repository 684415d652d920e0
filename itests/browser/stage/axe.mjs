import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']}";
const readable =
  "r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).slice(0, 3).join(' | '))";

const settled =
  'Promise.allSettled(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished)).then(() => true)';

/** Asserts that axe finds nothing on a page; the page's policy refuses scripts from text, so it comes by the debugger. */
export async function accessible(page, where) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result } = await debug.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return result.value;
  };
  await run(settled); // colours of what is still fading in are nobody's
  if ((await run('typeof axe')) === 'undefined') await run(source);
  const found = await run(`axe.run(${rules}).then(${readable})`);
  await debug.detach();
  assert.deepEqual(found, [], `what axe found ${where}`);
}
