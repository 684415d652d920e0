// The build as Maven sees it: npm ci, type check, bundle with size budget, tests; each is skipped while its inputs are
// unchanged. `node scripts/maven.mjs build <outDir>` and `node scripts/maven.mjs test`; `install` only fetches the tools
// and `run <arguments>` is Node itself, both for the browser tests too. Needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [, , task = 'build', outArg = 'dist'] = process.argv;
const root = process.cwd();
const stamps = path.join(root, 'node_modules', '.sala');
const windows = process.platform === 'win32';

// Debian's own Node is older than the tools need; the npm package `node` brings a newer one for this run.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!(major >= 22 || (major === 20 && minor >= 19))) {
  console.log(`[ui] Node ${process.version} is too old, fetching Node 22`);
  const again = ['-y', '-p', 'node@22', '--', 'node', ...process.argv.slice(1)];
  process.exit(spawnSync(windows ? 'npx.cmd' : 'npx', again, { stdio: 'inherit', shell: windows }).status ?? 1);
}

if (task === 'run') process.exit(spawnSync(process.execPath, process.argv.slice(3), { stdio: 'inherit' }).status ?? 1);

function run(command, ...args) {
  const started = Date.now();
  const result = spawnSync(windows ? `${command}.cmd` : command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, CI: '1' },
  });
  const ok = result.status === 0;
  console.log(`[ui] ${command} ${args[0]} ${ok ? 'ok' : 'FAILED'} ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!ok) process.exit(result.status ?? 1);
}

function digest(...entries) {
  const hash = createHash('sha256').update(process.version + process.platform);
  const walk = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) walk(path.join(file, name));
    else hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  };
  for (const entry of entries) walk(path.join(root, entry));
  return hash.digest('hex');
}

function unlessDone(step, key, done, work) {
  const stamp = path.join(stamps, step);
  if (done && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key) {
    console.log(`[ui] ${step}: up to date`);
    return;
  }
  work();
  fs.mkdirSync(stamps, { recursive: true });
  fs.writeFileSync(stamp, key);
}

unlessDone('install', digest('package.json', 'package-lock.json', '.npmrc'), true, () =>
  run('npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline'),
);
const sources = ['package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'public', 'src', 'scripts'];
if (task === 'build') {
  const out = path.resolve(outArg);
  unlessDone('build', `${digest(...sources)}|${out}`, fs.existsSync(path.join(out, 'index.html')), () => {
    run('npx', 'tsc', '-p', '.', '--noEmit');
    run('npx', 'vite', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn');
    run('node', 'scripts/budget.mjs', out);
    run('node', 'scripts/worker.mjs', out);
    fs.rmSync(path.join(out, '.vite'), { recursive: true });
  });
} else if (task === 'test') {
  unlessDone('test', digest(...sources, 'test', 'dev', 'eslint.config.js'), true, () => {
    run('npx', 'eslint', '.');
    run('npx', 'vitest', 'run', '--reporter=dot');
  });
}
