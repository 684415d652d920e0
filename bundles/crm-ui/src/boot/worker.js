// Keeps the client on the machine: it starts from here at once, and also while the server is away. Only the page and
// its files; what people work with is always asked for anew. The build fills in the files of one version.
const FILES = ['__FILES__'];
const CACHE = 'sala-__VERSION__';
const PAGE = '/';

const AT_ONCE = 3; // of the six connections a browser has to one server; the others are for who works meanwhile

// The page comes with its headers, so its styles go on fitting the policy it came with.
const keep = async () => {
  const cache = await caches.open(CACHE);
  const wanted = [PAGE, ...FILES].map((file) => new Request(file, { cache: 'no-cache' }));
  while (wanted.length > 0) await cache.addAll(wanted.splice(0, AT_ONCE));
  await self.skipWaiting();
};

const forgetOthers = async () => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('sala-') && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
};

const kept = async (request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
};

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  const ofServer = /^\/(api|health|metrics)(\/|$)/.test(pathname);
  if (event.request.mode === 'navigate' && !ofServer) event.respondWith(kept(PAGE));
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname));
});

// A notification leads to its record, in a window that is open already if there is one.
const lead = async (to) => {
  const windows = await self.clients.matchAll({ type: 'window' });
  const open = windows[0];
  if (!open) return self.clients.openWindow(to);
  await open.focus();
  return open.navigate(to);
};
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data));
});
