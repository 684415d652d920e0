import net from 'node:net';

/**
 * A mail server that takes everything and keeps it, so that a screen can be seen to send.
 *
 * @param take is given each letter as it came, its head and body
 * @returns the port it listens on
 */
export async function postOffice(take) {
  const server = net.createServer((socket) => {
    let read = '';
    let letter = null;
    const say = (line) => socket.write(line + '\r\n');
    const command = (line) => {
      if (/^EHLO|^HELO/i.test(line)) say('250 here');
      else if (/^DATA/i.test(line)) {
        letter = [];
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    const line = (text) => {
      if (letter === null) return command(text);
      if (text !== '.') return void letter.push(text);
      take(letter.join('\n'));
      letter = null;
      say('250 taken');
    };
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (read + bytes.toString()).split('\r\n');
      read = lines.pop();
      lines.forEach(line);
    });
    say('220 post');
  });
  await new Promise((open) => server.listen(0, '127.0.0.1', open));
  server.unref(); // it ends with the tests
  return server.address().port;
}
