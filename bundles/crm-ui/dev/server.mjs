// An in-memory stand-in for the server (docs/http.md), for developing and testing the client alone.
import http from 'node:http';
import { fill } from './data.mjs';
import { Asking } from './query.mjs';
import { adminRoutes } from './routes-admin.mjs';
import { attachedRoutes } from './routes-attached.mjs';
import { recordRoutes } from './routes-records.mjs';
import { sessionRoutes } from './routes-session.mjs';

export class Refusal extends Error {
  constructor(status, title, more = {}) {
    super(title);
    this.status = status;
    this.more = more;
  }
}

export function createWorld() {
  const world = {
    db: fill(),
    signedIn: null,
    settings: { locale: 'th', skin: 'lagoon', density: 'compact', era: 'BE', fontScale: 1, loopedFont: false },
    preferences: new Map(),
    history: new Map(),
    notes: new Map(),
    files: new Map(),
    followed: new Set(),
    bin: [],
    jobs: new Map(),
    imports: new Map(),
    listeners: new Set(),
    modules: new Set(['sfa']),
    version: 1,
    get me() {
      return this.db.user.find((user) => user.login === this.signedIn);
    },
    get asking() {
      return new Asking(this.db, this.me?.id);
    },
    tell(type, data) {
      for (const response of this.listeners) response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    job(kind, label, total, step) {
      const job = { id: String(this.jobs.size + 1), kind, label, state: 'running', done: 0, total };
      this.jobs.set(job.id, job);
      const tick = () => {
        job.done = Math.min(total, job.done + Math.max(1, Math.ceil(total / 6)));
        if (job.done >= total) {
          job.result = step() ?? null;
          job.state = 'done';
        }
        this.tell('job', job);
        if (job.state === 'running') setTimeout(tick, 120);
      };
      setTimeout(tick, 120);
      return { job: job.id };
    },
  };
  return world;
}

const json = (response, status, body, headers = {}) => {
  response.writeHead(status, {
    'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
    ...headers,
  });
  response.end(body === undefined ? '' : JSON.stringify(body));
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.includes('multipart/form-data')) {
    const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    const bytes = file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    return {
      ...Object.fromEntries([...form].filter(([name]) => name !== 'file')),
      file: { name: file?.name ?? '', bytes },
    };
  }
  return raw.length > 0 ? JSON.parse(raw.toString('utf8')) : {};
}

const routes = [...sessionRoutes, ...recordRoutes, ...attachedRoutes, ...adminRoutes];

async function answer(world, request, response) {
  const url = new URL(request.url, 'http://dev');
  for (const [method, pattern, handle] of routes) {
    const match = method === request.method && pattern.exec(url.pathname);
    if (!match) continue;
    const open = url.pathname.startsWith('/api/session');
    if (!open && !world.signedIn) throw new Refusal(401, 'กรุณาเข้าสู่ระบบ');
    const body = method === 'GET' || method === 'DELETE' ? {} : await bodyOf(request);
    const params = match.slice(1).map(decodeURIComponent);
    const result = await handle(world, { params, body, query: url.searchParams, request, response, Refusal });
    if (response.headersSent) return;
    if (result?.status) return json(response, result.status, result.body, result.headers);
    return result === undefined ? json(response, 204) : json(response, 200, result);
  }
  throw new Refusal(404, 'ไม่พบสิ่งที่ขอ');
}

/** Serves /api; everything else goes to `files`, when given. */
export function createServer(world = createWorld(), files) {
  const server = http.createServer((request, response) => {
    if (files && !request.url.startsWith('/api/')) return files(request, response);
    answer(world, request, response).catch((error) => {
      if (!(error instanceof Refusal)) console.error(error);
      const status = error.status ?? 500;
      json(response, status, { title: error.message, status, ...error.more });
    });
  });
  server.world = world;
  return server;
}
