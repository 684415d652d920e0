import assert from 'node:assert/strict';

/** In the page: what is wrong with how things lie. */
function misplaced() {
  const named = (element) =>
    `${element.tagName.toLowerCase()}.${String(element.className).split(' ').join('.')} "${(element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 40)}"`;
  const controls = 'a[href], button, input:not([type=file]), select, textarea, [role=tab], [role=combobox]';
  const feet = [...document.querySelectorAll('.dialog-foot')]
    .filter((foot) => foot.getBoundingClientRect().bottom > innerHeight)
    .map(() => 'what a dialog ends with lies below the screen');
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
    const own = hit && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.control === control);
    if (!own) covered.push(`${named(control)} lies under ${hit ? named(hit) : 'the edge of the screen'}`);
  }
  const beside = innerWidth < 768 ? [...document.querySelectorAll('.table-wrap:has(.beside)')] : [];
  const frames = [document.documentElement, document.querySelector('main'), ...beside].filter((frame) => frame !== null);
  const sideways = frames.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => `${frame.className || frame.localName} scrolls sideways`);
  const lines = [...document.querySelectorAll('[role=tablist]')]
    .filter((tabs) => new Set([...tabs.children].map((tab) => tab.offsetTop)).size > 1)
    .map(() => 'the tabs stand in several lines');
  return [...new Set(covered), ...sideways, ...lines, ...feet];
}

/** Asserts that a finger reaches each control of a page, that nothing is wider than the screen and no dialog's buttons below it. */
export async function laidOut(page, where) {
  assert.deepEqual(await page.evaluate(misplaced), [], `what lies wrong ${where}`);
}
