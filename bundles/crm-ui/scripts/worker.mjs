// Writes the service worker of this build: which files it keeps, under a version that changes with any of them.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const out = process.argv[2] ?? 'dist';
const kept = fs
  .readdirSync(path.join(out, 'assets'))
  .filter((file) => /\.(js|css|woff2)$/.test(file))
  .map((file) => `/assets/${file}`)
  .sort();
const page = fs.readFileSync(path.join(out, 'index.html'), 'utf8');
const version = createHash('sha256').update(page).update(kept.join()).digest('hex').slice(0, 16);
const worker = fs.readFileSync('src/boot/worker.js', 'utf8');
fs.writeFileSync(
  path.join(out, 'worker.js'),
  worker.replace("['__FILES__']", JSON.stringify(kept)).replace('__VERSION__', version),
);
console.log(`[ui] worker keeps ${kept.length} files as ${version}`);
