// What people do with the keyboard alone.
import assert from 'node:assert/strict';

/** So many stops no page has between two things. */
const FAR = 300;

export const focused = (place) => place.evaluate((element) => element === document.activeElement);

/** In the page: which way the tab key leads to an element, nothing when it is there. */
const way = (element) => {
  if (element === document.activeElement) return '';
  const behind = document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
  return behind ? 'Shift+Tab' : 'Tab';
};

/** Goes on, or back, with the tab key until something has the focus. */
export async function tabTo(page, place) {
  for (let i = 0; i < FAR; i++) {
    const key = await place.first().evaluate(way);
    if (!key) return;
    await page.keyboard.press(key);
  }
  assert.fail(`the tab key did not come to ${place}`);
}

/** Goes to something and presses it. */
export async function enter(page, place) {
  await tabTo(page, place);
  await page.keyboard.press('Enter');
}
