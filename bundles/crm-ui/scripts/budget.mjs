// Prints what each screen makes the browser load (JavaScript, gzipped) and fails when a budget is exceeded.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const INITIAL = 340;
const ROUTE = 90;
const FIRST_SCREEN = 'src/grid/ListPage.tsx';
const LIBRARY = 'src/kit/library/';

const out = process.argv[2] ?? 'dist';
const manifest = JSON.parse(fs.readFileSync(path.join(out, '.vite', 'manifest.json'), 'utf8'));
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(fs.readFileSync(path.join(out, file)), { level: 6 }).length / 1000);
  return sizes.get(file);
};

/** The chunk's file and those it imports statically. */
function files(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  if (chunk.file.endsWith('.js')) found.add(chunk.file);
  for (const other of chunk.imports ?? []) files(other, found);
  return found;
}
const sum = (set) => [...set].reduce((total, file) => total + size(file), 0);

const page = fs.readFileSync(path.join(out, 'index.html'), 'utf8');
const shell = new Set([...page.matchAll(/assets\/[^"]+\.js/g)].map(([file]) => file));
const language = files('src/i18n/th.json');
const first = new Set([...shell, ...language, ...files(FIRST_SCREEN)]);
const further = (keys) => sum(new Set(keys.flatMap((key) => [...files(key)]).filter((file) => !first.has(file))));
const screens = Object.keys(manifest).filter((key) => /Page\.tsx$/.test(key) && key !== FIRST_SCREEN);

let failed = sum(first) > INITIAL;
console.log(`[ui] shell ${sum(shell).toFixed(0)} kB, shell + first list ${sum(first).toFixed(0)} kB of ${INITIAL} kB`);
const library = Object.keys(manifest).filter((key) => key.startsWith(LIBRARY));
console.log(
  `[ui]   dialogs, choices and days, all of them +${further(library).toFixed(0)} kB when they are first shown`,
);
// A page that shows them all at once, as a form does, has no more to load than the first list and a page may have.
const most = INITIAL + ROUTE;
const router = fs.readFileSync('src/boot/router.tsx', 'utf8');
const seldom = new Set(
  [...router.matchAll(/seldom\(\(\) => import\('\.\.\/([^']+)'/g)].map(([, file]) => `src/${file}.tsx`),
);
for (const key of screens.sort()) {
  const page = seldom.has(key) ? [key, 'src/i18n/pages.th.json'] : [key];
  const extra = further(page);
  const all = sum(first) + further([...page, ...library]);
  const over = extra > ROUTE || all > most;
  if (over) failed = true;
  const sizes = `+${extra.toFixed(0)} kB, with all controls ${all.toFixed(0)} kB of ${most} kB`;
  console.log(`[ui]   ${key.replace('src/', '').padEnd(34)} ${sizes}${over ? ' !' : ''}`);
}
if (failed) {
  console.error('[ui] the size budget is exceeded');
  process.exit(1);
}
