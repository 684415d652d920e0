import assert from 'node:assert/strict';

/** In the page: what is wrong with how things lie. */
function misplaced() {
  const named = (element) =>
    `${element.tagName.toLowerCase()}.${String(element.className).split(' ').join('.')} "${(element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 40)}"`;
  const controls = 'a[href], button, input:not([type=file]), select, textarea, [role=tab], [role=combobox]';
  const feet = [...document.querySelectorAll('.dialog-foot')]
    .filter((foot) => foot.getBoundingClientRect().bottom > innerHeight)
    .map(() => 'what a dialog ends with lies below the screen');
  // Looked at before anything is scrolled.
  const chosen = [...document.querySelectorAll('.views [aria-pressed=true], [role=tablist] [aria-selected=true]')]
    .filter((one) => {
      const [line, own] = [one.parentElement, one].map((element) => element.getBoundingClientRect());
      return own.left < line.left - 1 || own.right > line.right + 1;
    })
    .map((one) => `${named(one)}, the chosen one, is out of sight`);
  const over = [...document.querySelectorAll('[role=list]')].flatMap((list) => {
    const boxes = [...list.children].map((item) => [item, item.getBoundingClientRect()]);
    return boxes
      .filter(([one, a]) => boxes.some(([other, b]) => other !== one
        && a.left > b.left && a.left < b.right - 2 && a.top < b.bottom - 2 && a.bottom > b.top + 2))
      .map(([item]) => `${named(item)} lies over another of its list`);
  });
  const covered = [];
  // What lies behind an open dialog or menu is meant to be out of reach.
  const place = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1) ?? document;
  for (const control of place.querySelectorAll(controls)) {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || control.closest('.skip'))
      continue;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = control.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    // What is told in a corner goes by itself.
    if (hit?.closest('.toasts')) continue;
    const own = hit && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.control === control);
    if (!own) covered.push(`${named(control)} lies under ${hit ? named(hit) : 'the edge of the screen'}`);
  }
  const beside = innerWidth < 768 ? [...document.querySelectorAll('.table-wrap:has(.beside)')] : [];
  const frames = [document.documentElement, document.querySelector('main'), ...document.querySelectorAll('.dialog-body'), ...beside].filter((frame) => frame !== null);
  const sideways = frames.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => `${frame.className || frame.localName} scrolls sideways by ${frame.scrollWidth - frame.clientWidth} px`);
  const lines = [...document.querySelectorAll('[role=tablist]')]
    .filter((tabs) => new Set([...tabs.children].map((tab) => tab.offsetTop)).size > 1)
    .map(() => 'the tabs stand in several lines');
  const spilled = [...document.querySelectorAll('main *')]
    .filter((text) => text.scrollHeight > text.clientHeight + 4 && getComputedStyle(text).webkitLineClamp !== 'none' && getComputedStyle(text).overflowY === 'visible')
    .map((text) => `${named(text)} is drawn over what stands below it`);
  return [...chosen, ...over, ...new Set(covered), ...sideways, ...lines, ...feet, ...spilled];
}

/** Asserts that a finger reaches each control of a page, that nothing is wider than the screen and no dialog's buttons below it. */
export async function laidOut(page, where) {
  assert.deepEqual(await page.evaluate(misplaced), [], `what lies wrong ${where}`);
}

/** In the page: words whose letters or marks are drawn beyond what shows them, above or below. */
function cutWords() {
  const pen = document.createElement('canvas').getContext('2d');
  const cut = [];
  /** What is only read out. */
  const unseen = (element) => element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
  const texts = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const element = text.parentElement;
    const words = text.data.trim();
    if (!words || !element.checkVisibility() || unseen(element)) continue;
    const { font } = getComputedStyle(element);
    pen.font = font;
    const ink = pen.measureText(words);
    const range = document.createRange();
    range.selectNodeContents(text);
    // Of words that are kept to some lines the others are not drawn.
    const lines = [...range.getClientRects()].slice(0, parseInt(getComputedStyle(element).webkitLineClamp) || Infinity);
    for (const line of lines) {
      if (line.width < 4) continue;
      const base = line.top + ink.fontBoundingBoxAscent;
      for (let around = element; around !== document.body; around = around.parentElement) {
        const { overflowY, position } = getComputedStyle(around);
        if (overflowY === 'visible' || around.clientHeight < 4) {
          if (position === 'fixed') break;
          continue;
        }
        const { top, bottom } = around.getBoundingClientRect();
        // What can be scrolled to is not cut.
        if (overflowY === 'auto' || overflowY === 'scroll' || line.top > bottom || line.bottom < top) break;
        const [over, under] = [base - ink.actualBoundingBoxAscent, base + ink.actualBoundingBoxDescent];
        // A line that begins where what shows it ends is left out, not cut.
        if (over > bottom - 1 || under < top + 1) break;
        const lost = Math.max(top - over, under - bottom);
        if (lost > 0.6) cut.push(`"${words.slice(0, 30)}" loses ${lost.toFixed(1)} px in .${around.className}`);
      }
    }
  }
  return [...new Set(cut)].slice(0, 20);
}

/** Asserts that no words of a page are cut above or below. */
export async function unclipped(page, where) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  assert.deepEqual(await page.evaluate(cutWords), [], `what is cut ${where}`);
}

/** In the page: words smaller than what is asked for. */
function smallWords(least) {
  const small = [];
  const texts = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (words && element.checkVisibility() && size < least) small.push(`"${words.slice(0, 30)}" has ${size} px`);
  }
  return [...new Set(small)].slice(0, 20);
}

/** Asserts that all words of a page are at least so large. */
export async function largeEnough(page, least, where) {
  assert.deepEqual(await page.evaluate(smallWords, least), [], `what is small ${where}`);
}
