// `npm run dev`: the stand-in server on 5180 and Vite on 5173. `node dev/main.mjs dist`: a built client with the
// stand-in server on 5180. With SALA_SERVER=http://… the client talks to that server instead.
import { createServer as createVite } from 'vite';
import { filesOf } from './files.mjs';
import { createServer } from './server.mjs';

const built = process.argv[2];
const port = Number(process.env.PORT ?? 5180);
if (!process.env.SALA_SERVER) {
  createServer(undefined, built && filesOf(built)).listen(port, '127.0.0.1');
  console.log(`stand-in server on http://127.0.0.1:${port}`);
}
if (!built) {
  const vite = await createVite();
  await vite.listen();
  vite.printUrls();
}
