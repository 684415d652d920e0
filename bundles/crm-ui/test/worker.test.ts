import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

const page = (url: string) => ({
  url,
  focus: vi.fn(() => Promise.resolve()),
  navigate: vi.fn(() => Promise.resolve()),
});

/** Runs the service worker with these pages open, and clicks on what the desktop shows. */
async function clicked(data: string, open: ReturnType<typeof page>[]) {
  const heard = new Map<string, (event: unknown) => void>();
  const self = {
    addEventListener: (type: string, listen: (event: unknown) => void) => heard.set(type, listen),
    clients: { matchAll: () => Promise.resolve(open), openWindow: vi.fn(() => Promise.resolve()) },
    location: { origin: 'https://crm.shop.co.th' },
  };
  const code = readFileSync('src/boot/worker.js', 'utf8');
  new Function('self', 'clients', 'caches', code)(self, self.clients, {});
  const close = vi.fn();
  let done: Promise<unknown> = Promise.resolve();
  heard.get('notificationclick')!({
    notification: { data, close },
    waitUntil: (all: Promise<unknown>) => (done = all),
  });
  await done;
  expect(close).toHaveBeenCalled();
  return self.clients.openWindow;
}

it('a click on what the desktop shows leads the open window to its record', async () => {
  const one = page('https://crm.shop.co.th/calendar');
  const opened = await clicked('/record/account/7', [one]);
  expect(one.focus).toHaveBeenCalled();
  expect(one.navigate).toHaveBeenCalledWith('/record/account/7');
  expect(opened).not.toHaveBeenCalled();
});

it('where no window is open it opens one', async () => {
  const opened = await clicked('/record/account/7', []);
  expect(opened).toHaveBeenCalledWith('/record/account/7');
});
