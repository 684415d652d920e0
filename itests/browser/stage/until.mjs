import assert from 'node:assert/strict';

const EACH = 40;

/** Waits until a check passes: it is made again and again until it throws no more; its last complaint is told. */
export async function until(check, atMost = 8000) {
  const end = Date.now() + atMost;
  for (;;) {
    try {
      return await check();
    } catch (complaint) {
      if (Date.now() > end) throw complaint;
      await new Promise((again) => setTimeout(again, EACH));
    }
  }
}

/** Waits until something is equal to what is expected. */
export const become = (read, expected, atMost) =>
  until(async () => assert.deepEqual(await read(), expected), atMost);
