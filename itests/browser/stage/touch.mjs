import assert from 'node:assert/strict';

const LEAST = 44;

/** In the page: what a finger must hit and is too small; words within a text are as high as the text (WCAG 2.5.8). */
function small(least) {
  const controls = 'a[href], button, input:not([type=hidden]):not([type=file]), select, textarea, summary, [role=button], [role=tab], [role=combobox], [role=option]';
  const found = [];
  const front = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1) ?? document;
  for (const control of front.querySelectorAll(controls)) {
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || control.closest('.skip, [aria-hidden=true]')) continue;
    const inText = control.matches('a') && getComputedStyle(control).display === 'inline';
    // What stands within something larger that does the same is hit with it.
    const target = control.closest('label, .ant-select, .ant-picker, .ctl-wrap, .editable') ?? control;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    if (inText || width < 2 || height < 2) continue;
    const answers = (right, down) => {
      const hit = document.elementFromPoint(x + width / 2 + right, y + height / 2 + down);
      return hit !== null && (target.contains(hit) || hit.contains(target));
    };
    /** How far around its middle a control answers. */
    const reach = (right, down) => {
      let far = 0;
      while (far < least && answers(right * far, down * far)) far += 1;
      return far;
    };
    const fits = (size, right, down) => size >= least - 0.5 || reach(right, down) + reach(-right, -down) >= least - 1;
    if (!fits(width, 1, 0) || !fits(height, 0, 1)) {
      found.push(`${control.tagName}.${control.className} "${(control.ariaLabel ?? control.innerText ?? '').slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`);
    }
  }
  return [...new Set(found)];
}

/** Asserts that a finger hits each control of a page. */
export async function hit(page, where) {
  assert.deepEqual(await page.evaluate(small, LEAST), [], `what a finger misses ${where}`);
}
