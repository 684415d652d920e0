import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
/** The list below a control is gone through from that control, which has the focus; the library gives it no other. */
const worded =
  "r => r.violations.filter(v => v.id !== 'scrollable-region-focusable' || v.nodes.some(n => n.target.join() !== '.ant-select-dropdown-list-holder')).map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).slice(0, 3).join(' | '))";

const fromTheTop = "document.querySelectorAll('.grid, main, .dialog-body').forEach(part => part.scrollTo(0, 0))";
/** Waits until nothing has moved for some frames: what closes begins to fade a frame or two later. */
const settled = `(async () => {
  const moving = () => document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity);
  for (let still = 0; still < 4; still++) {
    await new Promise(requestAnimationFrame);
    if (moving().length > 0) still = 0;
    await Promise.allSettled(moving().map(a => a.finished));
  }
})()`;

/** Rows beyond the first dozen look like them, and take most of the time. */
const alike = "[['.grid-row:nth-child(n+14)']]";
/** What stands in front: the page behind an open dialog or menu has its own check. */
const front = "[...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1) ?? document";

/** What a control has opened hangs on the body, beside the dialog that holds the control. */
const opened = "...document.querySelectorAll('.ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)')";

/** What somebody who cannot see must be told the name of. */
const named = new Set(
  'button link textbox searchbox combobox checkbox radio tab menuitem menuitemradio spinbutton listbox option dialog grid'.split(' '),
);

/** Controls that a screen reader has no name for. */
async function nameless(debug) {
  const { nodes } = await debug.send('Accessibility.getFullAXTree');
  const without = nodes.filter((node) => !node.ignored && named.has(node.role?.value) && !node.name?.value?.trim());
  const said = [];
  for (const { role, backendDOMNodeId: backendNodeId } of without) {
    const { node } = await debug.send('DOM.describeNode', { backendNodeId });
    said.push(`${role.value} without a name: ${node.localName} ${node.attributes?.join(' ')}`);
  }
  return said;
}

/**
 * Asserts that axe finds nothing on a page and that a screen reader has a name for each of its controls; the page's
 * policy refuses scripts from text, so axe comes by the debugger.
 */
export async function accessible(page, where) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result } = await debug.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return result.value;
  };
  await run(fromTheTop); // what is half below a head is no small target
  await run(settled); // colours of what is still fading in are nobody's
  if ((await run('typeof axe')) === 'undefined') await run(source);
  const found = await run(`axe.run({ include: [${front}, ${opened}], exclude: ${alike} }, {${standard}, resultTypes: ['violations'], restoreScroll: true}).then(${worded})`);
  found.push(...(await nameless(debug)));
  await debug.detach();
  assert.deepEqual(found, [], `what axe found ${where}`);
}
