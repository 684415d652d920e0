import net from 'node:net';

/**
 * A way to a server that can be cut in the middle of what is sent: an address; `cut`, from when on every line breaks
 * that carries more than so many bytes, and which answers the bytes that went through at the first time; and `mend`.
 * A browser by itself tries once more what broke off on a line that it had used before.
 */
export async function wayThrough(place) {
  const { hostname, port } = new URL(place);
  let broken;
  const way = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    let sent = 0;
    near.on('data', (bytes) => {
      sent += bytes.length;
      if (!broken || sent <= broken.after) return;
      near.resetAndDestroy();
      far.destroy();
      broken.told(sent);
    });
    near.pipe(far).pipe(near);
    for (const side of [near, far]) side.on('error', () => side.destroy()).on('close', () => (near.destroy(), far.destroy()));
  });
  await new Promise((ready) => way.listen(0, '127.0.0.1', ready));
  way.unref();
  return {
    address: `http://127.0.0.1:${way.address().port}`,
    cut: (after) => new Promise((told) => (broken = { after, told })),
    mend: () => (broken = undefined),
  };
}
