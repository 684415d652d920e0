// Serves a built client as the product does: a fresh nonce and the content security policy with every page.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export const policy = (nonce) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; connect-src 'self'; ` +
  `worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;

export const filesOf = (folder) => (request, response) => {
  const { pathname } = new URL(request.url, 'http://dev');
  const file = path.join(folder, path.normalize(pathname));
  if (pathname !== '/' && pathname !== '/index.html' && fs.existsSync(file) && fs.statSync(file).isFile()) {
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
    return fs.createReadStream(file).pipe(response);
  }
  const nonce = crypto.randomBytes(16).toString('base64');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy(nonce),
    'Cache-Control': 'no-cache',
  });
  response.end(fs.readFileSync(path.join(folder, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce));
};
